import { Knex } from 'knex';
import { Keyset } from '../http/cursor';

/** @internal */
export interface KeysetOrder {
  /** Qualified column, a constant of the code: `pipelines.name`. */
  column: string;
  /** Breaks ties; unique. */
  idColumn: string;
  descending: boolean;
}

/**
 * Orders a query and, with `after`, starts behind that row. A row value
 * comparison, which both databases answer from an index on (column, id);
 * unlike OFFSET it neither slows down nor skips rows when others are added.
 *
 * @internal
 */
export function orderByKeyset<T extends Knex.QueryBuilder>(
  query: T,
  order: KeysetOrder,
  after?: Keyset,
): T {
  const direction = order.descending ? 'desc' : 'asc';
  query.orderBy(order.column, direction).orderBy(order.idColumn, direction);
  if (after) {
    query.whereRaw(`(??, ??) ${order.descending ? '<' : '>'} (?, ?)`, [
      order.column,
      order.idColumn,
      after.value,
      after.id,
    ]);
  }
  return query;
}
