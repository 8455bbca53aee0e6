import {
  connectMysql,
  ConnectionWithSecrets,
  explainQueryError,
  mysqlType,
} from '@scaleph/backstage-plugin-scaleph-node';
import type { Connection } from 'mysql2/promise';
import { LoadTableStep } from '../../../plan/EmbeddedPlan';
import { RunScope } from '../../RunScope';
import { Database, TableReader, TableWriter } from '../Database';
import { quoteTable } from '../tableName';
import { MysqlWriter } from './MysqlWriter';
import { quoteMysql } from './quoteMysql';
import { streamQuery } from './streamQuery';

/** MySQL and MariaDB. @internal */
export class MysqlDatabase implements Database {
  constructor(
    private readonly connection: ConnectionWithSecrets,
    private readonly scope: RunScope,
  ) {}

  async read<T>(
    step: LoadTableStep,
    use: (reader: TableReader) => Promise<T>,
  ): Promise<T> {
    const connection = await this.connect();
    const unwatch = this.killOnStop(connection);
    try {
      await connection.query(
        'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ',
      );
      await connection.query('START TRANSACTION READ ONLY');
      if (step.limit !== undefined) {
        // A subquery would not take two columns of the same name.
        await connection.query('SET SESSION sql_select_limit = ?', [
          step.limit,
        ]);
      }
      const reader = await streamQuery(connection, toQuery(step));
      const result = await use(reader);
      await connection.query('COMMIT');
      return result;
    } finally {
      unwatch();
      // Not politely: a query that was given up would be read to its end.
      connection.destroy();
    }
  }

  async openWriter(): Promise<TableWriter> {
    const connection = await this.connect();
    const unwatch = this.killOnStop(connection);
    return MysqlWriter.begin(connection, this.scope, unwatch, () =>
      this.connect(false),
    );
  }

  explain(error: unknown): string {
    return explainQueryError(error, {
      location: mysqlType.location(this.connection.config),
      secrets: this.connection.secrets,
    });
  }

  private async connect(stoppable = true): Promise<Connection> {
    const connection = await connectMysql({
      config: this.connection.config,
      secrets: this.connection.secrets,
      extraFiles: this.connection.extraFiles,
      network: this.scope.network,
      signal: stoppable ? this.scope.stop.signal : undefined,
      applicationName: `scaleph ${this.scope.runId}`,
    });
    // Values that do not fit are errors, not cut off; times mean the same wherever the server is.
    await connection.query(
      `SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO'`,
    );
    return connection;
  }

  /** The server goes on with a query whose connection is lost until it has something to send. */
  private killOnStop(connection: Connection): () => void {
    const kill = async () => {
      const other = await this.connect(false);
      try {
        await other.query(`KILL ${Number(connection.threadId)}`);
      } finally {
        await other.end();
      }
    };
    // Where this fails the query ends as soon as the server writes to the closed socket.
    return this.scope.stop.whenStopped(kill);
  }
}

function toQuery({ from }: LoadTableStep): string {
  return 'query' in from
    ? from.query.trim().replace(/;\s*$/, '')
    : `SELECT * FROM ${quoteTable(from.table, quoteMysql)}`;
}
