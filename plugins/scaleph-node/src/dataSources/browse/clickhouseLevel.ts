import { clickhouseRequest } from '../connect/clickhouseRequest';
import { readBody } from '../connect/checkedRequest';
import { BrowseRequest } from '../DataSourceBrowser';
import { DataSourceConnection } from '../DataSourceConnection';
import { fromTabSeparated } from '../../sql/readers/fromTabSeparated';
import { unknownObject } from './unknownObject';

/** An object of ClickHouse. @internal */
export interface ClickhouseObject {
  kind: 'schema' | 'table' | 'view' | 'column';
  name: string;
  type?: string;
  nullable?: boolean;
  key?: boolean;
  comment?: string;
  current?: boolean;
  rows?: number;
  bytes?: number;
}

/** A text as a literal, in old servers too, which have no parameters. */
const literal = (text: string) =>
  `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

/** One level, one object more than `limit` when there are more; NotFoundError for a path that is none. @internal */
export async function clickhouseLevel(
  connection: DataSourceConnection,
  { path, search, limit, signal }: BrowseRequest,
): Promise<ClickhouseObject[]> {
  const [database = '', table = ''] = path.map(literal);
  const fits = search
    ? `positionCaseInsensitiveUTF8(name, ${literal(search)}) > 0`
    : '1';
  const ask = (statement: string) => query(connection, statement, signal);
  switch (path.length) {
    case 0:
      return (
        await ask(
          `SELECT name, name = currentDatabase() FROM system.databases WHERE ${fits} ORDER BY lower(name) IN ('system', 'information_schema'), name LIMIT ${
            limit + 1
          }`,
        )
      ).map(([name, current]) => ({
        kind: 'schema' as const,
        name,
        ...(current === '1' && { current: true }),
      }));
    case 1: {
      const found = await ask(
        `SELECT name, engine, ifNull(r, 0), ifNull(b, 0) FROM (SELECT name, engine FROM system.tables WHERE database = ${database} AND ${fits} ORDER BY name LIMIT ${
          limit + 1
        }) ANY LEFT JOIN (SELECT table AS name, sum(rows) AS r, sum(bytes) AS b FROM system.parts WHERE database = ${database} AND active GROUP BY table) USING (name) ORDER BY name`,
      );
      if (found.length === 0) {
        const known = await ask(
          `SELECT 1 FROM system.databases WHERE name = ${database}`,
        );
        if (known.length === 0) throw unknownObject(path);
      }
      return found.map(toTable);
    }
    case 2: {
      const of = `database = ${database} AND table = ${table}`;
      const found = await ask(
        `SELECT name, type, comment, is_in_primary_key FROM system.columns WHERE ${of} AND ${fits} LIMIT ${
          limit + 1
        }`,
      );
      if (found.length === 0) {
        const known = await ask(
          `SELECT 1 FROM system.columns WHERE ${of} LIMIT 1`,
        );
        if (known.length === 0) throw unknownObject(path);
      }
      return found.map(([name, type, comment, key]) => ({
        kind: 'column' as const,
        name,
        type,
        nullable: /^(?:LowCardinality\()?Nullable\(/.test(type),
        ...(key === '1' && { key: true }),
        ...(comment && { comment }),
      }));
    }
    default:
      throw unknownObject(path);
  }
}

/** Only engines with parts keep a count. */
function toTable([name, engine, rows, bytes]: string[]): ClickhouseObject {
  return {
    kind: /View$/.test(engine) ? 'view' : 'table',
    name,
    type: engine,
    ...(/MergeTree$/.test(engine) && {
      rows: Number(rows),
      bytes: Number(bytes),
    }),
  };
}

async function query(
  connection: DataSourceConnection,
  statement: string,
  signal: AbortSignal,
): Promise<string[][]> {
  const response = await clickhouseRequest(connection, {
    statement: `${statement} FORMAT TabSeparated`,
    settings: {},
    signal,
  });
  const body = await readBody(response, 'ClickHouse');
  return body
    .split('\n')
    .slice(0, -1)
    .map(line => line.split('\t').map(fromTabSeparated));
}
