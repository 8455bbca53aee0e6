import { BindingLimit, BindRequest } from '../binding/ConnectorBinding';
import { javaTlsLimits, unneededTls } from '../binding/tlsBinding';
import { elasticsearchBrowser } from '../browse/elasticsearchBrowser';
import { ConnectionError } from '../connect/ConnectionError';
import { elasticsearchRequest } from '../connect/elasticsearchRequest';
import { tlsFiles } from '../connect/tlsFiles';
import { DataSourceType } from '../DataSourceType';
import { checkUrl } from './checkServers';
import { sameFields } from './sameFields';
import { field, objectSchema, sslField, userField } from './schemaFields';
import { passwordSecret } from './serverSchema';

/** Elasticsearch and OpenSearch. @public */
export const elasticsearchType: DataSourceType = {
  type: 'elasticsearch',
  title: {
    en: 'Elasticsearch or OpenSearch',
    zh: 'Elasticsearch 或 OpenSearch',
  },
  description: {
    en: 'A cluster that searches and stores documents',
    zh: '用于搜索和存储文档的集群',
  },
  icon: 'search',
  category: 'search',
  documentation: 'https://www.elastic.co/docs/api/',
  schema: objectSchema(['urls'], {
    urls: field(
      {
        title: ['Addresses', '地址'],
        help: [
          'URLs of one or more nodes, separated by commas',
          '一个或多个节点的 URL，以逗号分隔',
        ],
      },
      {
        type: 'string',
        minLength: 8,
        maxLength: 2000,
        pattern: '^https?://[^\\s@?#\\\\,]+(,https?://[^\\s@?#\\\\,]+)*$',
        examples: ['https://search.example.com:9200'],
      },
    ),
    user: userField,
    ssl: {
      ...sslField,
      enum: ['require', 'verify-full'],
      default: 'verify-full',
    },
  }),
  secrets: [
    passwordSecret,
    {
      name: 'apiKey',
      title: {
        en: 'API key, in place of a password',
        zh: 'API 密钥（替代密码）',
      },
      required: false,
    },
  ],
  files: tlsFiles,
  location: config => String(config.urls),
  check: async (config, { network }) => {
    const urls = String(config.urls).split(',');
    const problems = await Promise.all(
      urls.map(url => checkUrl(url, '/urls', network)),
    );
    return problems.flat();
  },
  maySecretsStay: (before, after) =>
    sameFields(before, after, ['urls', 'user', 'ssl']),
  testConnection: async request => {
    const answer = (await elasticsearchRequest(request, {
      path: '/',
      signal: request.signal,
    })) as { version?: { number?: string; distribution?: string } } | undefined;
    const { number, distribution } = answer?.version ?? {};
    if (!number) {
      throw new ConnectionError(
        'other',
        `${request.config.urls} answered, but not as Elasticsearch or OpenSearch does: check the address`,
      );
    }
    const product =
      distribution === 'opensearch' ? 'OpenSearch' : 'Elasticsearch';
    return `${product} ${number} answered`;
  },
  fields: config => ({ hosts: String(config.urls) }),
  browser: elasticsearchBrowser,
  bindings: {
    Elasticsearch: {
      toOptions: config => ({
        hosts: String(config.urls).split(','),
        ...(config.user !== undefined && { username: String(config.user) }),
        ...(config.ssl === 'require' && {
          tls_verify_certificate: false,
          tls_verify_hostname: false,
        }),
      }),
      secretOptions: { password: 'password' },
      limits: request => [
        ...javaTlsLimits(request, {
          driver: "Elasticsearch's client",
          isTls: isTls(request),
        }),
        ...userLimits(request),
      ],
      unneeded: request => unneededTls(request, isTls(request)),
    },
  },
};

function isTls({ config }: BindRequest): boolean {
  return String(config.urls).includes('https:');
}

function userLimits({ config, secrets }: BindRequest): BindingLimit[] {
  const limits: BindingLimit[] = [];
  if (secrets.includes('apiKey')) {
    limits.push({
      of: ['apiKey'],
      severity: 'error',
      says: `its secret "apiKey" cannot be handed over: SeaTunnel's Elasticsearch logs in with user and password alone`,
      fix: 'Use a data source with user and password.',
    });
  }
  if (config.user !== undefined && !secrets.includes('password')) {
    limits.push({
      of: ['user'],
      severity: 'error',
      says: `it has a user and no password, with which SeaTunnel's Elasticsearch ends`,
      fix: 'Set the secret "password", or use a data source without a user.',
    });
  }
  return limits;
}
