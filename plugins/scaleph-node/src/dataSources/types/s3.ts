import { BindingLimit, BindRequest } from '../binding/ConnectorBinding';
import {
  javaTlsLimits,
  unneededTls,
  verifiedAllTheSame,
} from '../binding/tlsBinding';
import { s3Browser } from '../browse/s3Browser';
import { s3Request, s3Url, s3Values } from '../connect/s3Request';
import { tlsFiles } from '../connect/tlsFiles';
import { DataSourceType } from '../DataSourceType';
import { checkUrl } from './checkServers';
import { sameFields } from './sameFields';
import {
  field,
  objectSchema,
  sslField,
  textField,
  urlField,
} from './schemaFields';

/** S3 and what speaks its protocol. @public */
export const s3Type: DataSourceType = {
  type: 's3',
  title: { en: 'S3', zh: 'S3' },
  description: {
    en: 'Objects of Amazon S3, MinIO and other S3 services',
    zh: 'Amazon S3、MinIO 及其他 S3 服务中的对象',
  },
  icon: 'bucket',
  category: 'files',
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/',
  schema: objectSchema(['endpoint'], {
    endpoint: urlField(
      {
        title: ['Endpoint', '端点'],
        help: ['URL of the service', '服务的 URL'],
      },
      'https://s3.eu-central-1.amazonaws.com',
    ),
    bucket: textField(
      {
        title: ['Bucket', '存储桶'],
        help: [
          'Needed by pipelines; without it all buckets can be looked into',
          '管道需要填写；不填写时可浏览所有存储桶',
        ],
      },
      {
        maxLength: 63,
        pattern: '^[a-zA-Z0-9][a-zA-Z0-9._-]+[a-zA-Z0-9]$',
        example: 'warehouse',
      },
    ),
    region: textField(
      { title: ['Region', '区域'] },
      { maxLength: 50, pattern: '^[a-z0-9-]+$', example: 'eu-central-1' },
    ),
    pathStyle: field(
      {
        title: ['Bucket in the path', '路径中包含存储桶'],
        help: [
          'As MinIO wants it; otherwise the bucket is a part of the name of the host',
          'MinIO 需要开启；否则存储桶是主机名的一部分',
        ],
      },
      { type: 'boolean', default: true },
    ),
    ssl: {
      ...sslField,
      enum: ['require', 'verify-full'],
      default: 'verify-full',
    },
  }),
  secrets: [
    {
      name: 'accessKey',
      title: { en: 'Access key', zh: '访问密钥' },
      required: false,
    },
    {
      name: 'secretKey',
      title: { en: 'Secret key', zh: '私有密钥' },
      required: false,
    },
  ],
  files: tlsFiles,
  location: config => s3Url(config).href.replace(/^https?:\/\//, ''),
  check: (config, { network }) =>
    checkUrl(s3Url(config).href, '/endpoint', network),
  maySecretsStay: (before, after) =>
    sameFields(before, after, ['endpoint', 'bucket', 'pathStyle', 'ssl']),
  testConnection: async request => {
    const { config, signal } = request;
    const isBucket = config.bucket !== undefined;
    const xml = await s3Request(request, {
      ...(isBucket && { query: { 'list-type': '2', 'max-keys': '1' } }),
      signal,
    });
    const { host } = new URL(String(config.endpoint));
    if (isBucket) return `Bucket "${config.bucket}" of ${host} can be listed`;
    const count = s3Values(xml, 'Name').length;
    return `${host} answered: ${count} ${count === 1 ? 'bucket' : 'buckets'}`;
  },
  fields: config => ({ endpoint: String(config.endpoint) }),
  browser: s3Browser,
  bindings: {
    S3File: {
      toOptions: config => ({
        'fs.s3a.endpoint': String(config.endpoint),
        'fs.s3a.aws.credentials.provider':
          'org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider',
        ...(config.bucket !== undefined && {
          bucket: `s3a://${config.bucket}`,
        }),
        hadoop_s3_properties: {
          'fs.s3a.path.style.access': String(config.pathStyle !== false),
          'fs.s3a.connection.ssl.enabled': String(
            String(config.endpoint).startsWith('https:'),
          ),
          ...(config.region !== undefined && {
            'fs.s3a.endpoint.region': String(config.region),
          }),
        },
      }),
      secretOptions: { accessKey: 'access_key', secretKey: 'secret_key' },
      limits: request => [
        ...javaTlsLimits(request, {
          driver: "Hadoop's client for S3",
          isTls: isTls(request),
        }),
        ...verifiedAllTheSame(request, isTls(request)),
        ...keyLimits(request),
      ],
      unneeded: request => unneededTls(request, isTls(request)),
    },
  },
};

function isTls({ config }: BindRequest): boolean {
  return String(config.endpoint).startsWith('https:');
}

function keyLimits({ secrets }: BindRequest): BindingLimit[] {
  if (secrets.includes('accessKey') && secrets.includes('secretKey')) return [];
  return [
    {
      of: ['accessKey', 'secretKey'],
      severity: 'error',
      says: "it has no access key, and SeaTunnel's S3File does nothing without one",
      fix: 'Set the secrets "accessKey" and "secretKey".',
    },
  ];
}
