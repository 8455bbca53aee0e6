import type { RowDataPacket } from 'mysql2/promise';
import { ConnectorBinding } from '../binding/ConnectorBinding';
import { noTlsLimits, unneededTls } from '../binding/tlsBinding';
import { dorisBrowser } from '../browse/dorisBrowser';
import { checkedRequest } from '../connect/checkedRequest';
import { connectMysql } from '../connect/connectMysql';
import {
  isSameServer,
  serverLocation,
  toServerConfig,
} from '../connect/serverConfig';
import { tlsFiles } from '../connect/tlsFiles';
import { whileOpen } from '../connect/whileOpen';
import { ConnectionTestRequest, DataSourceType } from '../DataSourceType';
import { checkHost } from './checkHost';
import { jdbcUrl } from './jdbcUrl';
import { portField } from './schemaFields';
import { serverFields } from './serverFields';
import { passwordSecret, serverSchema } from './serverSchema';

const QUERY_PORT = 9030;
const HTTP_PORT = 8030;

const shared = {
  icon: 'database',
  category: 'database' as const,
  schema: serverSchema({
    defaultPort: QUERY_PORT,
    databaseExample: 'analytics',
    more: {
      httpPort: portField(HTTP_PORT, {
        title: ['HTTP port of the frontend', '前端节点的 HTTP 端口'],
        help: [
          'Where rows are loaded in bulk (Stream Load)',
          '用于批量导入数据 (Stream Load)',
        ],
      }),
    },
  }),
  secrets: [passwordSecret],
  files: tlsFiles,
  location: config => serverLocation(toServerConfig(config, QUERY_PORT)),
  check: (config, { network }) => checkHost(String(config.host), network),
  maySecretsStay: (before, after) =>
    isSameServer(
      toServerConfig(before, QUERY_PORT),
      toServerConfig(after, QUERY_PORT),
    ) && (before.httpPort ?? HTTP_PORT) === (after.httpPort ?? HTTP_PORT),
  fields: config => {
    const server = toServerConfig(config, QUERY_PORT);
    return serverFields(server, jdbcUrl('mysql', server, {}));
  },
  browser: dorisBrowser,
} satisfies Partial<DataSourceType>;

/** SeaTunnel loads and reads by HTTP alone, with the password in each request. */
function withoutTls(
  product: string,
): Pick<ConnectorBinding, 'limits' | 'unneeded'> {
  return {
    limits: request =>
      noTlsLimits(
        request,
        `SeaTunnel speaks to ${product} by HTTP without TLS`,
      ),
    unneeded: request =>
      unneededTls(request, (request.config.ssl ?? 'disable') !== 'disable'),
  };
}

/** Apache Doris: MySQL's protocol for queries, HTTP for loads. @public */
export const dorisType: DataSourceType = {
  ...shared,
  type: 'doris',
  title: { en: 'Apache Doris', zh: 'Apache Doris' },
  description: {
    en: 'A database of a Doris frontend',
    zh: 'Doris 前端节点上的一个数据库',
  },
  documentation: 'https://doris.apache.org/docs/',
  testConnection: request => test('Doris', request),
  bindings: {
    Doris: {
      toOptions: config => ({
        fenodes: httpAddress(config),
        'query-port': Number(config.port ?? QUERY_PORT),
        username: String(config.user),
      }),
      secretOptions: { password: 'password' },
      ...withoutTls('Doris'),
    },
  },
};

/** StarRocks: as Doris. @public */
export const starrocksType: DataSourceType = {
  ...shared,
  type: 'starrocks',
  title: { en: 'StarRocks', zh: 'StarRocks' },
  description: {
    en: 'A database of a StarRocks frontend',
    zh: 'StarRocks 前端节点上的一个数据库',
  },
  documentation: 'https://docs.starrocks.io/',
  testConnection: request => test('StarRocks', request),
  bindings: {
    StarRocks: {
      toOptions: config => {
        const server = toServerConfig(config, QUERY_PORT);
        return {
          nodeUrls: [httpAddress(config)],
          'base-url': jdbcUrl('mysql', { ...server, database: '' }, {}),
          username: server.user,
          database: server.database,
        };
      },
      secretOptions: { password: 'password' },
      ...withoutTls('StarRocks'),
    },
  },
};

function httpAddress({
  host,
  httpPort,
}: {
  host?: unknown;
  httpPort?: unknown;
}) {
  const name = String(host);
  const shown =
    name.includes(':') && !name.startsWith('[') ? `[${name}]` : name;
  return `${shown}:${Number(httpPort ?? HTTP_PORT)}`;
}

/** Both ports must answer: a pipeline that writes needs the other one. */
async function test(
  product: string,
  request: ConnectionTestRequest,
): Promise<string> {
  const { config, network, signal } = request;
  const connection = await connectMysql({
    ...request,
    product,
    config: { ...config, port: config.port ?? QUERY_PORT },
  });
  const version = await whileOpen(signal, connection, async () => {
    const [rows] = await connection.query<RowDataPacket[]>(
      'SELECT VERSION() AS version',
    );
    return String(rows[0].version);
  });
  const address = httpAddress(config);
  const response = await checkedRequest({
    url: new URL(`http://${address}/api/health`),
    network,
    signal,
    server: `The HTTP port of ${product} at ${address}`,
  });
  response.destroy();
  return `${product} answered on both ports (it calls itself ${version.slice(
    0,
    50,
  )})`;
}
