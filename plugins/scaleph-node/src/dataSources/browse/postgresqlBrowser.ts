import { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';
import type { Client } from 'pg';
import { postgresqlReader } from '../../sql/readers/postgresqlReader';
import { connectPostgresql } from '../connect/connectPostgresql';
import { whileOpen } from '../connect/whileOpen';
import { BrowseRequest, DataSourceBrowser } from '../DataSourceBrowser';
import { cutPostgresql } from './cut/cutPostgresql';
import { quoted } from './quoted';
import { MOST_COLUMNS, sampleTable } from './sampleTable';
import { unknownObject } from './unknownObject';

const FITS = (column: string, at: number) =>
  `($${at}::text IS NULL OR pg_catalog.strpos(pg_catalog.lower(${column}), pg_catalog.lower($${at}::text)) > 0)`;

const SCHEMAS = `
SELECT 'schema' AS kind, n.nspname AS name, n.nspname = pg_catalog.current_schema() AS current, pg_catalog.obj_description(n.oid, 'pg_namespace') AS comment
FROM pg_catalog.pg_namespace n
WHERE n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname NOT LIKE 'pg\\_temp%' AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND ${FITS(
  'n.nspname',
  1,
)}
ORDER BY n.nspname = 'information_schema', n.nspname LIKE 'pg\\_%', n.nspname LIMIT $2`;

/** The estimates are those of the last ANALYZE; a partitioned table has the sum of its parts. */
const TABLES = `
SELECT CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END AS kind, c.relname AS name,
  pg_catalog.obj_description(c.oid, 'pg_class') AS comment,
  CASE WHEN c.relkind IN ('r', 'm', 'p') AND c.reltuples >= 0 THEN c.reltuples::bigint::text END AS rows,
  CASE WHEN c.relkind IN ('r', 'm') THEN pg_catalog.pg_total_relation_size(c.oid)::text END AS bytes
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1 AND c.relkind IN ('r', 'v', 'm', 'f', 'p') AND ${FITS(
  'c.relname',
  2,
)}
ORDER BY c.relname LIMIT $3`;

const COLUMNS = `
SELECT 'column' AS kind, a.attname AS name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
  EXISTS (SELECT 1 FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)) AS key,
  pg_catalog.col_description(c.oid, a.attnum) AS comment
FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'v', 'm', 'f', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND ${FITS(
  'a.attname',
  3,
)}
ORDER BY a.attnum LIMIT $4`;

const HAS_SCHEMA = 'SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1';
const HAS_TABLE =
  'SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2';

interface Row {
  kind: 'schema' | 'table' | 'view' | 'column';
  name: string;
  current?: boolean;
  type?: string;
  nullable?: boolean;
  key?: boolean;
  comment?: string | null;
  rows?: string | null;
  bytes?: string | null;
}

/** Schemas, tables and columns of PostgreSQL. @internal */
export const postgresqlBrowser: DataSourceBrowser = {
  levels: ['schema', 'table', 'column'],
  async objects(connection, request) {
    const client = await connectPostgresql({
      ...connection,
      signal: request.signal,
    });
    return whileOpen(request.signal, client, async () => {
      const rows = await readLevel(client, request);
      if (rows.length === 0) await requireParent(client, request.path);
      return {
        items: rows.slice(0, request.limit).map(toObject),
        truncated: rows.length > request.limit,
      };
    });
  },
  async rows(connection, request) {
    const [schema, table, ...rest] = request.path;
    if (table === undefined || rest.length) throw unknownObject(request.path);
    const name = `${quoted(schema, '"')}.${quoted(table, '"')}`;
    const { items: columns } = await postgresqlBrowser.objects(connection, {
      ...request,
      limit: MOST_COLUMNS,
    });
    return sampleTable(postgresqlReader, connection, request, {
      columns,
      quote: column => quoted(column, '"'),
      cutter: cutPostgresql,
      select: list => `SELECT ${list} FROM ${name} LIMIT ${request.limit + 1}`,
    });
  },
};

async function readLevel(
  client: Client,
  {
    path,
    search = null,
    limit,
  }: Omit<BrowseRequest, 'search'> & {
    search?: string | null;
  },
): Promise<Row[]> {
  const query = [SCHEMAS, TABLES, COLUMNS][path.length];
  if (!query) throw unknownObject(path);
  const values = [...path, search, limit + 1];
  return (await client.query<Row>(query, values)).rows;
}

/** Nothing in a level is no error; a level of nothing is. */
async function requireParent(client: Client, path: readonly string[]) {
  const query = [undefined, HAS_SCHEMA, HAS_TABLE][path.length];
  if (!query) return;
  const { rows } = await client.query(query, [...path]);
  if (rows.length === 0) throw unknownObject(path);
}

function toObject(row: Row): DataSourceObject {
  const isTable = row.kind === 'table' || row.kind === 'view';
  return {
    kind: row.kind,
    name: row.name,
    hasChildren: row.kind !== 'column',
    ...(isTable && { hasRows: true }),
    ...(row.type && { type: row.type }),
    ...(row.kind === 'column' && { nullable: row.nullable === true }),
    ...(row.key && { key: true }),
    ...(row.current && { current: true }),
    ...(row.comment && { comment: row.comment }),
    ...(row.rows && { rows: Number(row.rows) }),
    ...(row.bytes && { bytes: Number(row.bytes) }),
  };
}
