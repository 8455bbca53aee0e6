import { hadoopLimits } from '../binding/hadoopLimits';
import { hiveDatabases } from '../connect/hiveMetastore';
import { DataSourceType } from '../DataSourceType';
import { hadoopFiles, metastoreField, warehouseField } from './catalogFields';
import { checkUrl } from './checkServers';
import { noCatalogBrowse } from './noBrowse';
import { sameFields } from './sameFields';
import { field, objectSchema, oneOf } from './schemaFields';

/** A catalog of Paimon tables; its fields, and whether it can be reached. @public */
export const paimonCatalogType: DataSourceType = {
  type: 'paimon-catalog',
  title: { en: 'Paimon catalog', zh: 'Paimon 目录' },
  description: {
    en: 'Paimon tables of a warehouse, with or without a Hive metastore',
    zh: '仓库中的 Paimon 表，可配合 Hive 元存储使用',
  },
  icon: 'lake',
  category: 'lake',
  documentation: 'https://paimon.apache.org/docs/master/',
  schema: objectSchema(
    ['warehouse'],
    {
      warehouse: warehouseField,
      catalogType: field(
        { title: ['Kind of catalog', '目录类型'] },
        { type: 'string', enum: ['filesystem', 'hive'], default: 'filesystem' },
      ),
      metastoreUri: metastoreField,
    },
    { metastoreUri: oneOf('catalogType', 'hive') },
  ),
  secrets: [],
  files: hadoopFiles,
  location: config => String(config.warehouse),
  check: async (config, { network }) => {
    if (config.catalogType === 'hive' && config.metastoreUri === undefined) {
      return [
        {
          severity: 'error',
          code: 'missing-field',
          pointer: '/metastoreUri',
          message: 'config.metastoreUri: required for a catalog of kind hive',
        },
      ];
    }
    return config.metastoreUri === undefined
      ? []
      : checkUrl(
          String(config.metastoreUri).replace(/^thrift:/, 'http:'),
          '/metastoreUri',
          network,
        );
  },
  maySecretsStay: (before, after) =>
    sameFields(before, after, ['warehouse', 'catalogType', 'metastoreUri']),
  testConnection: async request => {
    const { config } = request;
    if (config.catalogType !== 'hive') {
      return `Nothing to ask: the catalog is the directory ${config.warehouse}, which the engine reads`;
    }
    const names = await hiveDatabases(request, String(config.metastoreUri));
    return `The Hive metastore answered: ${names.length} databases`;
  },
  noBrowse: noCatalogBrowse,
  bindings: {
    Paimon: {
      toOptions: config => ({
        warehouse: String(config.warehouse),
        ...(config.catalogType === 'hive' && {
          catalog_type: 'hive',
          catalog_uri: String(config.metastoreUri),
        }),
      }),
      secretOptions: {},
      limits: request =>
        hadoopLimits(request, {
          sites: ['paimon.hadoop.conf-path', 'hdfs_site_path'],
          keytab: [],
          krb5: [],
        }),
    },
  },
};
