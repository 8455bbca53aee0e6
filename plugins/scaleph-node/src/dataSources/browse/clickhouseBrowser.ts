import { clickhouseReader } from '../../sql/readers/clickhouseReader';
import { DataSourceBrowser } from '../DataSourceBrowser';
import { cutClickhouse } from './cut/cutClickhouse';
import { clickhouseLevel } from './clickhouseLevel';
import { MOST_COLUMNS, sampleTable } from './sampleTable';
import { unknownObject } from './unknownObject';

const quoted = (name: string) =>
  `\`${name.replace(/\\/g, '\\\\').replace(/`/g, '\\`')}\``;

/** Databases, tables and columns of ClickHouse. @internal */
export const clickhouseBrowser: DataSourceBrowser = {
  levels: ['schema', 'table', 'column'],
  async objects(connection, request) {
    const found = await clickhouseLevel(connection, request);
    return {
      items: found.slice(0, request.limit).map(object => ({
        ...object,
        hasChildren: object.kind !== 'column',
        ...((object.kind === 'table' || object.kind === 'view') && {
          hasRows: true,
        }),
      })),
      truncated: found.length > request.limit,
    };
  },
  async rows(connection, request) {
    const [database, table, ...rest] = request.path;
    if (table === undefined || rest.length) throw unknownObject(request.path);
    const name = `${quoted(database)}.${quoted(table)}`;
    const { items: columns } = await clickhouseBrowser.objects(connection, {
      ...request,
      limit: MOST_COLUMNS,
    });
    return sampleTable(clickhouseReader, connection, request, {
      columns,
      quote: quoted,
      cutter: cutClickhouse,
      select: list => `SELECT ${list} FROM ${name} LIMIT ${request.limit + 1}`,
    });
  },
};
