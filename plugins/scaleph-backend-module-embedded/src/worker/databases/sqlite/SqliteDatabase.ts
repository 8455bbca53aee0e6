import {
  ConnectionWithSecrets,
  explainQueryError,
  openSqlite,
  prepareSqliteQuery,
  sqliteType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { LoadTableStep } from '../../../plan/EmbeddedPlan';
import { quoteIdentifier } from '../../../plan/sqlText';
import { RunScope } from '../../RunScope';
import { Database, TableReader, TableWriter } from '../Database';
import { quoteTable } from '../tableName';
import { readStatement } from './readStatement';
import { SqliteWriter } from './SqliteWriter';

/** Rows that tell the types of columns: SQLite's results have none but those of their values. */
const TYPED_BY = 100;

/** @internal */
export class SqliteDatabase implements Database {
  constructor(
    private readonly connection: ConnectionWithSecrets,
    private readonly scope: RunScope,
  ) {}

  async read<T>(
    step: LoadTableStep,
    use: (reader: TableReader) => Promise<T>,
  ): Promise<T> {
    const database = await this.open(true);
    try {
      const statement = prepareSqliteQuery(database, toQuery(step));
      return await use(readStatement(statement, this.scope.stop));
    } finally {
      database.close();
    }
  }

  async openWriter(): Promise<TableWriter> {
    return SqliteWriter.begin(await this.open(false), this.scope);
  }

  explain(error: unknown): string {
    return explainQueryError(error, {
      location: sqliteType.location(this.connection.config),
      secrets: this.connection.secrets,
    });
  }

  private open(readonly: boolean) {
    const { config } = this.connection;
    return openSqlite({ config, files: this.scope.files.roots, readonly });
  }
}

function toQuery({ from, limit }: LoadTableStep): string {
  const query =
    'query' in from
      ? from.query.trim().replace(/;\s*$/, '')
      : `SELECT * FROM ${quoteTable(from.table, quoteIdentifier)}`;
  return limit === undefined
    ? query
    : `SELECT * FROM (\n${query}\n) LIMIT ${Math.max(limit, TYPED_BY)}`;
}
