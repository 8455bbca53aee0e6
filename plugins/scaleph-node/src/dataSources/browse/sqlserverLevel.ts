import { connectSqlserver } from '../connect/connectSqlserver';
import { sqlserverBatches } from '../../sql/readers/sqlserverReader';
import { BrowseRequest } from '../DataSourceBrowser';
import { DataSourceConnection } from '../DataSourceConnection';
import { unknownObject } from './unknownObject';

/** An object of a SQL Server's database. @internal */
export interface SqlserverObject {
  kind: 'schema' | 'table' | 'view' | 'column';
  name: string;
  type?: string;
  nullable?: boolean;
  key?: boolean;
  current?: boolean;
  rows?: number;
  bytes?: number;
}

/** Doubling the quote is all that T-SQL knows in a literal. */
const literal = (text: string) => `N'${text.split("'").join("''")}'`;

/** One level, one object more than `limit` when there are more; NotFoundError for a path that is none. @internal */
export async function sqlserverLevel(
  connection: DataSourceConnection,
  request: BrowseRequest,
): Promise<SqlserverObject[]> {
  const { path, signal } = request;
  const statement = statementOf(request);
  const client = await connectSqlserver({ ...connection, signal });
  try {
    const rows: unknown[][] = [];
    for await (const batch of sqlserverBatches(client, statement, signal)) {
      rows.push(...batch.rows);
    }
    const found = rows.map(toObject);
    // A column of a table, a table of a schema: nothing at all is a wrong name, unless somebody searches.
    if (found.length === 0 && path.length > 0 && !request.search) {
      throw unknownObject(path);
    }
    return found;
  } finally {
    client.close();
  }
}

/** Answers kind, name, type, nullable, key, current, rows, bytes. */
function statementOf({ path, search, limit }: BrowseRequest): string {
  const [schema = '', table = ''] = path.map(literal);
  const top = `TOP (${limit + 1})`;
  const fits = (column: string) =>
    search
      ? `CHARINDEX(LOWER(${literal(search)}), LOWER(${column})) > 0`
      : '1 = 1';
  switch (path.length) {
    case 0:
      return `SELECT ${top} 'schema', s.name, NULL, NULL, 0, CASE WHEN s.name = SCHEMA_NAME() THEN 1 ELSE 0 END, NULL, NULL
FROM sys.schemas s WHERE ${fits(
        's.name',
      )} AND s.schema_id < 16384 ORDER BY CASE WHEN s.name IN ('sys', 'INFORMATION_SCHEMA', 'guest') THEN 1 ELSE 0 END, s.name`;
    case 1:
      return `SELECT ${top} CASE o.type WHEN 'V' THEN 'view' ELSE 'table' END, o.name, NULL, NULL, 0, 0, p.row_count, p.byte_count
FROM sys.all_objects o LEFT JOIN (SELECT object_id, SUM(CASE WHEN index_id < 2 THEN row_count ELSE 0 END) AS row_count, SUM(reserved_page_count) * 8192 AS byte_count
  FROM sys.dm_db_partition_stats GROUP BY object_id) p ON p.object_id = o.object_id
WHERE o.type IN ('U', 'V') AND SCHEMA_NAME(o.schema_id) = ${schema} AND ${fits(
        'o.name',
      )} ORDER BY o.name`;
    case 2:
      return `SELECT ${top} 'column', c.name, TYPE_NAME(c.user_type_id) +
  CASE WHEN TYPE_NAME(c.system_type_id) IN ('decimal', 'numeric') THEN CONCAT('(', c.precision, ',', c.scale, ')')
    WHEN TYPE_NAME(c.system_type_id) IN ('char', 'varchar', 'binary', 'varbinary', 'nchar', 'nvarchar') THEN
      CASE WHEN c.max_length = -1 THEN '(max)' WHEN TYPE_NAME(c.system_type_id) LIKE 'n%' THEN CONCAT('(', c.max_length / 2, ')') ELSE CONCAT('(', c.max_length, ')') END
    ELSE '' END,
  CAST(c.is_nullable AS int), CASE WHEN k.column_id IS NULL THEN 0 ELSE 1 END, 0, NULL, NULL
FROM sys.all_columns c JOIN sys.all_objects o ON o.object_id = c.object_id
  LEFT JOIN (SELECT ic.object_id, ic.column_id FROM sys.index_columns ic JOIN sys.indexes i ON i.object_id = ic.object_id AND i.index_id = ic.index_id AND i.is_primary_key = 1) k
    ON k.object_id = c.object_id AND k.column_id = c.column_id
WHERE SCHEMA_NAME(o.schema_id) = ${schema} AND o.name = ${table} AND o.type IN ('U', 'V') AND ${fits(
        'c.name',
      )} ORDER BY c.column_id`;
    default:
      throw unknownObject(path);
  }
}

function toObject(row: unknown[]): SqlserverObject {
  const [kind, name, type, nullable, key, current, rows, bytes] = row;
  const isTable = kind === 'table';
  return {
    kind: kind as SqlserverObject['kind'],
    name: String(name),
    ...(type !== null && { type: String(type) }),
    ...(nullable !== null && { nullable: Number(nullable) === 1 }),
    ...(Number(key) === 1 && { key: true }),
    ...(Number(current) === 1 && { current: true }),
    ...(isTable && rows !== null && { rows: Number(rows) }),
    ...(isTable && bytes !== null && { bytes: Number(bytes) }),
  };
}
