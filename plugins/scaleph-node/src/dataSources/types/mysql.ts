import type { RowDataPacket } from 'mysql2/promise';
import { isIP } from 'node:net';
import { HeldMaterial } from '../binding/ConnectorBinding';
import { javaTlsLimits, unneededTls } from '../binding/tlsBinding';
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

/** https://debezium.io/documentation/reference/1.9/connectors/mysql.html#mysql-property-database-ssl-mode */
const SSL_OF_DEBEZIUM: Record<SslMode, string> = {
  disable: 'disabled',
  require: 'required',
  'verify-full': 'verify_identity',
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
      limits: request =>
        javaTlsLimits(request, {
          ...tlsOf(request),
          elsewhere: 'run the pipeline on the embedded engine',
        }),
      unneeded: request => unneededTls(request, tlsOf(request).isTls),
    },
    'MySQL-CDC': {
      toOptions: config => {
        const server = toServerConfig(config, DEFAULT_PORT);
        return {
          'base-url': mysqlUrl(server),
          username: server.user,
          // Its own connections for the changes do not read the URL.
          debezium: {
            'database.ssl.mode': SSL_OF_DEBEZIUM[server.ssl],
            'database.sslMode': SSL_OF_JDBC[server.ssl],
          },
        };
      },
      secretOptions: { password: 'password' },
      limits: request => javaTlsLimits(request, tlsOf(request)),
      unneeded: request => unneededTls(request, tlsOf(request).isTls),
    },
  },
};

function tlsOf({ config }: HeldMaterial) {
  return {
    driver: "MySQL's driver",
    isTls: toServerConfig(config, DEFAULT_PORT).ssl !== 'disable',
  };
}

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
