import { Queryable } from '../../database/Transaction';

/**
 * SQL for "now", in milliseconds since 1970, on the clock of the database.
 * Leases are compared by several back ends; their own clocks may differ.
 *
 * @internal
 */
export function databaseClock(knex: Queryable): string {
  const client = knex.client.config.client;
  return client === 'pg'
    ? '(extract(epoch from clock_timestamp()) * 1000)::bigint'
    : `cast(unixepoch('subsec') * 1000 as integer)`;
}
