import { LoadTableStep } from '../../plan/EmbeddedPlan';
import { DuckDb } from '../duckdb/DuckDb';
import { RunScope } from '../RunScope';
import { StopRequest } from '../StopSignal';
import { Database, TableWriter } from './Database';
import { loadTable } from './loadTable';
import { MysqlDatabase } from './mysql/MysqlDatabase';
import { PostgresqlDatabase } from './postgresql/PostgresqlDatabase';
import { SqliteDatabase } from './sqlite/SqliteDatabase';

/** The databases of one run, by data source; the sinks of one data source share a connection and its transaction. @internal */
export class Databases {
  private readonly writers = new Map<string, Promise<TableWriter>>();

  constructor(private readonly scope: RunScope) {}

  /** Loads the result of a source into a table of DuckDB with the name of the node; answers the number of rows. */
  async load(
    step: LoadTableStep,
    duckDb: DuckDb,
    onRows: (rows: number) => void,
  ): Promise<number> {
    const database = this.database(step.dataSource);
    return this.explained(step.dataSource, () =>
      database.read(step, reader =>
        loadTable(step, reader, duckDb, this.scope, onRows),
      ),
    );
  }

  writer(dataSource: string): Promise<TableWriter> {
    let writer = this.writers.get(dataSource);
    if (!writer) {
      writer = this.database(dataSource).openWriter();
      this.writers.set(dataSource, writer);
    }
    return writer;
  }

  /** Undoes what the sinks of a data source wrote, where any of them came so far as to connect. */
  async rollBack(dataSource: string): Promise<void> {
    const writer = await this.writers.get(dataSource)?.catch(() => undefined);
    await writer?.rollBack();
  }

  /** Errors of a database come out with a message for a person, and the end of a run that was stopped as such. */
  async explained<T>(dataSource: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { request } = this.scope.stop;
      if (request || error instanceof StopRequest) throw request ?? error;
      throw new Error(this.database(dataSource).explain(error));
    }
  }

  async close(): Promise<void> {
    for (const writer of this.writers.values()) {
      // A connection that could not be made, or is lost, has told so before.
      await writer.then(open => open.close()).catch(() => {});
    }
  }

  private database(dataSource: string): Database {
    const connection = this.scope.connections[dataSource];
    switch (connection?.type) {
      case 'postgresql':
        return new PostgresqlDatabase(connection, this.scope);
      case 'mysql':
        return new MysqlDatabase(connection, this.scope);
      case 'sqlite':
        return new SqliteDatabase(connection, this.scope);
      default:
        throw new Error(
          `Data source "${dataSource}" of type ${connection?.type} is not a database that the embedded engine reaches`,
        );
    }
  }
}
