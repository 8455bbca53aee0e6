import { clickhouseReader } from '../../sql/readers/clickhouseReader';
import { HeldMaterial } from '../binding/ConnectorBinding';
import { javaTlsLimits, noTlsLimits, unneededTls } from '../binding/tlsBinding';
import { clickhouseBrowser } from '../browse/clickhouseBrowser';
import { readBody } from '../connect/checkedRequest';
import {
  CLICKHOUSE_PORT,
  clickhouseRequest,
} from '../connect/clickhouseRequest';
import { ConnectionError } from '../connect/ConnectionError';
import {
  hostAndPort,
  isSameServer,
  serverLocation,
  toServerConfig,
} from '../connect/serverConfig';
import { tlsFiles } from '../connect/tlsFiles';
import { DataSourceType } from '../DataSourceType';
import { checkHost } from './checkHost';
import { jdbcUrl } from './jdbcUrl';
import { serverFields } from './serverFields';
import { passwordSecret, serverSchema } from './serverSchema';

/** ClickHouse, by its HTTP interface. @public */
export const clickhouseType: DataSourceType = {
  type: 'clickhouse',
  title: { en: 'ClickHouse', zh: 'ClickHouse' },
  description: {
    en: 'A database of a ClickHouse server, by its HTTP port',
    zh: 'ClickHouse 服务器上的一个数据库（HTTP 端口）',
  },
  icon: 'database',
  category: 'database',
  documentation: 'https://clickhouse.com/docs/interfaces/http',
  schema: serverSchema({
    defaultPort: CLICKHOUSE_PORT,
    databaseExample: 'default',
  }),
  secrets: [passwordSecret],
  files: tlsFiles,
  location: config => serverLocation(toServerConfig(config, CLICKHOUSE_PORT)),
  check: (config, { network }) => checkHost(String(config.host), network),
  maySecretsStay: (before, after) =>
    isSameServer(
      toServerConfig(before, CLICKHOUSE_PORT),
      toServerConfig(after, CLICKHOUSE_PORT),
    ),
  testConnection: async request => {
    const response = await clickhouseRequest(request, {
      statement: 'SELECT version() FORMAT TabSeparated',
      settings: {},
      signal: request.signal,
    });
    const version = (await readBody(response, 'ClickHouse')).trim();
    if (!/^\d+(?:\.\d+)+\S{0,30}$/.test(version)) {
      throw new ConnectionError(
        'other',
        `${serverLocation(
          toServerConfig(request.config, CLICKHOUSE_PORT),
        )} answered, but not as ClickHouse does: check that it is its HTTP port (8123, with TLS 8443)`,
      );
    }
    return `ClickHouse ${version} answered`;
  },
  fields: config => {
    const server = toServerConfig(config, CLICKHOUSE_PORT);
    const parameters: Record<string, string> =
      server.ssl === 'disable'
        ? {}
        : {
            ssl: 'true',
            sslmode: server.ssl === 'verify-full' ? 'strict' : 'none',
          };
    return serverFields(server, jdbcUrl('clickhouse', server, parameters));
  },
  browser: clickhouseBrowser,
  sql: clickhouseReader,
  bindings: {
    Clickhouse: {
      toOptions: config => {
        const server = toServerConfig(config, CLICKHOUSE_PORT);
        return {
          host: hostAndPort(server),
          database: server.database,
          username: server.user,
          ...(server.ssl !== 'disable' && {
            'clickhouse.config': {
              ssl: 'true',
              sslmode: server.ssl === 'verify-full' ? 'STRICT' : 'NONE',
            },
          }),
        };
      },
      secretOptions: { password: 'password' },
      limits: request => {
        if (request.kind === 'source' && request.isAtLeast('2.3.6')) {
          return javaTlsLimits(request, {
            driver: "ClickHouse's driver",
            isTls: isTls(request),
          });
        }
        return noTlsLimits(
          request,
          request.kind === 'source'
            ? 'SeaTunnel reads ClickHouse by TLS from 2.3.6 on'
            : "SeaTunnel's sink asks ClickHouse for its tables without TLS",
        );
      },
      unneeded: request => unneededTls(request, isTls(request)),
    },
    ClickhouseFile: {
      toOptions: config => {
        const server = toServerConfig(config, CLICKHOUSE_PORT);
        return {
          host: hostAndPort(server),
          database: server.database,
          username: server.user,
        };
      },
      secretOptions: { password: 'password' },
      limits: request =>
        noTlsLimits(
          request,
          "SeaTunnel's ClickhouseFile speaks to ClickHouse without TLS",
        ),
      unneeded: request => unneededTls(request, isTls(request)),
    },
  },
};

function isTls({ config }: HeldMaterial): boolean {
  return toServerConfig(config, CLICKHOUSE_PORT).ssl !== 'disable';
}
