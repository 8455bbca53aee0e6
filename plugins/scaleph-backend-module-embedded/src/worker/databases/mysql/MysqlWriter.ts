import type { Connection, RowDataPacket } from 'mysql2/promise';
import { WriteTableStep } from '../../../plan/EmbeddedPlan';
import { sinkSql } from '../../../plan/planText';
import { quoteIdentifier } from '../../../plan/sqlText';
import { Queries } from '../../Queries';
import { RunScope } from '../../RunScope';
import { checkColumns, checkKeys } from '../columnNames';
import { SinkColumn, TableWriter } from '../Database';
import { quoteTable, tableParts } from '../tableName';
import { insertRows } from './insertRows';
import { quoteMysql } from './quoteMysql';
import { toMysqlType, toMysqlValue } from './writeTypes';

/**
 * Rows in one transaction. Making a table commits in MySQL, so a new table is made before the transaction and dropped when the run
 * fails, and a table that is made again is made under another name and exchanged at the commit.
 * @internal
 */
export class MysqlWriter implements TableWriter {
  private committed = false;
  private readonly made: string[] = [];
  private readonly exchanges: { table: string; next: string }[] = [];

  private constructor(
    private readonly connection: Connection,
    private readonly scope: RunScope,
    private readonly unwatch: () => void,
    /** Makes tables, which would commit the transaction; the stop of the run does not close it. */
    private readonly definer: Connection,
  ) {}

  static async begin(
    connection: Connection,
    scope: RunScope,
    unwatch: () => void,
    connect: () => Promise<Connection>,
  ): Promise<MysqlWriter> {
    // READ COMMITTED sees the tables that the other connection makes, and takes no gap locks.
    await connection.query(
      'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    );
    await connection.beginTransaction();
    const definer = await connect();
    return new MysqlWriter(connection, scope, unwatch, definer);
  }

  async write(
    step: WriteTableStep,
    columns: SinkColumn[],
    queries: Queries,
    onRows: (rows: number) => void,
  ): Promise<number> {
    const names = columns.map(({ name }) => name);
    checkKeys(step.primaryKeys, names);
    const table = await this.prepareTable(step, columns);
    if (step.upsertBy) await this.checkUnique(step, table);
    const values = columns.map(({ name, type }, index) => {
      const value = toMysqlValue(quoteIdentifier(name), type);
      return `${value} AS v${index}`;
    });
    const sql = `SELECT ${values.join(', ')} FROM (\n${sinkSql(step)}\n)`;
    return insertRows({
      connection: this.connection,
      table,
      names,
      upsertBy: step.upsertBy,
      batchSize: step.batchSize,
      chunks: queries.chunks(step, sql),
      onRows,
    });
  }

  async commit(): Promise<void> {
    if (this.committed) return;
    await this.connection.commit();
    this.committed = true;
    for (const { table, next } of this.exchanges) {
      const old = quoteTable(`${plain(next)}_old`, quoteMysql);
      const exists = await this.columnsOf(table);
      await this.definer.query(
        exists
          ? `RENAME TABLE ${table} TO ${old}, ${next} TO ${table}`
          : `RENAME TABLE ${next} TO ${table}`,
      );
      if (exists) await this.definer.query(`DROP TABLE ${old}`);
    }
  }

  async rollBack(): Promise<void> {
    if (this.committed) return;
    if (!this.scope.stop.request) await this.connection.rollback();
    else this.connection.destroy();
    for (const table of this.made.splice(0)) {
      await this.definer.query(`DROP TABLE IF EXISTS ${table}`);
    }
  }

  async close(): Promise<void> {
    this.unwatch();
    await this.definer.end();
    if (!this.scope.stop.request) await this.connection.end();
  }

  /** Answers the table to write into, quoted. */
  private async prepareTable(
    step: WriteTableStep,
    columns: SinkColumn[],
  ): Promise<string> {
    const table = quoteTable(step.table, quoteMysql);
    const existing = await this.columnsOf(table);
    if (step.create === 'again') return this.makeNext(step, table, columns);
    if (!existing) {
      if (step.create === 'never') {
        throw new Error(
          `Table "${step.table}" does not exist, and schema_save_mode does not allow to make it`,
        );
      }
      await this.make(table, step, columns);
      return table;
    }
    checkColumns(
      step.table,
      columns.map(c => c.name),
      existing,
    );
    if (step.existing === 'refuse' && (await this.holdsRows(table))) {
      throw new Error(
        `Table "${step.table}" holds rows already, and data_save_mode is ERROR_WHEN_DATA_EXISTS`,
      );
    }
    // Not TRUNCATE, which would commit.
    if (step.existing === 'replace') {
      await this.connection.query(`DELETE FROM ${table}`);
    }
    return table;
  }

  private async makeNext(
    step: WriteTableStep,
    table: string,
    columns: SinkColumn[],
  ): Promise<string> {
    const suffix = this.scope.runId.replace(/[^0-9a-z]/gi, '').slice(0, 12);
    const parts = tableParts(step.table);
    const last = `scaleph_${suffix}_${this.exchanges.length}`;
    const next = [...parts.slice(0, -1), last].map(quoteMysql).join('.');
    await this.make(next, step, columns);
    this.exchanges.push({ table, next });
    return next;
  }

  private async make(
    table: string,
    step: WriteTableStep,
    columns: SinkColumn[],
  ): Promise<void> {
    const keys = step.primaryKeys;
    const fields = columns.map(
      ({ name, type }) =>
        `${quoteMysql(name)} ${toMysqlType(type, keys.includes(name))}`,
    );
    if (keys.length > 0) {
      fields.push(`PRIMARY KEY (${keys.map(quoteMysql).join(', ')})`);
    }
    await this.definer.query(
      `CREATE TABLE ${table} (${fields.join(
        ', ',
      )}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    );
    this.made.push(table);
  }

  private async columnsOf(table: string): Promise<string[] | undefined> {
    try {
      const [, fields] = await this.definer.query(
        `SELECT * FROM ${table} LIMIT 0`,
      );
      return fields.map(({ name }) => name);
    } catch (error) {
      if ((error as { code?: string }).code === 'ER_NO_SUCH_TABLE') {
        return undefined;
      }
      throw error;
    }
  }

  private async holdsRows(table: string): Promise<boolean> {
    const [rows] = await this.connection.query<RowDataPacket[]>(
      `SELECT 1 FROM ${table} LIMIT 1`,
    );
    return rows.length > 0;
  }

  /** Without such an index ON DUPLICATE KEY would add every row and say nothing. */
  private async checkUnique(
    { upsertBy = [] }: WriteTableStep,
    table: string,
  ): Promise<void> {
    const [rows] = await this.definer.query<RowDataPacket[]>(
      `SHOW INDEX FROM ${table} WHERE Non_unique = 0`,
    );
    const indexes = new Map<string, Set<string>>();
    for (const row of rows) {
      const columns = indexes.get(row.Key_name) ?? new Set<string>();
      indexes.set(row.Key_name, columns.add(row.Column_name));
    }
    const wanted = new Set(upsertBy);
    const found = [...indexes.values()].some(
      columns =>
        columns.size === wanted.size && [...columns].every(c => wanted.has(c)),
    );
    if (!found) {
      throw new Error(
        `upsert needs a unique index or primary key of ${table} over (${upsertBy.join(
          ', ',
        )})`,
      );
    }
  }
}

function plain(quoted: string): string {
  return quoted.replace(/`/g, '');
}
