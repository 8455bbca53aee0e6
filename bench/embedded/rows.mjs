// The rows of the bench: about 50 bytes each in CSV.
import { DuckDBInstance } from '@duckdb/node-api';

export const MILLION = 1_000_000;

/** A SELECT of rows from `first` (0 for the first) to before `last`. */
export function rowsSql(first, last) {
  return `SELECT i AS id, 'customer ' || (i * 7919 % 100000) AS name, (i * 31 % 1000000) / 100.0 AS price, i % 50 AS quantity, ['de', 'fr', 'us', 'cn', 'br'][1 + i % 5] AS country, DATE '2020-01-01' + (i % 2000)::INTEGER AS day FROM range(${first}, ${last}) AS r(i)`;
}

/** Writes a CSV file with a header. */
export async function makeRows(file, count) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${rowsSql(0, count)}) TO '${file}' (FORMAT csv)`);
  connection.closeSync();
  instance.closeSync();
}
