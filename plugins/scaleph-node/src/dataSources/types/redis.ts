import { BindingLimit, BindRequest } from '../binding/ConnectorBinding';
import { noTlsLimits, unneededTls } from '../binding/tlsBinding';
import { redisBrowser } from '../browse/redisBrowser';
import { connectRedis, REDIS_PORT } from '../connect/connectRedis';
import { tlsFiles } from '../connect/tlsFiles';
import { DataSourceType } from '../DataSourceType';
import { checkHost } from './checkHost';
import { sameFields } from './sameFields';
import {
  field,
  hostField,
  objectSchema,
  portField,
  sslField,
  userField,
} from './schemaFields';
import { passwordSecret } from './serverSchema';

/** A Redis server; not a cluster of them. @public */
export const redisType: DataSourceType = {
  type: 'redis',
  title: { en: 'Redis', zh: 'Redis' },
  description: { en: 'A Redis or Valkey server', zh: 'Redis 或 Valkey 服务器' },
  icon: 'key',
  category: 'nosql',
  documentation: 'https://redis.io/docs/latest/',
  schema: objectSchema(['host'], {
    host: hostField,
    port: portField(REDIS_PORT),
    user: userField,
    database: field(
      { title: ['Number of the database', '数据库编号'] },
      { type: 'integer', minimum: 0, maximum: 10_000, default: 0 },
    ),
    ssl: sslField,
  }),
  secrets: [passwordSecret],
  files: tlsFiles,
  location: ({ host, port, database }) =>
    `${host}:${port ?? REDIS_PORT}/${database ?? 0}`,
  check: (config, { network }) => checkHost(String(config.host), network),
  maySecretsStay: (before, after) =>
    sameFields(before, after, ['host', 'port', 'user', 'ssl']),
  testConnection: async request => {
    const client = await connectRedis(request);
    try {
      const info = await client.info('server');
      const version = /^redis_version:(\S+)/m.exec(info)?.[1] ?? '';
      return `Redis ${version} answered: ${await client.dbsize()} keys`;
    } finally {
      client.disconnect();
    }
  },
  fields: config => ({ port: String(config.port ?? REDIS_PORT) }),
  browser: redisBrowser,
  bindings: {
    Redis: {
      toOptions: config => ({
        host: String(config.host),
        port: Number(config.port ?? REDIS_PORT),
        ...(config.database !== undefined && {
          db_num: Number(config.database),
        }),
      }),
      secretOptions: { password: 'auth' },
      limits: request => [
        ...noTlsLimits(request, "SeaTunnel's Redis knows no TLS"),
        ...userLimits(request),
      ],
      unneeded: request =>
        unneededTls(request, (request.config.ssl ?? 'disable') !== 'disable'),
    },
  },
};

/** It logs in without a name, and its option `user` makes a user of that name on the server (ACL SETUSER). */
function userLimits({ config }: BindRequest): BindingLimit[] {
  if ((config.user ?? 'default') === 'default') return [];
  return [
    {
      of: ['user'],
      severity: 'error',
      says: `user is "${config.user}", and SeaTunnel's Redis logs in as "default" alone`,
      fix: 'Use a data source without a user, with the password of "default".',
    },
  ];
}
