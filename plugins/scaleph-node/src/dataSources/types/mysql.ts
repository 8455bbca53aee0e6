import type { RowDataPacket } from 'mysql2/promise';
import { isIP } from 'node:net';
import { connectMysql } from '../connect/connectMysql';
import {
  isSameServer,
  ServerConfig,
  serverLocation,
  SslMode,
  toServerConfig,
} from '../connect/serverConfig';
import { tlsFiles } from '../connect/tlsFiles';
import { whileOpen } from '../connect/whileOpen';
import { DataSourceType } from '../DataSourceType';
import { mysqlReader } from '../../sql/readers/mysqlReader';
import { mysqlBrowser } from '../browse/mysqlBrowser';
import { checkHost } from './checkHost';
import { jdbcUrl } from './jdbcUrl';
import { serverFields } from './serverFields';
import { passwordSecret, serverSchema } from './serverSchema';

const DEFAULT_PORT = 3306;

/** https://dev.mysql.com/doc/connector-j/en/connector-j-connp-props-security.html */
const SSL_OF_JDBC: Record<SslMode, string> = {
  disable: 'DISABLED',
  require: 'REQUIRED',
  'verify-full': 'VERIFY_IDENTITY',
};

/** MySQL, MariaDB and what speaks their protocol. @public */
export const mysqlType: DataSourceType = {
  type: 'mysql',
  title: { en: 'MySQL or MariaDB', zh: 'MySQL 或 MariaDB' },
  description: {
    en: 'A database of a MySQL or MariaDB server',
    zh: 'MySQL 或 MariaDB 服务器上的一个数据库',
  },
  icon: 'database',
  category: 'database',
  documentation: 'https://dev.mysql.com/doc/',
  schema: serverSchema({ defaultPort: DEFAULT_PORT, databaseExample: 'shop' }),
  secrets: [passwordSecret],
  files: tlsFiles,
  location: config => serverLocation(toServerConfig(config, DEFAULT_PORT)),
  check: async (config, { network }) => {
    const problems = await checkHost(String(config.host), network);
    if (config.ssl !== 'verify-full' || !isIP(String(config.host))) {
      return problems;
    }
    return [
      ...problems,
      {
        severity: 'error',
        code: 'name-needed',
        pointer: '/host',
        message:
          'verify-full compares the certificate with the name of the host, and this is an address',
        fix: 'Give the name of the host',
      },
    ];
  },
  maySecretsStay: (before, after) =>
    isSameServer(
      toServerConfig(before, DEFAULT_PORT),
      toServerConfig(after, DEFAULT_PORT),
    ),
  testConnection: async request => {
    const connection = await connectMysql(request);
    return whileOpen(request.signal, connection, async () => {
      const [rows] = await connection.query<RowDataPacket[]>(
        'SELECT VERSION() AS version',
      );
      return `${productOf(String(rows[0].version))} answered`;
    });
  },
  fields: config => {
    const server = toServerConfig(config, DEFAULT_PORT);
    return serverFields(server, mysqlUrl(server));
  },
  browser: mysqlBrowser,
  sql: mysqlReader,
  bindings: {
    Jdbc: {
      toOptions: config => {
        const server = toServerConfig(config, DEFAULT_PORT);
        return {
          url: mysqlUrl(server),
          driver: 'com.mysql.cj.jdbc.Driver',
          user: server.user,
        };
      },
      secretOptions: { password: 'password' },
    },
    'MySQL-CDC': {
      toOptions: config => {
        const server = toServerConfig(config, DEFAULT_PORT);
        return { 'base-url': mysqlUrl(server), username: server.user };
      },
      secretOptions: { password: 'password' },
    },
  },
};

function mysqlUrl(server: ServerConfig): string {
  return jdbcUrl('mysql', server, {
    sslMode: SSL_OF_JDBC[server.ssl],
    allowLoadLocalInfile: 'false',
  });
}

/** `10.11.19-MariaDB-0+deb12u1` → `MariaDB 10.11.19`. */
function productOf(version: string): string {
  const number = version.match(/^[0-9.]+/)?.[0] ?? version;
  return `${/mariadb/i.test(version) ? 'MariaDB' : 'MySQL'} ${number}`;
}
