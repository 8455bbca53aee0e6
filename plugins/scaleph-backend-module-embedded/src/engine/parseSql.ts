import { SerializedSql } from '../plan/selectGuard';
import { serializeSql } from '../worker/duckdb/serializeSql';

/** Parses SQL with a DuckDB that can do nothing else: it holds no data and its lock-down is the worker's. @internal */
export async function parseSql(sql: string): Promise<SerializedSql> {
  // Its native library takes a while to load, and pipelines without SQL do not need it here. By `require`, as Jest wants it.
  const { DuckDBInstance } =
    require('@duckdb/node-api') as typeof import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: '64MiB',
    max_expression_depth: '200',
    enable_external_access: 'false',
    lock_configuration: 'true',
  });
  const connection = await instance.connect();
  try {
    return await serializeSql(connection, sql);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
