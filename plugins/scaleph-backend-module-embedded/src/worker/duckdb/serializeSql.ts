import type { DuckDBConnection } from '@duckdb/node-api';
import { SerializedSql } from '../../plan/selectGuard';

/** Parses SQL without running it. @internal */
export async function serializeSql(
  connection: DuckDBConnection,
  sql: string,
): Promise<SerializedSql> {
  // The argument must be a constant for DuckDB, so it cannot be bound.
  const literal = `'${sql.replace(/'/g, "''")}'`;
  const result = await connection.runAndReadAll(
    `SELECT json_serialize_sql(${literal}, skip_empty := true, skip_null := true)`,
  );
  return JSON.parse(String(result.getRows()[0][0])) as SerializedSql;
}
