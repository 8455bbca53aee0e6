import { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';
import { readSqlite, sqliteReader } from '../../sql/readers/sqliteReader';
import { BrowseRequest, DataSourceBrowser } from '../DataSourceBrowser';
import { DataSourceConnection } from '../DataSourceConnection';
import { limitObjects } from './limitObjects';
import { cutSqlite } from './cut/cutSqlite';
import { quoted } from './quoted';
import { MOST_COLUMNS, sampleTable } from './sampleTable';
import { unknownObject } from './unknownObject';

const TABLES =
  "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
/** The last ANALYZE counted; the first number is of the rows. */
const HAS_ESTIMATES =
  "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'sqlite_stat1'";
const ESTIMATES =
  'SELECT tbl, max(CAST(stat AS INTEGER)) FROM sqlite_stat1 GROUP BY tbl';

/** Tables and columns of a SQLite file. @internal */
export const sqliteBrowser: DataSourceBrowser = {
  levels: ['table', 'column'],
  async objects(connection, request) {
    const { path } = request;
    if (path.length > 1) throw unknownObject(path);
    const items = path.length
      ? await columnsOf(connection, request)
      : await tables(connection, request);
    return limitObjects({ items, truncated: false }, request);
  },
  async rows(connection, request) {
    const [table, ...rest] = request.path;
    if (table === undefined || rest.length) throw unknownObject(request.path);
    const name = quoted(table, '"');
    const { items: columns } = await sqliteBrowser.objects(connection, {
      ...request,
      limit: MOST_COLUMNS,
    });
    return sampleTable(sqliteReader, connection, request, {
      columns,
      quote: column => quoted(column, '"'),
      cutter: cutSqlite,
      select: list => `SELECT ${list} FROM ${name} LIMIT ${request.limit + 1}`,
    });
  },
};

async function tables(
  connection: DataSourceConnection,
  { signal }: BrowseRequest,
): Promise<DataSourceObject[]> {
  const ask = (sql: string) => readSqlite(connection, sql, signal);
  const found = await ask(TABLES);
  const counted = (await ask(HAS_ESTIMATES)).length > 0;
  const estimates = new Map(counted ? (await ask(ESTIMATES)).map(toPair) : []);
  return found.map(([name, type]) => ({
    kind: type === 'view' ? 'view' : 'table',
    name: String(name),
    hasChildren: true,
    hasRows: true,
    ...(estimates.has(String(name)) && { rows: estimates.get(String(name)) }),
  }));
}

function toPair([table, rows]: unknown[]): [string, number] {
  return [String(table), Number(rows)];
}

async function columnsOf(
  connection: DataSourceConnection,
  { path, signal }: BrowseRequest,
): Promise<DataSourceObject[]> {
  const literal = `'${path[0].split("'").join("''")}'`;
  const found = await readSqlite(
    connection,
    // Hidden columns of virtual tables are none; generated ones are.
    `SELECT name, type, "notnull", pk FROM pragma_table_xinfo(${literal}) WHERE hidden <> 1 ORDER BY cid`,
    signal,
  );
  if (found.length === 0) throw unknownObject(path);
  return found.map(([name, type, notNull, key]) => ({
    kind: 'column',
    name: String(name),
    type: String(type),
    nullable: notNull === 0,
    hasChildren: false,
    ...(Number(key) > 0 && { key: true }),
  }));
}
