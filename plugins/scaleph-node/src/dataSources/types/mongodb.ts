import { JsonObject } from '@backstage/types';
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
          '主机:端口;副本集的成员以逗号分隔',
        ],
      },
      'mongo-1:27017,mongo-2:27017',
    ),
    database: { ...databaseField('shop'), pattern: NAME },
    user: userField,
    authSource: textField(
      {
        title: ['Database of the user', '用户所在数据库'],
        help: ['authSource; admin when empty', 'authSource;留空时为 admin'],
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
  browser: mongodbBrowser,
  bindings: {
    MongoDB: {
      toOptions: config => ({
        uri: mongodbUri(config),
        database: String(config.database),
      }),
      // The password would have to stand within the URI.
      secretOptions: {},
    },
  },
};

/** Without user and password; made of parts that hold nothing that a URI gives a meaning to. */
function mongodbUri(config: JsonObject): string {
  const query = new URLSearchParams({
    ...(config.replicaSet !== undefined && {
      replicaSet: String(config.replicaSet),
    }),
    ...((config.ssl ?? 'disable') !== 'disable' && { tls: 'true' }),
    ...(config.ssl === 'require' && { tlsInsecure: 'true' }),
  });
  return `mongodb://${config.servers}/?${query}`.replace(/\?$/, '');
}
