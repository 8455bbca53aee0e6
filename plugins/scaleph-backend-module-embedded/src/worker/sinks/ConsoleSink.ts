import { RunOutput } from '@scaleph/backstage-plugin-scaleph-common';
import { PrintStep } from '../../plan/EmbeddedPlan';
import { sinkSql } from '../../plan/planText';
import { Queries } from '../Queries';
import { RunScope } from '../RunScope';
import { Sink } from './Sink';

/** Prints the first rows into the run's log and counts all. @internal */
export class ConsoleSink implements Sink {
  readonly files: string[] = [];
  readonly node: string;

  constructor(
    private readonly step: PrintStep,
    private readonly scope: RunScope,
  ) {
    this.node = step.node;
  }

  async write(queries: Queries): Promise<number> {
    const { log, status } = this.scope;
    const columns = await queries.describe(this.step);
    const names = columns.map(column => column.name);
    let rows = 0;
    for await (const chunk of queries.chunks(this.step, sinkSql(this.step))) {
      const printed = Math.min(chunk.rowCount, this.step.limit - rows);
      for (let row = 0; row < printed; row++) {
        const values = chunk.getRowValues(row);
        const cells = names.map((name, i) => `${name}=${values[i]}`);
        log.info(cells.join(', '), this.node);
      }
      rows += chunk.rowCount;
      status.node(this.node, { rowsIn: rows, rowsOut: rows });
    }
    return rows;
  }

  async commit(): Promise<RunOutput> {
    const { rowsOut: rows } = this.scope.status.metrics(this.node);
    return {
      node: this.node,
      kind: 'console',
      location: 'log of the run',
      rows,
    };
  }

  async rollBack(): Promise<void> {}
}
