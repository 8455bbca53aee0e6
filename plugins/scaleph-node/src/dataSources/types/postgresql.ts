import { connectPostgresql } from '../connect/connectPostgresql';
import {
  isSameServer,
  serverLocation,
  SslMode,
  toServerConfig,
} from '../connect/serverConfig';
import { tlsFiles } from '../connect/tlsFiles';
import { whileOpen } from '../connect/whileOpen';
import { DataSourceType } from '../DataSourceType';
import { postgresqlReader } from '../../sql/readers/postgresqlReader';
import { postgresqlBrowser } from '../browse/postgresqlBrowser';
import { checkHost } from './checkHost';
import { jdbcUrl } from './jdbcUrl';
import { serverFields } from './serverFields';
import { passwordSecret, serverSchema } from './serverSchema';

const DEFAULT_PORT = 5432;

/** https://jdbc.postgresql.org/documentation/use/#connection-parameters */
const SSL_OF_JDBC: Record<SslMode, string> = {
  disable: 'disable',
  require: 'require',
  'verify-full': 'verify-full',
};

/** PostgreSQL and what speaks its protocol. @public */
export const postgresqlType: DataSourceType = {
  type: 'postgresql',
  title: { en: 'PostgreSQL', zh: 'PostgreSQL' },
  description: {
    en: 'A database of a PostgreSQL server',
    zh: 'PostgreSQL 服务器上的一个数据库',
  },
  icon: 'database',
  category: 'database',
  documentation: 'https://www.postgresql.org/docs/current/',
  schema: serverSchema({
    defaultPort: DEFAULT_PORT,
    databaseExample: 'warehouse',
  }),
  secrets: [passwordSecret],
  files: tlsFiles,
  location: config => serverLocation(toServerConfig(config, DEFAULT_PORT)),
  check: (config, { network }) => checkHost(String(config.host), network),
  maySecretsStay: (before, after) =>
    isSameServer(
      toServerConfig(before, DEFAULT_PORT),
      toServerConfig(after, DEFAULT_PORT),
    ),
  testConnection: async request => {
    const client = await connectPostgresql(request);
    return whileOpen(request.signal, client, async () => {
      const { rows } = await client.query('SHOW server_version');
      return `PostgreSQL ${rows[0].server_version} answered`;
    });
  },
  fields: config => {
    const server = toServerConfig(config, DEFAULT_PORT);
    return serverFields(
      server,
      jdbcUrl('postgresql', server, { sslmode: SSL_OF_JDBC[server.ssl] }),
    );
  },
  browser: postgresqlBrowser,
  sql: postgresqlReader,
  bindings: {
    Jdbc: {
      toOptions: config => {
        const server = toServerConfig(config, DEFAULT_PORT);
        return {
          url: jdbcUrl('postgresql', server, {
            sslmode: SSL_OF_JDBC[server.ssl],
          }),
          driver: 'org.postgresql.Driver',
          user: server.user,
        };
      },
      secretOptions: { password: 'password' },
    },
    'Postgres-CDC': {
      toOptions: config => {
        const server = toServerConfig(config, DEFAULT_PORT);
        return {
          'base-url': jdbcUrl('postgresql', server, {
            sslmode: SSL_OF_JDBC[server.ssl],
          }),
          username: server.user,
        };
      },
      secretOptions: { password: 'password' },
    },
  },
};
