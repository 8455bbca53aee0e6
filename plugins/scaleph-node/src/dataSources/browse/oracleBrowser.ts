import { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';
import type { Connection, Metadata } from 'oracledb';
import { loadOracledb } from '../connect/drivers';
import { withOracle } from '../connect/withOracle';
import { fitNumber } from '../../sql/readers/fitNumber';
import { BrowseRequest, DataSourceBrowser } from '../DataSourceBrowser';
import { cutOracle } from './cut/cutOracle';
import { quoted } from './quoted';
import { sampleColumns, toSample } from './sampleColumns';
import { MOST_COLUMNS } from './sampleTable';
import { unknownObject } from './unknownObject';

const FITS = (column: string) =>
  `(:search IS NULL OR INSTR(LOWER(${column}), LOWER(:search)) > 0)`;

const SCHEMAS = `SELECT * FROM (SELECT DISTINCT 'schema' AS kind, owner AS name, CASE WHEN owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') THEN 1 END AS is_current,
  NULL AS type, NULL AS nullable, NULL AS is_key, NULL AS row_count, NULL AS remark
FROM all_objects WHERE object_type IN ('TABLE', 'VIEW') AND ${FITS(
  'owner',
)} ORDER BY name) WHERE ROWNUM <= :top`;

const TABLES = `SELECT * FROM (SELECT CASE o.object_type WHEN 'VIEW' THEN 'view' ELSE 'table' END AS kind, o.object_name AS name, NULL AS is_current,
  NULL AS type, NULL AS nullable, NULL AS is_key, t.num_rows AS row_count, c.comments AS remark
FROM all_objects o LEFT JOIN all_tables t ON t.owner = o.owner AND t.table_name = o.object_name
  LEFT JOIN all_tab_comments c ON c.owner = o.owner AND c.table_name = o.object_name
WHERE o.owner = :owner AND o.object_type IN ('TABLE', 'VIEW') AND ${FITS(
  'o.object_name',
)} ORDER BY o.object_name) WHERE ROWNUM <= :top`;

const COLUMNS = `SELECT * FROM (SELECT 'column' AS kind, c.column_name AS name, NULL AS is_current,
  c.data_type || CASE WHEN c.data_type = 'NUMBER' AND c.data_precision IS NOT NULL THEN '(' || c.data_precision || ',' || c.data_scale || ')'
    WHEN c.data_type IN ('VARCHAR2', 'NVARCHAR2', 'CHAR', 'NCHAR') THEN '(' || c.char_length || ')' END AS type,
  c.nullable AS nullable, (SELECT MAX(1) FROM all_constraints k JOIN all_cons_columns kc ON kc.owner = k.owner AND kc.constraint_name = k.constraint_name
    WHERE k.constraint_type = 'P' AND k.owner = c.owner AND k.table_name = c.table_name AND kc.column_name = c.column_name) AS is_key, NULL AS row_count, m.comments AS remark
FROM all_tab_columns c LEFT JOIN all_col_comments m ON m.owner = c.owner AND m.table_name = c.table_name AND m.column_name = c.column_name
WHERE c.owner = :owner AND c.table_name = :name AND ${FITS(
  'c.column_name',
)} ORDER BY c.column_id) WHERE ROWNUM <= :top`;

/** Schemas, tables and columns of Oracle; estimates are those of its last statistics. @internal */
export const oracleBrowser: DataSourceBrowser = {
  levels: ['schema', 'table', 'column'],
  async objects(connection, request) {
    const { path, limit, signal } = request;
    const found = await withOracle({ ...connection, signal }, client =>
      level(client, request),
    );
    if (found.length === 0 && path.length > 0 && !request.search) {
      throw unknownObject(path);
    }
    return { items: found.slice(0, limit), truncated: found.length > limit };
  },
  async rows(connection, request) {
    const { path, limit, signal } = request;
    const [schema, table, ...rest] = path;
    // Oracle's names hold no quote, not even a doubled one.
    if (table === undefined || rest.length || /"/.test(schema + table)) {
      throw unknownObject(path);
    }
    const name = `${quoted(schema, '"')}.${quoted(table, '"')}`;
    const { items } = await oracleBrowser.objects(connection, {
      ...request,
      limit: MOST_COLUMNS,
    });
    const columns = sampleColumns(items, {
      limit,
      quote: column => quoted(column, '"'),
      cutter: cutOracle,
    });
    return withOracle({ ...connection, signal }, async client => {
      const { metaData = [], rows = [] } = await client.execute<unknown[]>(
        `SELECT ${columns.list} FROM ${name} WHERE ROWNUM <= ${limit + 1}`,
        [],
        { fetchTypeHandler: toText, maxRows: limit + 1 },
      );
      const found = rows.map(row =>
        row.map((value, at) => toValue(value, metaData[at].dbTypeName)),
      );
      return toSample(columns, found, limit);
    });
  },
};

async function level(
  client: Connection,
  {
    path,
    search = null,
    limit,
  }: Omit<BrowseRequest, 'search'> & {
    search?: string | null;
  },
): Promise<DataSourceObject[]> {
  const statement = [SCHEMAS, TABLES, COLUMNS][path.length];
  if (!statement) throw unknownObject(path);
  const [owner, name] = path;
  const { rows = [] } = await client.execute<Record<string, unknown>>(
    statement,
    {
      ...(owner !== undefined && { owner }),
      ...(name !== undefined && { name }),
      search,
      top: limit + 1,
    },
    { outFormat: loadOracledb().OUT_FORMAT_OBJECT },
  );
  return rows.map(toObject);
}

function toObject(row: Record<string, unknown>): DataSourceObject {
  const kind = row.KIND as 'schema' | 'table' | 'view' | 'column';
  const isTable = kind === 'table' || kind === 'view';
  return {
    kind,
    name: String(row.NAME),
    hasChildren: kind !== 'column',
    ...(isTable && { hasRows: true }),
    ...(row.TYPE !== null && { type: String(row.TYPE) }),
    ...(kind === 'column' && { nullable: row.NULLABLE === 'Y' }),
    ...(row.IS_KEY !== null && { key: true }),
    ...(row.IS_CURRENT !== null && { current: true }),
    ...(row.ROW_COUNT !== null && { rows: Number(row.ROW_COUNT) }),
    ...(row.REMARK !== null && { comment: String(row.REMARK) }),
  };
}

/** Numbers keep their digits, large objects come as what they hold. */
function toText({ dbType }: Metadata<unknown>) {
  const driver = loadOracledb();
  switch (dbType) {
    case driver.DB_TYPE_NUMBER:
    case driver.DB_TYPE_CLOB:
    case driver.DB_TYPE_NCLOB:
      return { type: driver.STRING };
    case driver.DB_TYPE_BLOB:
      return { type: driver.BUFFER };
    default:
      return undefined;
  }
}

function toValue(value: unknown, type: string | undefined): unknown {
  if (Buffer.isBuffer(value)) return `0x${value.toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  return type === 'NUMBER' && typeof value === 'string'
    ? fitNumber(value)
    : value;
}
