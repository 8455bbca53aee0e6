import { DuckDBDataChunk } from '@duckdb/node-api';
import { PlanStep } from '../plan/EmbeddedPlan';
import { sinkSql } from '../plan/planText';
import { DuckDb } from './duckdb/DuckDb';
import {
  ProfileOperator,
  rowsOfCounter,
  rowsOfScan,
} from './duckdb/readProfile';
import { StatusReport } from './StatusReport';

/** Runs statements over the results of nodes and keeps what they tell about the number of rows of each. @internal */
export class Queries {
  /** Rows that each node gave, as far as known. */
  readonly rowsOut = new Map<string, number>();
  /** Files of each LocalFile source. */
  readonly files = new Map<string, string[]>();

  constructor(
    readonly database: DuckDb,
    private readonly steps: PlanStep[],
    private readonly status: StatusReport,
  ) {}

  /** Runs a statement that reads the inputs of `step`; answers the number of rows that it copied. */
  async run(step: PlanStep, sql: string): Promise<number> {
    const above = this.lineage(step);
    const { rows, profile } = await this.database.run(sql, progress =>
      this.showProgress(above, progress),
    );
    this.learn(above, profile);
    return rows;
  }

  /** The rows of a SELECT over the inputs of `step`, chunk by chunk. */
  async *chunks(step: PlanStep, sql: string): AsyncGenerator<DuckDBDataChunk> {
    const above = this.lineage(step);
    for (const { node } of above) this.status.node(node, { state: 'running' });
    const profile = yield* this.database.stream(sql);
    this.learn(above, profile);
  }

  /** Columns of what a sink takes. */
  describe(step: PlanStep & { columns?: string[] }) {
    return this.database.describe(sinkSql(step));
  }

  /** The nodes whose views a statement over the inputs of `step` goes through. */
  private lineage(step: PlanStep): PlanStep[] {
    const found = new Map<string, PlanStep>();
    const visit = (ids: string[]) => {
      for (const id of ids) {
        const above = this.steps.find(({ node }) => node === id)!;
        if (found.has(id) || isTable(above)) continue;
        found.set(id, above);
        visit(above.inputs);
      }
    };
    visit(step.inputs);
    return [...found.values()];
  }

  private learn(above: PlanStep[], profile: ProfileOperator): void {
    for (const step of above) {
      const rows = this.rowsSeen(step, profile);
      if (rows === undefined) continue;
      const known = this.rowsOut.get(step.node) ?? 0;
      this.rowsOut.set(step.node, Math.max(known, rows));
    }
  }

  private rowsSeen(step: PlanStep, profile: ProfileOperator) {
    // What the profile does not mention was not read: the optimizer saw that nothing comes of it.
    if (step.type === 'scan-files' && step.scan.format !== 'parquet') {
      return rowsOfScan(profile, this.files.get(step.node) ?? []) ?? 0;
    }
    if (step.type === 'transform' && step.counter) {
      return rowsOfCounter(profile, step.counter) ?? 0;
    }
    return undefined;
  }

  private showProgress(above: PlanStep[], rows: number): void {
    const scans = above.filter(({ type }) => type === 'scan-files');
    for (const { node } of above) this.status.node(node, { state: 'running' });
    // Of several scans the progress is that of all together.
    if (
      scans.length === 1 &&
      rows > this.status.metrics(scans[0].node).rowsOut
    ) {
      this.status.node(scans[0].node, { rowsOut: rows });
    }
  }
}

function isTable(step: PlanStep): boolean {
  return 'keeping' in step && step.keeping === 'table';
}
