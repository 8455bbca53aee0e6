import { DuckDBBlobValue, DuckDBDataChunk } from '@duckdb/node-api';
import type { Database } from 'better-sqlite3';
import { setImmediate } from 'node:timers/promises';
import { WriteTableStep } from '../../../plan/EmbeddedPlan';
import { sinkSql } from '../../../plan/planText';
import { quoteIdentifier } from '../../../plan/sqlText';
import { Queries } from '../../Queries';
import { RunScope } from '../../RunScope';
import { checkColumns, checkKeys } from '../columnNames';
import { SinkColumn, TableWriter } from '../Database';
import { quoteTable } from '../tableName';
import { toSqliteType, toSqliteValue } from './writeTypes';

/** Everything in one transaction, making of tables included. @internal */
export class SqliteWriter implements TableWriter {
  private constructor(
    private readonly database: Database,
    private readonly scope: RunScope,
  ) {}

  static begin(database: Database, scope: RunScope): SqliteWriter {
    // Waits for other writers now, not at the commit.
    database.exec('BEGIN IMMEDIATE');
    return new SqliteWriter(database, scope);
  }

  async write(
    step: WriteTableStep,
    columns: SinkColumn[],
    queries: Queries,
    onRows: (rows: number) => void,
  ): Promise<number> {
    const table = quoteTable(step.table, quoteIdentifier);
    const names = columns.map(({ name }) => name);
    checkKeys(step.primaryKeys, names);
    this.prepareTable(step, table, columns);
    const insert = this.prepareInsert(step, table, names);
    const values = columns.map(({ name, type }, index) => {
      const value = toSqliteValue(quoteIdentifier(name), type);
      return `${value} AS v${index}`;
    });
    const sql = `SELECT ${values.join(', ')} FROM (\n${sinkSql(step)}\n)`;
    let rows = 0;
    for await (const chunk of queries.chunks(step, sql)) {
      for (const row of rowsOf(chunk)) insert.run(row);
      rows += chunk.rowCount;
      onRows(rows);
      // SQLite blocks the process; a stop is seen here.
      await setImmediate();
      this.scope.stop.check();
    }
    return rows;
  }

  async commit(): Promise<void> {
    if (this.database.inTransaction) this.database.exec('COMMIT');
  }

  async rollBack(): Promise<void> {
    if (this.database.inTransaction) this.database.exec('ROLLBACK');
  }

  async close(): Promise<void> {
    this.database.close();
  }

  private prepareTable(
    step: WriteTableStep,
    table: string,
    columns: SinkColumn[],
  ): void {
    if (step.create === 'again') {
      this.database.exec(`DROP TABLE IF EXISTS ${table}`);
    }
    const existing = this.columnsOf(table);
    if (!existing) {
      if (step.create === 'never') {
        throw new Error(
          `Table "${step.table}" does not exist, and schema_save_mode does not allow to make it`,
        );
      }
      this.database.exec(createSql(step, table, columns));
      return;
    }
    checkColumns(
      step.table,
      columns.map(c => c.name),
      existing,
    );
    const holdsRows = () =>
      this.database.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get();
    if (step.existing === 'refuse' && holdsRows()) {
      throw new Error(
        `Table "${step.table}" holds rows already, and data_save_mode is ERROR_WHEN_DATA_EXISTS`,
      );
    }
    if (step.existing === 'replace') this.database.exec(`DELETE FROM ${table}`);
  }

  private columnsOf(table: string): string[] | undefined {
    try {
      const statement = this.database.prepare(`SELECT * FROM ${table} LIMIT 0`);
      return statement.columns().map(({ name }) => name);
    } catch (error) {
      if (/^no such table/.test((error as Error).message)) return undefined;
      throw error;
    }
  }

  private prepareInsert(step: WriteTableStep, table: string, names: string[]) {
    const list = names.map(quoteIdentifier).join(', ');
    const marks = names.map(() => '?').join(', ');
    const insert = `INSERT INTO ${table} (${list}) VALUES (${marks})`;
    if (!step.upsertBy) return this.database.prepare(insert);
    const keys = step.upsertBy;
    const updates = names
      .filter(name => !keys.includes(name))
      .map(
        name => `${quoteIdentifier(name)} = excluded.${quoteIdentifier(name)}`,
      );
    const action =
      updates.length > 0 ? `DO UPDATE SET ${updates.join(', ')}` : 'DO NOTHING';
    try {
      return this.database.prepare(
        `${insert} ON CONFLICT (${keys
          .map(quoteIdentifier)
          .join(', ')}) ${action}`,
      );
    } catch (error) {
      if (!/ON CONFLICT clause does not match/.test((error as Error).message)) {
        throw error;
      }
      throw new Error(
        `upsert needs a unique index or primary key of ${table} over (${keys.join(
          ', ',
        )})`,
      );
    }
  }
}

function createSql(
  step: WriteTableStep,
  table: string,
  columns: SinkColumn[],
): string {
  const fields = columns.map(
    ({ name, type }) => `${quoteIdentifier(name)} ${toSqliteType(type)}`,
  );
  const keys = step.primaryKeys.map(quoteIdentifier).join(', ');
  if (keys) fields.push(`PRIMARY KEY (${keys})`);
  return `CREATE TABLE ${table} (${fields.join(', ')})`;
}

function* rowsOf(chunk: DuckDBDataChunk): Generator<unknown[]> {
  const columns = chunk.getColumns();
  for (let row = 0; row < chunk.rowCount; row++) {
    yield columns.map(column => {
      const value = column[row];
      return value instanceof DuckDBBlobValue
        ? Buffer.from(value.bytes)
        : value;
    });
  }
}
