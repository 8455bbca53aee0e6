import { DataSourceTypeInfo } from '@scaleph/backstage-plugin-scaleph-common';
import { field, textField } from './schemaFields';

/** `thrift://host:9083`. @internal */
export const metastoreField = field(
  {
    title: ['Metastore', '元存储'],
    help: ['thrift://host:port', 'thrift://主机:端口'],
  },
  {
    type: 'string',
    maxLength: 300,
    pattern: '^thrift://[A-Za-z0-9._\\[\\]:-]+:\\d{1,5}$',
    examples: ['thrift://metastore.example.com:9083'],
  },
);

/** Where the tables are. @internal */
export const warehouseField = textField(
  {
    title: ['Warehouse', '仓库'],
    help: [
      'Where the tables are, as the engine reaches it; this is not tested here',
      '表所在的位置（引擎可访问的路径）；此处不会进行测试',
    ],
  },
  {
    maxLength: 1000,
    pattern: '^(?:[a-z][a-z0-9+.-]*://?)?[^\\s\\u0000-\\u001f]+$',
    example: 's3a://warehouse/tables',
  },
);

/** What Hadoop's clients read. @internal */
export const hadoopFiles: DataSourceTypeInfo['files'] = [
  ...['core-site.xml', 'hdfs-site.xml', 'hive-site.xml'].map(name => ({
    name,
    title: { en: name, zh: name },
    required: false,
    accept: '.xml',
    maxBytes: 256 * 1024,
  })),
  {
    name: 'krb5.conf',
    title: { en: 'krb5.conf', zh: 'krb5.conf' },
    required: false,
    accept: '.conf',
    maxBytes: 64 * 1024,
  },
  {
    name: 'keytab',
    title: { en: 'Kerberos keytab', zh: 'Kerberos keytab 文件' },
    required: false,
    accept: '.keytab',
    maxBytes: 64 * 1024,
  },
];

/** @internal */
export const principalField = textField(
  { title: ['Kerberos principal', 'Kerberos 主体'] },
  { maxLength: 300, example: 'etl/host@EXAMPLE.COM' },
);
