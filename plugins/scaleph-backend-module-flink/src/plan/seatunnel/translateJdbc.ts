import { JsonObject } from '@backstage/types';
import type { NodeTranslation } from './translateNode';

/** Jdbc: what its sink writes is said by database and table. @internal */
export function translateJdbc({
  node,
  connection,
}: NodeTranslation): JsonObject {
  const options = (node.options ?? {}) as JsonObject;
  if (node.kind !== 'sink') {
    const path = options.table_path;
    if (typeof path !== 'string') return options;
    return { ...options, table_path: tablePath(connection, path) };
  }
  const { table, enable_upsert: upsert, ...rest } = options;
  // A statement of the user's own, for which SeaTunnel makes none.
  if (rest.query !== undefined) return { ...rest, generate_sink_sql: false };
  return {
    ...rest,
    generate_sink_sql: true,
    database: String(connection?.config.database ?? ''),
    table: tableName(connection, String(table)),
    ...(upsert !== undefined && { enable_upsert: upsert }),
  };
}

/** SeaTunnel names a table by its database too: `shop.orders`, `shop.public.orders`. */
function tablePath(
  connection: NodeTranslation['connection'],
  path: string,
): string {
  const database = String(connection?.config.database ?? '');
  const name = tableName(connection, path);
  const parts = connection?.type === 'postgresql' ? 3 : 2;
  return name.split('.').length >= parts ? name : `${database}.${name}`;
}

/** In PostgreSQL with the schema, which is `public` when none is given. */
function tableName(
  connection: NodeTranslation['connection'],
  table: string,
): string {
  const isPostgresql = connection?.type === 'postgresql';
  return isPostgresql && !table.includes('.') ? `public.${table}` : table;
}
