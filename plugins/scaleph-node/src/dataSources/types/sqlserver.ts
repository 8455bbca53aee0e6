import {
  sqlserverBatches,
  sqlserverReader,
} from '../../sql/readers/sqlserverReader';
import { BindRequest, ConnectorBinding } from '../binding/ConnectorBinding';
import { javaTlsLimits, unneededTls } from '../binding/tlsBinding';
import { sqlserverBrowser } from '../browse/sqlserverBrowser';
import { connectSqlserver, SQLSERVER_PORT } from '../connect/connectSqlserver';
import {
  hostAndPort,
  isSameServer,
  ServerConfig,
  serverLocation,
  toServerConfig,
} from '../connect/serverConfig';
import { tlsFiles } from '../connect/tlsFiles';
import { DataSourceType } from '../DataSourceType';
import { checkHost } from './checkHost';
import { serverFields } from './serverFields';
import { passwordSecret, serverSchema } from './serverSchema';

const isTls = ({ config }: BindRequest) =>
  toServerConfig(config, SQLSERVER_PORT).ssl !== 'disable';

const tls: Pick<ConnectorBinding, 'limits' | 'unneeded'> = {
  limits: request =>
    javaTlsLimits(request, {
      driver: "SQL Server's driver",
      isTls: isTls(request),
    }),
  unneeded: request => unneededTls(request, isTls(request)),
};

/** SQL Server and Azure SQL Database. @public */
export const sqlserverType: DataSourceType = {
  type: 'sqlserver',
  title: { en: 'SQL Server', zh: 'SQL Server' },
  description: {
    en: 'A database of a Microsoft SQL Server',
    zh: 'Microsoft SQL Server 上的一个数据库',
  },
  icon: 'database',
  category: 'database',
  documentation: 'https://learn.microsoft.com/sql/sql-server/',
  schema: serverSchema({
    defaultPort: SQLSERVER_PORT,
    databaseExample: 'sales',
  }),
  secrets: [passwordSecret],
  files: tlsFiles,
  location: config => serverLocation(toServerConfig(config, SQLSERVER_PORT)),
  check: (config, { network }) => checkHost(String(config.host), network),
  maySecretsStay: (before, after) =>
    isSameServer(
      toServerConfig(before, SQLSERVER_PORT),
      toServerConfig(after, SQLSERVER_PORT),
    ),
  testConnection: async request => {
    const client = await connectSqlserver(request);
    try {
      const statement =
        "SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(50))";
      let version = '';
      for await (const { rows } of sqlserverBatches(
        client,
        statement,
        request.signal,
      )) {
        version = String(rows[0]?.[0] ?? '');
      }
      return `SQL Server ${version} answered`;
    } finally {
      client.close();
    }
  },
  fields: config => {
    const server = toServerConfig(config, SQLSERVER_PORT);
    return serverFields(server, sqlserverUrl(server));
  },
  browser: sqlserverBrowser,
  sql: sqlserverReader,
  bindings: {
    Jdbc: {
      toOptions: config => {
        const server = toServerConfig(config, SQLSERVER_PORT);
        return {
          url: sqlserverUrl(server),
          driver: 'com.microsoft.sqlserver.jdbc.SQLServerDriver',
          user: server.user,
        };
      },
      secretOptions: { password: 'password' },
      ...tls,
    },
    'SqlServer-CDC': {
      toOptions: config => {
        const server = toServerConfig(config, SQLSERVER_PORT);
        return {
          'base-url': sqlserverUrl(server),
          username: server.user,
          // Its own connections for the changes do not read the URL.
          debezium: Object.fromEntries(
            Object.entries(encryption(server)).map(([name, value]) => [
              `database.${name}`,
              value,
            ]),
          ),
        };
      },
      secretOptions: { password: 'password' },
      ...tls,
    },
  },
};

/** https://learn.microsoft.com/sql/connect/jdbc/building-the-connection-url: braces hold a value whatever is in it. */
function sqlserverUrl(server: ServerConfig): string {
  const database = `{${server.database.split('}').join('}}')}}`;
  return [
    `jdbc:sqlserver://${hostAndPort(server)}`,
    `databaseName=${database}`,
    ...Object.entries(encryption(server)).map(it => it.join('=')),
  ].join(';');
}

function encryption({ ssl }: ServerConfig): Record<string, string> {
  return {
    encrypt: String(ssl !== 'disable'),
    trustServerCertificate: String(ssl === 'require'),
  };
}
