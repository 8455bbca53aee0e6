import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WriteTableStep } from '../../../plan/EmbeddedPlan';
import { sinkSql } from '../../../plan/planText';
import { quoteIdentifier } from '../../../plan/sqlText';
import { Queries } from '../../Queries';
import { RunScope } from '../../RunScope';
import { checkColumns, checkKeys } from '../columnNames';
import { SinkColumn, TableWriter } from '../Database';
import { quoteTable } from '../tableName';
import { toCopyText, toPostgresqlType } from './writeTypes';

/** Everything in one transaction, making of tables included; others see the old rows until it commits. @internal */
export class PostgresqlWriter implements TableWriter {
  private committed = false;
  private stages = 0;

  private constructor(
    private readonly client: Client,
    private readonly scope: RunScope,
    private readonly unwatch: () => void,
  ) {}

  static async begin(
    client: Client,
    scope: RunScope,
    unwatch: () => void,
  ): Promise<PostgresqlWriter> {
    await client.query('BEGIN');
    return new PostgresqlWriter(client, scope, unwatch);
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
    await this.prepareTable(step, table, columns);
    const copy = (target: string) =>
      this.copy(step, target, columns, queries, onRows);
    if (!step.upsertBy) return copy(table);
    const stage = quoteIdentifier(`scaleph_stage_${this.stages++}`);
    const list = names.map(quoteIdentifier).join(', ');
    await this.client.query(
      `CREATE TEMP TABLE ${stage} ON COMMIT DROP AS SELECT ${list} FROM ${table} LIMIT 0`,
    );
    await this.client.query(
      `ALTER TABLE ${stage} ADD COLUMN scaleph_row bigserial`,
    );
    const rows = await copy(stage);
    await this.merge(step.upsertBy, table, stage, names);
    return rows;
  }

  async commit(): Promise<void> {
    if (this.committed) return;
    await this.client.query('COMMIT');
    this.committed = true;
  }

  async rollBack(): Promise<void> {
    // A connection that the stop closed has rolled back by that.
    if (!this.committed && !this.scope.stop.request) {
      await this.client.query('ROLLBACK');
    }
  }

  async close(): Promise<void> {
    this.unwatch();
    if (!this.scope.stop.request) await this.client.end();
  }

  private async prepareTable(
    step: WriteTableStep,
    table: string,
    columns: SinkColumn[],
  ): Promise<void> {
    if (step.create === 'again') {
      await this.client.query(`DROP TABLE IF EXISTS ${table}`);
    }
    const existing = await this.columnsOf(table);
    if (!existing) {
      if (step.create === 'never') {
        throw new Error(
          `Table "${step.table}" does not exist, and schema_save_mode does not allow to make it`,
        );
      }
      await this.client.query(createSql(step, table, columns));
      return;
    }
    checkColumns(
      step.table,
      columns.map(c => c.name),
      existing,
    );
    if (step.existing === 'refuse') {
      const { rowCount } = await this.client.query(
        `SELECT 1 FROM ${table} LIMIT 1`,
      );
      if (rowCount) {
        throw new Error(
          `Table "${step.table}" holds rows already, and data_save_mode is ERROR_WHEN_DATA_EXISTS`,
        );
      }
    }
    // Not TRUNCATE: that would keep readers waiting, and is seen by transactions that began before.
    if (step.existing === 'replace') {
      await this.client.query(`DELETE FROM ${table}`);
    }
  }

  private async columnsOf(table: string): Promise<string[] | undefined> {
    const { rows } = await this.client.query(
      'SELECT to_regclass($1) IS NOT NULL AS there',
      [table],
    );
    if (!rows[0].there) return undefined;
    const { fields } = await this.client.query(
      `SELECT * FROM ${table} LIMIT 0`,
    );
    return fields.map(({ name }) => name);
  }

  /** COPY in the text format; DuckDB makes the lines, so that one string a row crosses over to here. */
  private async copy(
    step: WriteTableStep,
    target: string,
    columns: SinkColumn[],
    queries: Queries,
    onRows: (rows: number) => void,
  ): Promise<number> {
    const list = columns.map(c => quoteIdentifier(c.name)).join(', ');
    const texts = columns.map(({ name, type }) =>
      toCopyText(quoteIdentifier(name), type),
    );
    const sql = `SELECT concat_ws(chr(9), ${texts.join(
      ', ',
    )}) AS line FROM (\n${sinkSql(step)}\n)`;
    let rows = 0;
    const lines = async function* copyLines() {
      for await (const chunk of queries.chunks(step, sql)) {
        const values = chunk.getColumnValues(0) as string[];
        yield Buffer.from(`${values.join('\n')}\n`);
        rows += values.length;
        onRows(rows);
      }
    };
    const stream = this.client.query(
      from(`COPY ${target} (${list}) FROM STDIN`),
    );
    await pipeline(Readable.from(lines()), stream);
    return rows;
  }

  /** Of several rows with one key the last one counts. */
  private async merge(
    keys: string[],
    table: string,
    stage: string,
    names: string[],
  ): Promise<void> {
    const list = names.map(quoteIdentifier).join(', ');
    const key = keys.map(quoteIdentifier).join(', ');
    const others = names.filter(name => !keys.includes(name));
    const update = others.map(
      name => `${quoteIdentifier(name)} = EXCLUDED.${quoteIdentifier(name)}`,
    );
    const action =
      others.length > 0 ? `DO UPDATE SET ${update.join(', ')}` : 'DO NOTHING';
    await this.client
      .query(
        `INSERT INTO ${table} (${list}) SELECT DISTINCT ON (${key}) ${list} FROM ${stage} ORDER BY ${key}, scaleph_row DESC ON CONFLICT (${key}) ${action}`,
      )
      .catch(error => {
        if (error.code !== '42P10') throw error;
        throw new Error(
          `upsert needs a unique index or primary key of ${table} over (${keys.join(
            ', ',
          )})`,
        );
      });
  }
}

function createSql(
  step: WriteTableStep,
  table: string,
  columns: SinkColumn[],
): string {
  const fields = columns.map(
    ({ name, type }) => `${quoteIdentifier(name)} ${toPostgresqlType(type)}`,
  );
  const keys = step.primaryKeys.map(quoteIdentifier).join(', ');
  if (keys) fields.push(`PRIMARY KEY (${keys})`);
  return `CREATE TABLE ${table} (${fields.join(', ')})`;
}
