import { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { toTimestamp } from '../database/timestamps';
import { SqlOperationRow } from './sqlRows';

interface SqlPageRow {
  operation_id: string;
  page: number;
  first_row: number;
  row_count: number;
  rows: string;
}

/** Rows of statements on data sources, in the database: any back end serves them, and a reload finds them. @internal */
export class ResultPages {
  constructor(private readonly knex: Knex) {}

  /** The operation as it is now. */
  async operation(id: string): Promise<SqlOperationRow | undefined> {
    return this.operations().where({ id }).first();
  }

  async begin(id: string, columns: SqlColumn[] | undefined): Promise<void> {
    await this.patch(id, {
      result_kind: columns ? 'rows' : 'none',
      ...(columns && { columns: JSON.stringify(columns) }),
    });
  }

  /** Adds a page; its rows are seen by readers at once. */
  async add(
    id: string,
    page: { number: number; firstRow: number; rows: unknown[][] },
  ): Promise<void> {
    const { number, firstRow, rows } = page;
    await this.knex.transaction(async tx => {
      await tx<SqlPageRow>('sql_pages').insert({
        operation_id: id,
        page: number,
        first_row: firstRow,
        row_count: rows.length,
        rows: JSON.stringify(rows),
      });
      await tx<SqlOperationRow>('sql_operations')
        .where({ id })
        .update({ pages: number + 1, rows: firstRow + rows.length });
    });
  }

  async read(id: string, page: number): Promise<unknown[][] | undefined> {
    const row = await this.knex<SqlPageRow>('sql_pages')
      .where({ operation_id: id, page })
      .first();
    return row && (JSON.parse(row.rows) as unknown[][]);
  }

  /** While it runs: that somebody runs it. True when it is to be stopped. */
  async beat(id: string): Promise<boolean> {
    await this.patch(id, { seen_at: toTimestamp() });
    const row = await this.operation(id);
    return !row || Boolean(row.cancel_asked) || row.state !== 'running';
  }

  /** Ends it; what has ended stays as it is. */
  async end(id: string, patch: Partial<SqlOperationRow>): Promise<void> {
    await this.operations()
      .where({ id, state: 'running' })
      .update({ ...patch, ended_at: toTimestamp() });
  }

  /** Rows of statements that ended before; and of those that are forgotten. */
  async cleanUp(before: string): Promise<void> {
    await this.knex<SqlPageRow>('sql_pages')
      .whereNotIn('operation_id', ids =>
        ids
          .select('id')
          .from('sql_operations')
          .where('state', 'running')
          .orWhere('ended_at', '>=', before),
      )
      .delete();
  }

  private async patch(id: string, patch: Partial<SqlOperationRow>) {
    await this.operations().where({ id, state: 'running' }).update(patch);
  }

  private operations() {
    return this.knex<SqlOperationRow>('sql_operations');
  }
}
