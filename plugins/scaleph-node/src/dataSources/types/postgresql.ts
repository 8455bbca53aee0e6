import { HeldMaterial, SecretPart } from '../binding/ConnectorBinding';
import { clientCertificateLimits, unneededTls } from '../binding/tlsBinding';
import { connectPostgresql } from '../connect/connectPostgresql';
import {
  isSameServer,
  ServerConfig,
  serverLocation,
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

/** The driver takes the certificate itself in place of a file. */
const singleAuthority = {
  sslfactory: 'org.postgresql.ssl.SingleCertValidatingFactory',
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
    return serverFields(server, postgresqlUrl(server));
  },
  secretFields: (held): Record<string, SecretPart[]> => {
    const url = urlWithAuthority(held);
    return url ? { url } : {};
  },
  browser: postgresqlBrowser,
  sql: postgresqlReader,
  bindings: {
    Jdbc: {
      toOptions: config => {
        const server = toServerConfig(config, DEFAULT_PORT);
        return {
          url: postgresqlUrl(server),
          driver: 'org.postgresql.Driver',
          user: server.user,
        };
      },
      secretOptions: { password: 'password' },
      secretTexts: request => {
        const parts = urlWithAuthority(request);
        return parts ? [{ option: 'url', parts }] : [];
      },
      limits: request => clientCertificateLimits(request, tlsOf(request)),
      unneeded: request => unneededTls(request, tlsOf(request).isTls),
    },
    'Postgres-CDC': {
      toOptions: config => {
        const server = toServerConfig(config, DEFAULT_PORT);
        return {
          'base-url': postgresqlUrl(server),
          username: server.user,
          // Its own connections for the changes do not read the URL.
          debezium: debezium(sslParameters(server)),
        };
      },
      secretOptions: { password: 'password' },
      secretTexts: request => {
        const parts = urlWithAuthority(request);
        if (!parts) return [];
        return [
          { option: 'base-url', parts },
          ...Object.entries(debezium(singleAuthority)).map(([key, value]) => ({
            option: 'debezium',
            key,
            parts: [value],
          })),
          {
            option: 'debezium',
            key: 'database.sslfactoryarg',
            parts: [{ file: 'ca', as: ['certificate' as const] }],
          },
        ];
      },
      limits: request => clientCertificateLimits(request, tlsOf(request)),
      unneeded: request => unneededTls(request, tlsOf(request).isTls),
    },
  },
};

function tlsOf({ config }: HeldMaterial) {
  return {
    driver: "PostgreSQL's driver",
    isTls: toServerConfig(config, DEFAULT_PORT).ssl !== 'disable',
    elsewhere: 'run the pipeline on the embedded engine',
  };
}

/** https://jdbc.postgresql.org/documentation/ssl/: without a factory it would want a file of the TaskManagers for its authorities. */
function sslParameters({ ssl }: ServerConfig): Record<string, string> {
  return {
    sslmode: ssl,
    ...(ssl === 'verify-full' && {
      sslfactory: 'org.postgresql.ssl.DefaultJavaSSLFactory',
    }),
  };
}

function postgresqlUrl(server: ServerConfig): string {
  return jdbcUrl('postgresql', server, sslParameters(server));
}

/** Undefined where no authority of its own is to be heeded. */
function urlWithAuthority({
  config,
  files,
}: HeldMaterial): SecretPart[] | undefined {
  const server = toServerConfig(config, DEFAULT_PORT);
  if (server.ssl !== 'verify-full' || !files.includes('ca')) return undefined;
  const parameters = { sslmode: server.ssl, ...singleAuthority };
  return [
    `${jdbcUrl('postgresql', server, parameters)}&sslfactoryarg=`,
    { file: 'ca', as: ['certificate', 'uri'] },
  ];
}

function debezium(parameters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      `database.${name}`,
      value,
    ]),
  );
}
