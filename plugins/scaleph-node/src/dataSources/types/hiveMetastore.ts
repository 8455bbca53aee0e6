import { hadoopLimits } from '../binding/hadoopLimits';
import { hiveDatabases } from '../connect/hiveMetastore';
import { DataSourceType } from '../DataSourceType';
import { hadoopFiles, metastoreField, principalField } from './catalogFields';
import { checkUrl } from './checkServers';
import { noCatalogBrowse } from './noBrowse';
import { sameFields } from './sameFields';
import { objectSchema } from './schemaFields';

/** A Hive metastore. @public */
export const hiveMetastoreType: DataSourceType = {
  type: 'hive-metastore',
  title: { en: 'Hive metastore', zh: 'Hive 元存储' },
  description: {
    en: 'The catalog of a Hive warehouse',
    zh: 'Hive 数据仓库的目录',
  },
  icon: 'lake',
  category: 'lake',
  documentation: 'https://seatunnel.apache.org/docs/connector-v2/source/Hive',
  schema: objectSchema(['metastoreUri'], {
    metastoreUri: metastoreField,
    principal: principalField,
  }),
  secrets: [],
  files: hadoopFiles,
  location: config => String(config.metastoreUri),
  check: (config, { network }) =>
    checkUrl(
      String(config.metastoreUri).replace(/^thrift:/, 'http:'),
      '/metastoreUri',
      network,
    ),
  maySecretsStay: (before, after) =>
    sameFields(before, after, ['metastoreUri', 'principal']),
  testConnection: async request => {
    const names = await hiveDatabases(
      request,
      String(request.config.metastoreUri),
    );
    return `The Hive metastore answered: ${names.length} ${
      names.length === 1 ? 'database' : 'databases'
    }`;
  },
  noBrowse: noCatalogBrowse,
  bindings: {
    Hive: {
      toOptions: config => ({
        metastore_uri: String(config.metastoreUri),
        ...(config.principal !== undefined && {
          kerberos_principal: String(config.principal),
        }),
      }),
      secretOptions: {},
      limits: request =>
        hadoopLimits(request, {
          sites: ['hive.hadoop.conf-path', 'hive_site_path', 'hdfs_site_path'],
          keytab: ['kerberos_keytab_path'],
          krb5: [],
        }),
    },
  },
};
