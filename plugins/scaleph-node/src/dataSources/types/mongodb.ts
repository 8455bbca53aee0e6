import { JsonObject } from '@backstage/types';
import { HeldMaterial, SecretPart } from '../binding/ConnectorBinding';
import { javaTlsLimits, unneededTls } from '../binding/tlsBinding';
import { mongodbBrowser } from '../browse/mongodbBrowser';
import { tlsFiles } from '../connect/tlsFiles';
import { withMongodb } from '../connect/withMongodb';
import { DataSourceType } from '../DataSourceType';
import { checkServers, parseServers } from './checkServers';
import { sameFields } from './sameFields';
import {
  databaseField,
  objectSchema,
  serversField,
  sslField,
  textField,
  userField,
} from './schemaFields';
import { passwordSecret } from './serverSchema';

const NAME = '^[^\\s/\\\\."$*<>:|?\\u0000-\\u001f]+$';

/** MongoDB: one server, or a replica set. @public */
export const mongodbType: DataSourceType = {
  type: 'mongodb',
  title: { en: 'MongoDB', zh: 'MongoDB' },
  description: {
    en: 'A database of a MongoDB server or replica set',
    zh: 'MongoDB 服务器或副本集中的一个数据库',
  },
  icon: 'leaf',
  category: 'nosql',
  documentation: 'https://www.mongodb.com/docs/manual/',
  schema: objectSchema(['servers', 'database'], {
    servers: serversField(
      {
        title: ['Servers', '服务器'],
        help: [
          'host:port; the members of a replica set separated by commas',
          '主机:端口；副本集的成员以逗号分隔',
        ],
      },
      'mongo-1:27017,mongo-2:27017',
    ),
    database: { ...databaseField('shop'), pattern: NAME },
    user: userField,
    authSource: textField(
      {
        title: ['Database of the user', '用户所在数据库'],
        help: ['authSource; admin when empty', 'authSource；留空时为 admin'],
      },
      { maxLength: 64, pattern: NAME },
    ),
    replicaSet: textField(
      { title: ['Replica set', '副本集'] },
      { pattern: '^[A-Za-z0-9._-]+$' },
    ),
    ssl: sslField,
  }),
  secrets: [passwordSecret],
  files: tlsFiles,
  location: ({ servers, database }) => `${servers}/${database}`,
  check: (config, { network }) =>
    checkServers(
      parseServers(String(config.servers)).map(({ host }) => host),
      '/servers',
      network,
    ),
  maySecretsStay: (before, after) =>
    sameFields(before, after, ['servers', 'user', 'authSource', 'ssl']),
  testConnection: request =>
    withMongodb(request, async client => {
      const database = client.db(String(request.config.database));
      const { version } = await client.db('admin').command({ buildInfo: 1 });
      const found = await database
        .listCollections({}, { nameOnly: true })
        .toArray();
      return `MongoDB ${version} answered: ${found.length} ${
        found.length === 1 ? 'collection' : 'collections'
      } in "${database.databaseName}"`;
    }),
  fields: config => ({ uri: mongodbUri(config) }),
  secretFields: (held): Record<string, SecretPart[]> => {
    const uri = uriWithPassword(held);
    return uri ? { uri } : {};
  },
  browser: mongodbBrowser,
  bindings: {
    MongoDB: {
      toOptions: config => ({
        uri: mongodbUri(config),
        database: String(config.database),
      }),
      secretOptions: {},
      secretTexts: request => {
        const parts = uriWithPassword(request);
        return parts ? [{ option: 'uri', parts }] : [];
      },
      limits: request =>
        javaTlsLimits(request, {
          driver: "MongoDB's driver",
          isTls: isTls(request),
        }),
      unneeded: request => [
        ...unneededTls(request, isTls(request)),
        // A password is nobody's without a user.
        ...(request.config.user === undefined ? ['password'] : []),
      ],
    },
  },
};

function isTls({ config }: HeldMaterial): boolean {
  return (config.ssl ?? 'disable') !== 'disable';
}

/** Undefined where there is no password to put in. */
function uriWithPassword({
  config,
  secrets,
}: HeldMaterial): SecretPart[] | undefined {
  if (config.user === undefined || !secrets.includes('password')) {
    return undefined;
  }
  const [user, place] = mongodbUri(config).split('@');
  return [`${user}:`, { secret: 'password', as: ['uri'] }, `@${place}`];
}

/** Without password; made of parts that hold nothing that a URI gives a meaning to. */
function mongodbUri(config: JsonObject): string {
  const { user } = config;
  const query = new URLSearchParams({
    ...(user !== undefined && {
      authSource: String(config.authSource ?? 'admin'),
    }),
    ...(config.replicaSet !== undefined && {
      replicaSet: String(config.replicaSet),
    }),
    ...((config.ssl ?? 'disable') !== 'disable' && { tls: 'true' }),
    ...(config.ssl === 'require' && { tlsInsecure: 'true' }),
  });
  const login =
    user === undefined ? '' : `${encodeURIComponent(String(user))}@`;
  return `mongodb://${login}${config.servers}/?${query}`.replace(/\?$/, '');
}
