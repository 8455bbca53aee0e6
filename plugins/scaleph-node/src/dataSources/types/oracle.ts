import { oracleBrowser } from '../browse/oracleBrowser';
import { hostAndPort } from '../connect/serverConfig';
import { ORACLE_PORT, withOracle } from '../connect/withOracle';
import { DataSourceType } from '../DataSourceType';
import { checkHost } from './checkHost';
import { sameFields } from './sameFields';
import {
  hostField,
  objectSchema,
  portField,
  textField,
  userField,
} from './schemaFields';
import { passwordSecret } from './serverSchema';

/** Oracle Database, by a listener without TLS. @public */
export const oracleType: DataSourceType = {
  type: 'oracle',
  title: { en: 'Oracle', zh: 'Oracle' },
  description: {
    en: 'A service of an Oracle Database',
    zh: 'Oracle 数据库的一个服务',
  },
  icon: 'database',
  category: 'database',
  documentation: 'https://docs.oracle.com/en/database/',
  schema: objectSchema(['host', 'service', 'user'], {
    host: hostField,
    port: portField(ORACLE_PORT),
    service: textField(
      { title: ['Service', '服务名'] },
      { pattern: '^[A-Za-z0-9._$#-]+$', example: 'FREEPDB1' },
    ),
    user: userField,
  }),
  secrets: [{ ...passwordSecret, required: true }],
  location: config => `${address(config)}/${config.service}`,
  check: (config, { network }) => checkHost(String(config.host), network),
  maySecretsStay: (before, after) =>
    sameFields(before, after, ['host', 'port', 'service', 'user']),
  testConnection: request =>
    withOracle(
      request,
      async client => `Oracle ${client.oracleServerVersionString} answered`,
    ),
  fields: config => ({ url: url(config), username: String(config.user) }),
  browser: oracleBrowser,
  bindings: {
    Jdbc: {
      toOptions: config => ({
        url: url(config),
        driver: 'oracle.jdbc.OracleDriver',
        user: String(config.user),
      }),
      secretOptions: { password: 'password' },
    },
    'Oracle-CDC': {
      toOptions: config => ({
        'base-url': url(config),
        username: String(config.user),
      }),
      secretOptions: { password: 'password' },
    },
  },
};

function address({ host, port }: { host?: unknown; port?: unknown }): string {
  const server = { host: String(host), port: Number(port ?? ORACLE_PORT) };
  return hostAndPort(server as Parameters<typeof hostAndPort>[0]);
}

function url(config: Parameters<DataSourceType['location']>[0]): string {
  return `jdbc:oracle:thin:@//${address(config)}/${config.service}`;
}
