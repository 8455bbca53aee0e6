import { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import { DataSourceConnection } from '../dataSources/DataSourceConnection';

/** @public */
export type SqlReaderConnection = DataSourceConnection;

/** Rows of a statement on a data source, in batches. @public */
export type SqlBatch = {
  /** On the first batch; absent for a statement without rows. */
  columns?: SqlColumn[];
  /** null, string, boolean or number; what a double does not hold exactly is a string. */
  rows: unknown[][];
  /** Rows that a statement without rows has changed. */
  changed?: number;
};

/** Runs SQL on a data source of one type; one connection a statement. @public */
export interface SqlReader {
  readonly dialect:
    | 'postgresql'
    | 'mysql'
    | 'sqlite'
    | 'sqlserver'
    | 'clickhouse';
  /**
   * Runs one statement. Read-only is held by the server (a read-only
   * transaction or connection), not by reading the statement. Stops the
   * statement on the server when `signal` is aborted or the iteration ends
   * early. Throws an Error whose message is the server's, with `line` and
   * `column` where it says them.
   */
  run(
    connection: SqlReaderConnection,
    options: {
      statement: string;
      readOnly: boolean;
      timeoutMs: number;
      signal: AbortSignal;
    },
  ): AsyncIterable<SqlBatch>;
  /** One level of the tree: schemas without arguments, tables of a schema, columns of a table. */
  objects(
    connection: SqlReaderConnection,
    path: { database?: string; table?: string; signal: AbortSignal },
  ): Promise<
    {
      kind: 'database' | 'table' | 'view' | 'column';
      name: string;
      type?: string;
      nullable?: boolean;
      key?: boolean;
      comment?: string;
      current?: boolean;
    }[]
  >;
}
