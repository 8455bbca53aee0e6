import {
  Field,
  inferNodeFields,
  NodeFields,
} from '@scaleph/backstage-plugin-scaleph-common';
import { toDuckDbType } from '../../plan/columnTypes';
import { PlanStep } from '../../plan/EmbeddedPlan';
import { toFieldType } from '../../plan/fieldTypes';
import { fileScanSql } from '../../plan/fileScanSql';
import { sinkSql } from '../../plan/planText';
import { quoteIdentifier } from '../../plan/sqlText';
import { SampleStep, SOURCE_ROWS } from '../../sample/SampleOrder';
import { Databases } from '../databases/Databases';
import { DuckDb } from '../duckdb/DuckDb';
import { settleScan } from '../files/settleScan';
import { NodeError } from '../NodeError';

/** The files of each LocalFile source, or why there are none. @internal */
export type FoundFiles = Map<string, string[] | Error>;

/**
 * Makes the result of one node after the other in DuckDB, each under the id of its node, with what goes wrong kept to the node.
 * @internal
 */
export class SampledNodes {
  /** What is known of each node that was added. */
  readonly fields = new Map<string, NodeFields>();
  /** Sources that have more rows than were read. */
  readonly sampled: string[] = [];

  constructor(
    private readonly duckDb: DuckDb,
    private readonly databases: Databases,
    private readonly files: FoundFiles,
    /** With the rows of the sources; otherwise with their columns alone. */
    private readonly withRows: boolean,
    private readonly scrub: (text: string) => string,
  ) {}

  async add(sampleStep: SampleStep): Promise<void> {
    const { node, inputs } = sampleStep;
    const known = inputs.map(id => [id, this.fields.get(id)?.fields] as const);
    const arriving = Object.fromEntries(
      known.flatMap(([id, fields]) => (fields ? [[id, fields]] : [])),
    );
    const missing = known.find(([, fields]) => !fields);
    const outcome = missing
      ? { reason: `The fields of "${missing[0]}" are not known` }
      : await this.make(sampleStep, Object.values(arriving));
    this.fields.set(node.id, { inputs: arriving, ...outcome });
  }

  private async make(
    { node, step, reason }: SampleStep,
    inputs: Field[][],
  ): Promise<{ fields: Field[] } | { reason: string }> {
    try {
      if (step) {
        return { fields: await NodeError.of(step, () => this.run(step)) };
      }
      // Rows of what this engine does not run would be made up.
      const inferred = this.withRows
        ? undefined
        : inferNodeFields(node, inputs);
      if (inferred && 'fields' in inferred && node.kind !== 'sink') {
        await this.createEmpty(node.id, inferred.fields);
      }
      return inferred ?? { reason: reason ?? 'Its fields are not known' };
    } catch (error) {
      const { message } = error as Error;
      const text = error instanceof NodeError ? error.problem : message;
      return { reason: this.scrub(text) };
    }
  }

  private async run(step: PlanStep): Promise<Field[]> {
    switch (step.type) {
      case 'scan-files': {
        const files = this.files.get(step.node);
        if (!Array.isArray(files)) throw files ?? new Error('No file');
        const scan = await settleScan(step.scan, files, this.duckDb);
        return this.createSource(step.node, fileScanSql(scan, files));
      }
      case 'generate':
        return this.createSource(step.node, step.sql);
      case 'load-table': {
        const limit = this.withRows ? SOURCE_ROWS + 1 : 0;
        const rows = await this.databases.load(
          { ...step, limit },
          this.duckDb,
          () => {},
        );
        await this.cut(step.node, rows);
        return this.describe(`SELECT * FROM ${quoteIdentifier(step.node)}`);
      }
      case 'transform':
        return this.createView(step.node, step.sql);
      default:
        return this.createView(step.node, sinkSql(step));
    }
  }

  private async createSource(node: string, sql: string): Promise<Field[]> {
    if (!this.withRows) return this.createView(node, sql);
    const name = quoteIdentifier(node);
    await this.duckDb.execute(
      `CREATE TEMP TABLE ${name} AS SELECT * FROM (\n${sql}\n) LIMIT ${
        SOURCE_ROWS + 1
      }`,
    );
    const [[rows]] = await this.duckDb.rows(`SELECT count(*) FROM ${name}`);
    await this.cut(node, Number(rows));
    return this.describe(`SELECT * FROM ${name}`);
  }

  /** One row more than is wanted was read, to see whether there are more. */
  private async cut(node: string, rows: number): Promise<void> {
    if (rows <= SOURCE_ROWS) return;
    this.sampled.push(node);
    await this.duckDb.execute(
      `DELETE FROM ${quoteIdentifier(node)} WHERE rowid >= ${SOURCE_ROWS}`,
    );
  }

  private async createView(node: string, sql: string): Promise<Field[]> {
    const name = quoteIdentifier(node);
    await this.duckDb.execute(`CREATE TEMP VIEW ${name} AS ${sql}`);
    return this.describe(`SELECT * FROM ${name}`);
  }

  /** So that queries over the node can be bound. */
  private async createEmpty(node: string, fields: Field[]): Promise<void> {
    const columns = fields.map(
      ({ name, type }) =>
        `${quoteIdentifier(name)} ${toDuckDbType(type) ?? 'VARCHAR'}`,
    );
    await this.duckDb.execute(
      `CREATE TEMP TABLE ${quoteIdentifier(node)} (${columns.join(', ')})`,
    );
  }

  private async describe(select: string): Promise<Field[]> {
    const columns = await this.duckDb.describe(select);
    return columns.map(({ name, type }) => ({
      name,
      type: toFieldType(type),
    }));
  }
}
