import { SampleRows } from '@scaleph/backstage-plugin-scaleph-common';
import { connectMysql } from '../connect/connectMysql';
import { whileOpen } from '../connect/whileOpen';
import { DataSourceBrowser } from '../DataSourceBrowser';
import { DataSourceConnection } from '../DataSourceConnection';
import { cutDoris } from './cut/cutMysql';
import { mysqlObjects, tableOfMysql } from './mysqlBrowser';
import { quoted } from './quoted';
import { sampleColumns, toSample } from './sampleColumns';
import { MOST_COLUMNS } from './sampleTable';

const QUERY_PORT = 9030;

/** As MySQL, without transactions that only read: the one statement that is sent is a SELECT of ours. @internal */
export const dorisBrowser: DataSourceBrowser = {
  levels: ['schema', 'table', 'column'],
  objects: (connection, request) => mysqlObjects(toMysql(connection), request),
  async rows(connection, request): Promise<SampleRows> {
    const { path, limit, signal } = request;
    const table = tableOfMysql(path);
    const { items } = await dorisBrowser.objects(connection, {
      ...request,
      limit: MOST_COLUMNS,
    });
    const columns = sampleColumns(items, {
      limit,
      quote: name => quoted(name, '`'),
      cutter: cutDoris,
    });
    const client = await connectMysql({ ...toMysql(connection), signal });
    return whileOpen(signal, client, async () => {
      const [rows] = await client.query({
        sql: `SELECT ${columns.list} FROM ${table} LIMIT ${limit + 1}`,
        rowsAsArray: true,
      });
      const found = (rows as unknown[][]).map(row => row.map(toValue));
      return toSample(columns, found, limit);
    });
  },
};

function toMysql(
  connection: DataSourceConnection,
): DataSourceConnection & { product: string } {
  const { config } = connection;
  return {
    ...connection,
    product: 'The frontend',
    config: { ...config, port: config.port ?? QUERY_PORT },
  };
}

function toValue(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `0x${value.toString('hex')}` : value;
}
