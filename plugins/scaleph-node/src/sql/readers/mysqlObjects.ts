import type { Connection, RowDataPacket } from 'mysql2/promise';
import { SqlReader } from '../SqlReader';

type Objects = Awaited<ReturnType<SqlReader['objects']>>;

const SCHEMAS = `
SELECT schema_name AS name, schema_name = database() AS current FROM information_schema.schemata
ORDER BY schema_name IN ('information_schema', 'mysql', 'performance_schema', 'sys'), schema_name`;

const TABLES = `
SELECT table_name AS name, table_type LIKE '%VIEW%' AS is_view, table_comment AS comment
FROM information_schema.tables WHERE table_schema = ? ORDER BY table_name`;

const COLUMNS = `
SELECT column_name AS name, column_type AS type, is_nullable = 'YES' AS nullable, column_key = 'PRI' AS is_key, column_comment AS comment
FROM information_schema.columns WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position`;

/** @internal */
export async function mysqlObjects(
  client: Connection,
  { database, table }: { database?: string; table?: string },
): Promise<Objects> {
  const query = async (sql: string, values: string[]) => {
    const [rows] = await client.query<RowDataPacket[]>(sql, values);
    return rows;
  };
  if (database === undefined) {
    const rows = await query(SCHEMAS, []);
    return rows.map(({ name, current }) => ({
      kind: 'database' as const,
      name,
      ...(Number(current) === 1 && { current: true }),
    }));
  }
  if (table === undefined) {
    const rows = await query(TABLES, [database]);
    return rows.map(({ name, is_view: isView, comment }) => ({
      kind: Number(isView) === 1 ? ('view' as const) : ('table' as const),
      name,
      ...(comment && comment !== 'VIEW' && { comment }),
    }));
  }
  const rows = await query(COLUMNS, [database, table]);
  return rows.map(({ name, type, nullable, is_key: key, comment }) => ({
    kind: 'column' as const,
    name,
    type,
    nullable: Number(nullable) === 1,
    ...(Number(key) === 1 && { key: true }),
    ...(comment && { comment }),
  }));
}
