import { sqlserverReader } from '../../sql/readers/sqlserverReader';
import { DataSourceBrowser } from '../DataSourceBrowser';
import { cutSqlserver } from './cut/cutSqlserver';
import { quoted } from './quoted';
import { MOST_COLUMNS, sampleTable } from './sampleTable';
import { sqlserverLevel } from './sqlserverLevel';
import { unknownObject } from './unknownObject';

/** Schemas, tables and columns of the database of a SQL Server. @internal */
export const sqlserverBrowser: DataSourceBrowser = {
  levels: ['schema', 'table', 'column'],
  async objects(connection, request) {
    const found = await sqlserverLevel(connection, request);
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
    const [schema, table, ...rest] = request.path;
    if (table === undefined || rest.length) throw unknownObject(request.path);
    const name = `${quoted(schema, '[')}.${quoted(table, '[')}`;
    const { items: columns } = await sqlserverBrowser.objects(connection, {
      ...request,
      limit: MOST_COLUMNS,
    });
    return sampleTable(sqlserverReader, connection, request, {
      columns,
      quote: column => quoted(column, '['),
      cutter: cutSqlserver,
      select: list => `SELECT TOP (${request.limit + 1}) ${list} FROM ${name}`,
    });
  },
};
