import { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { mysqlReader } from '../../sql/readers/mysqlReader';
import { connectMysql } from '../connect/connectMysql';
import { BrowseRequest, DataSourceBrowser } from '../DataSourceBrowser';
import { DataSourceConnection } from '../DataSourceConnection';
import { whileOpen } from '../connect/whileOpen';
import { cutMysql } from './cut/cutMysql';
import { quoted } from './quoted';
import { MOST_COLUMNS, sampleTable } from './sampleTable';
import { unknownObject } from './unknownObject';

const FITS = (column: string) =>
  `(? IS NULL OR LOCATE(LOWER(?), LOWER(${column})) > 0)`;

const SCHEMAS = `
SELECT 'schema' AS kind, schema_name AS name, schema_name = DATABASE() AS is_current
FROM information_schema.schemata WHERE ${FITS('schema_name')}
ORDER BY schema_name IN ('information_schema', 'mysql', 'performance_schema', 'sys'), schema_name LIMIT ?`;

const TABLES = `
SELECT IF(table_type LIKE '%VIEW%', 'view', 'table') AS kind, table_name AS name, IF(table_comment = 'VIEW', '', table_comment) AS comment,
  table_rows AS row_count, data_length + index_length AS byte_count
FROM information_schema.tables WHERE table_schema = ? AND ${FITS('table_name')}
ORDER BY table_name LIMIT ?`;

const COLUMNS = `
SELECT 'column' AS kind, column_name AS name, column_type AS type, is_nullable = 'YES' AS is_nullable, column_key = 'PRI' AS is_key, column_comment AS comment
FROM information_schema.columns WHERE table_schema = ? AND table_name = ? AND ${FITS(
  'column_name',
)}
ORDER BY ordinal_position LIMIT ?`;

const HAS_SCHEMA =
  'SELECT 1 AS found FROM information_schema.schemata WHERE schema_name = ?';
const HAS_TABLE =
  'SELECT 1 AS found FROM information_schema.tables WHERE table_schema = ? AND table_name = ?';

/** Databases, tables and columns of MySQL, and of what speaks its protocol. @internal */
export const mysqlBrowser: DataSourceBrowser = {
  levels: ['schema', 'table', 'column'],
  objects: (connection, request) => mysqlObjects(connection, request),
  async rows(connection, request) {
    const name = tableOfMysql(request.path);
    const { items: columns } = await mysqlBrowser.objects(connection, {
      ...request,
      limit: MOST_COLUMNS,
    });
    return sampleTable(mysqlReader, connection, request, {
      columns,
      quote: column => quoted(column, '`'),
      cutter: cutMysql,
      select: list => `SELECT ${list} FROM ${name} LIMIT ${request.limit + 1}`,
    });
  },
};

/** One level. @internal */
export async function mysqlObjects(
  connection: DataSourceConnection & { product?: string },
  request: BrowseRequest,
) {
  const { path, search = null, limit, signal } = request;
  const query = [SCHEMAS, TABLES, COLUMNS][path.length];
  if (!query) throw unknownObject(path);
  const client = await connectMysql({ ...connection, signal });
  return whileOpen(signal, client, async () => {
    const values = [...path, search, search, limit + 1];
    const [rows] = await client.query<RowDataPacket[]>(query, values);
    if (rows.length === 0) await requireParent(client, path);
    return {
      items: rows.slice(0, limit).map(toObject),
      truncated: rows.length > limit,
    };
  });
}

/** The name of a table, quoted. @internal */
export function tableOfMysql(path: readonly string[]): string {
  const [schema, table, ...rest] = path;
  if (table === undefined || rest.length) throw unknownObject(path);
  return `${quoted(schema, '`')}.${quoted(table, '`')}`;
}

async function requireParent(client: Connection, path: readonly string[]) {
  const query = [undefined, HAS_SCHEMA, HAS_TABLE][path.length];
  if (!query) return;
  const [rows] = await client.query<RowDataPacket[]>(query, [...path]);
  if (rows.length === 0) throw unknownObject(path);
}

function toObject(row: RowDataPacket): DataSourceObject {
  const isTable = row.kind === 'table' || row.kind === 'view';
  const isColumn = row.kind === 'column';
  return {
    kind: row.kind,
    name: row.name,
    hasChildren: !isColumn,
    ...(isTable && { hasRows: true }),
    ...(isColumn && {
      type: String(row.type),
      nullable: Number(row.is_nullable) === 1,
    }),
    ...(Number(row.is_key) === 1 && { key: true }),
    ...(Number(row.is_current) === 1 && { current: true }),
    ...(row.comment && { comment: String(row.comment) }),
    ...(isNumber(row.row_count) && { rows: Number(row.row_count) }),
    ...(isNumber(row.byte_count) && { bytes: Number(row.byte_count) }),
  };
}

/** Views have NULL; a large one is a string. */
function isNumber(value: unknown): boolean {
  return value !== null && value !== undefined;
}
