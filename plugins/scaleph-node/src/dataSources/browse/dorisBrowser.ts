import { SampleRows } from '@scaleph/backstage-plugin-scaleph-common';
import type { FieldPacket } from 'mysql2';
import { connectMysql } from '../connect/connectMysql';
import { whileOpen } from '../connect/whileOpen';
import { DataSourceBrowser } from '../DataSourceBrowser';
import { DataSourceConnection } from '../DataSourceConnection';
import { firstRowsOfMysql, mysqlObjects } from './mysqlBrowser';

const QUERY_PORT = 9030;

/** As MySQL, without transactions that only read: the one statement that is sent is a SELECT of ours. @internal */
export const dorisBrowser: DataSourceBrowser = {
  levels: ['schema', 'table', 'column'],
  objects: (connection, request) => mysqlObjects(toMysql(connection), request),
  async rows(connection, { path, limit, signal }): Promise<SampleRows> {
    const statement = firstRowsOfMysql(path, limit);
    const client = await connectMysql({ ...toMysql(connection), signal });
    return whileOpen(signal, client, async () => {
      const [rows, fields] = await client.query({
        sql: statement,
        rowsAsArray: true,
      });
      const found = rows as unknown[][];
      return {
        columns: fields.map(toColumn),
        rows: found.slice(0, limit).map(row => row.map(toValue)),
        truncated: found.length > limit,
      };
    });
  },
};

function toMysql(connection: DataSourceConnection): DataSourceConnection {
  const { config } = connection;
  return {
    ...connection,
    config: { ...config, port: config.port ?? QUERY_PORT },
  };
}

function toColumn({ name, typeName }: FieldPacket & { typeName?: string }) {
  return { name, type: typeName ?? 'text' };
}

function toValue(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `0x${value.toString('hex')}` : value;
}
