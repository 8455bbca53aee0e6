import { RunOutput } from '@scaleph/backstage-plugin-scaleph-common';
import { WriteTableStep } from '../../plan/EmbeddedPlan';
import { Databases } from '../databases/Databases';
import { Queries } from '../Queries';
import { RunScope } from '../RunScope';
import { Sink } from './Sink';

/** Writes into a table of a database; the sinks of one data source share its transaction. @internal */
export class TableSink implements Sink {
  readonly files: string[] = [];
  readonly node: string;

  constructor(
    private readonly step: WriteTableStep,
    private readonly scope: RunScope,
    private readonly databases: Databases,
  ) {
    this.node = step.node;
  }

  async write(queries: Queries): Promise<number> {
    const { status } = this.scope;
    const columns = await queries.describe(this.step);
    return this.databases.explained(this.step.dataSource, async () => {
      const writer = await this.databases.writer(this.step.dataSource);
      return writer.write(this.step, columns, queries, rows =>
        status.node(this.node, { rowsIn: rows, rowsOut: rows }),
      );
    });
  }

  async commit(): Promise<RunOutput> {
    const { dataSource, table } = this.step;
    await this.databases.explained(dataSource, async () =>
      (await this.databases.writer(dataSource)).commit(),
    );
    return {
      node: this.node,
      kind: 'table',
      location: `${dataSource}: ${table}`,
      rows: this.scope.status.metrics(this.node).rowsOut,
    };
  }

  async rollBack(): Promise<void> {
    await this.databases.rollBack(this.step.dataSource);
  }
}
