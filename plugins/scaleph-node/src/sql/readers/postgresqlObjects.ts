import type { Client } from 'pg';
import { SqlReader } from '../SqlReader';

type Objects = Awaited<ReturnType<SqlReader['objects']>>;

const SCHEMAS = `
SELECT nspname AS name, nspname = current_schema() AS current
FROM pg_catalog.pg_namespace
WHERE nspname NOT LIKE 'pg\\_toast%' AND nspname NOT LIKE 'pg\\_temp%' AND pg_catalog.has_schema_privilege(oid, 'USAGE')
ORDER BY nspname = 'information_schema', nspname LIKE 'pg\\_%', nspname`;

const TABLES = `
SELECT c.relname AS name, c.relkind IN ('v', 'm') AS is_view, pg_catalog.obj_description(c.oid, 'pg_class') AS comment
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1 AND c.relkind IN ('r', 'v', 'm', 'f', 'p')
ORDER BY c.relname`;

const COLUMNS = `
SELECT a.attname AS name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
  EXISTS (SELECT 1 FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)) AS key,
  pg_catalog.col_description(c.oid, a.attnum) AS comment
FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum`;

/** @internal */
export async function postgresqlObjects(
  client: Client,
  { database, table }: { database?: string; table?: string },
): Promise<Objects> {
  if (database === undefined) {
    const { rows } = await client.query(SCHEMAS);
    return rows.map(({ name, current }) => ({
      kind: 'database' as const,
      name,
      ...(current && { current: true }),
    }));
  }
  if (table === undefined) {
    const { rows } = await client.query(TABLES, [database]);
    return rows.map(({ name, is_view: isView, comment }) => ({
      kind: isView ? ('view' as const) : ('table' as const),
      name,
      ...(comment && { comment }),
    }));
  }
  const { rows } = await client.query(COLUMNS, [database, table]);
  return rows.map(({ name, type, nullable, key, comment }) => ({
    kind: 'column' as const,
    name,
    type,
    nullable,
    ...(key && { key }),
    ...(comment && { comment }),
  }));
}
