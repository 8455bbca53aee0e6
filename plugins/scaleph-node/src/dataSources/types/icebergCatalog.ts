import { checkedRequest, readBody } from '../connect/checkedRequest';
import { ConnectionError } from '../connect/ConnectionError';
import { hiveDatabases } from '../connect/hiveMetastore';
import { tlsFiles } from '../connect/tlsFiles';
import { ConnectionTestRequest, DataSourceType } from '../DataSourceType';
import { hadoopFiles, metastoreField, warehouseField } from './catalogFields';
import { checkUrl } from './checkServers';
import { sameFields } from './sameFields';
import { field, objectSchema, textField, urlField } from './schemaFields';

/** A catalog of Iceberg tables; its fields, and whether it can be reached. @public */
export const icebergCatalogType: DataSourceType = {
  type: 'iceberg-catalog',
  title: { en: 'Iceberg catalog', zh: 'Iceberg 目录' },
  description: {
    en: 'Iceberg tables by a REST catalog, a Hive metastore or a directory',
    zh: '通过 REST 目录、Hive 元存储或目录访问 Iceberg 表',
  },
  icon: 'lake',
  category: 'lake',
  documentation: 'https://iceberg.apache.org/docs/latest/',
  schema: objectSchema(['catalogName', 'catalogType', 'warehouse'], {
    catalogName: textField(
      { title: ['Name of the catalog', '目录名称'] },
      { pattern: '^[A-Za-z0-9_-]+$', example: 'lake' },
    ),
    catalogType: field(
      { title: ['Kind of catalog', '目录类型'] },
      { type: 'string', enum: ['rest', 'hive', 'hadoop'], default: 'rest' },
    ),
    restUrl: urlField(
      { title: ['URL of the REST catalog', 'REST 目录的 URL'] },
      'https://iceberg.example.com/api',
    ),
    metastoreUri: metastoreField,
    warehouse: warehouseField,
  }),
  secrets: [
    {
      name: 'token',
      title: { en: 'Token of the REST catalog', zh: 'REST 目录的令牌' },
      required: false,
    },
  ],
  files: [...tlsFiles, ...hadoopFiles],
  location: ({ catalogType, restUrl, metastoreUri, warehouse }) =>
    String(
      (catalogType === 'rest' && restUrl) ||
        (catalogType === 'hive' && metastoreUri) ||
        warehouse,
    ),
  check: async (config, { network }) => {
    const needed = {
      rest: 'restUrl',
      hive: 'metastoreUri',
      hadoop: 'warehouse',
    }[String(config.catalogType) as 'rest' | 'hive' | 'hadoop'];
    if (config[needed] === undefined) {
      return [
        {
          severity: 'error',
          code: 'missing-field',
          pointer: `/${needed}`,
          message: `config.${needed}: required for a catalog of kind ${config.catalogType}`,
        },
      ];
    }
    const urls = [
      ['restUrl', config.restUrl],
      ['metastoreUri', config.metastoreUri],
    ].filter(([, url]) => url !== undefined);
    const problems = await Promise.all(
      urls.map(([name, url]) =>
        checkUrl(String(url).replace(/^thrift:/, 'http:'), `/${name}`, network),
      ),
    );
    return problems.flat();
  },
  maySecretsStay: (before, after) =>
    sameFields(before, after, [
      'catalogType',
      'restUrl',
      'metastoreUri',
      'warehouse',
    ]),
  testConnection,
  bindings: {
    Iceberg: {
      toOptions: config => ({
        catalog_name: String(config.catalogName),
        'iceberg.catalog.config': {
          type: String(config.catalogType),
          warehouse: String(config.warehouse),
          ...(config.catalogType === 'rest' && { uri: String(config.restUrl) }),
          ...(config.catalogType === 'hive' && {
            uri: String(config.metastoreUri),
          }),
        },
      }),
      secretOptions: {},
    },
  },
};

async function testConnection(request: ConnectionTestRequest): Promise<string> {
  const { config, secrets } = request;
  if (config.catalogType === 'hadoop') {
    return `Nothing to ask: the catalog is the directory ${config.warehouse}, which the engine reads`;
  }
  if (config.catalogType === 'hive') {
    const names = await hiveDatabases(request, String(config.metastoreUri));
    return `The Hive metastore answered: ${names.length} databases`;
  }
  const base = String(config.restUrl).replace(/\/$/, '');
  const url = new URL(`${base}/v1/config`);
  url.searchParams.set('warehouse', String(config.warehouse));
  const server = `The REST catalog at ${url.host}`;
  if (secrets.token && !/^[\x21-\x7e]+$/.test(secrets.token)) {
    throw new ConnectionError(
      'authentication',
      'The secret "token" must be one line without spaces',
    );
  }
  const response = await checkedRequest({
    ...request,
    url,
    server,
    headers: {
      accept: 'application/json',
      ...(secrets.token && { authorization: `Bearer ${secrets.token}` }),
    },
  });
  const text = await readBody(response, server, 1024 * 1024);
  const { statusCode: status } = response;
  if (status === 401 || status === 403) {
    throw new ConnectionError(
      'authentication',
      `${server} answered ${status}: check the token`,
    );
  }
  if (status !== 200 || !/^\s*\{[^]*"(?:defaults|overrides)"/.test(text)) {
    throw new ConnectionError(
      'other',
      `${server} answered ${status} and no configuration of a catalog: check the URL, which ends before /v1`,
    );
  }
  return `${server} answered`;
}
