import { clickhouseReader } from '../../sql/readers/clickhouseReader';
import { DataSourceBrowser } from '../DataSourceBrowser';
import { clickhouseLevel } from './clickhouseLevel';
import { sampleSql } from './sampleSql';
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
    const statement = `SELECT * FROM ${name} LIMIT ${request.limit + 1}`;
    return sampleSql(clickhouseReader, connection, statement, request);
  },
};
