import { JsonObject } from '@backstage/types';
import { BindingLimit, BindRequest } from '../binding/ConnectorBinding';
import { hadoopLimits } from '../binding/hadoopLimits';
import { javaTlsLimits, unneededTls } from '../binding/tlsBinding';
import { checkedRequest, readBody } from '../connect/checkedRequest';
import { ConnectionError } from '../connect/ConnectionError';
import { hiveDatabases } from '../connect/hiveMetastore';
import { tlsFiles } from '../connect/tlsFiles';
import { ConnectionTestRequest, DataSourceType } from '../DataSourceType';
import { hadoopFiles, metastoreField, warehouseField } from './catalogFields';
import { checkUrl } from './checkServers';
import { noCatalogBrowse } from './noBrowse';
import { sameFields } from './sameFields';
import {
  field,
  objectSchema,
  oneOf,
  textField,
  urlField,
} from './schemaFields';

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
  schema: objectSchema(
    ['catalogName', 'catalogType', 'warehouse'],
    {
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
    },
    {
      restUrl: oneOf('catalogType', 'rest'),
      token: oneOf('catalogType', 'rest'),
      metastoreUri: oneOf('catalogType', 'hive'),
    },
  ),
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
  noBrowse: noCatalogBrowse,
  bindings: {
    Iceberg: {
      toOptions: config => ({
        catalog_name: String(config.catalogName),
        // Up to 2.3.4 they are options, from 2.3.5 on keys of this map; the others are read by nobody.
        ...catalogOf(config, 'catalog_type'),
        'iceberg.catalog.config': catalogOf(config, 'type'),
      }),
      secretOptions: {},
      secretTexts: ({ config, secrets }) =>
        config.catalogType === 'rest' && secrets.includes('token')
          ? [
              {
                option: 'iceberg.catalog.config',
                key: 'token',
                parts: [{ secret: 'token' }],
              },
            ]
          : [],
      limits: request => [
        ...restLimits(request),
        ...javaTlsLimits(request, {
          driver: "Iceberg's client",
          isTls: isTls(request),
        }),
        ...hadoopLimits(request, {
          sites: ['iceberg.hadoop-conf-path'],
          keytab: ['kerberos_keytab_path'],
          krb5: ['krb5_path'],
        }),
      ],
      unneeded: request => [
        ...unneededTls(request, isTls(request)),
        ...(request.config.catalogType === 'rest' ? [] : ['token']),
      ],
    },
  },
};

function isTls({ config }: BindRequest): boolean {
  return (
    config.catalogType === 'rest' && String(config.restUrl).startsWith('https:')
  );
}

/** What says where the catalog is. */
function catalogOf(
  { catalogType, warehouse, restUrl, metastoreUri }: JsonObject,
  type: string,
): JsonObject {
  return {
    [type]: String(catalogType),
    warehouse: String(warehouse),
    ...(catalogType === 'rest' && { uri: String(restUrl) }),
    ...(catalogType === 'hive' && { uri: String(metastoreUri) }),
  };
}

function restLimits({ config, isAtLeast }: BindRequest): BindingLimit[] {
  if (config.catalogType !== 'rest' || isAtLeast('2.3.5')) return [];
  return [
    {
      of: ['catalogType', 'token'],
      severity: 'error',
      says: 'it is a REST catalog, which SeaTunnel knows from 2.3.5 on',
      fix: 'Use a target with a newer SeaTunnel, or a catalog of kind hive or hadoop.',
    },
  ];
}

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
