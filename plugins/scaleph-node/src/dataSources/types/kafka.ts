import { JsonObject } from '@backstage/types';
import { SecretPart } from '../binding/ConnectorBinding';
import { TLS_FILES, verifiedAllTheSame } from '../binding/tlsBinding';
import { kafkaBrowser } from '../browse/kafkaBrowser';
import { checkedRequest, readBody } from '../connect/checkedRequest';
import { ConnectionError } from '../connect/ConnectionError';
import { isTlsOfKafka, withKafkaAdmin } from '../connect/connectKafka';
import { SslMode } from '../connect/serverConfig';
import { tlsFiles } from '../connect/tlsFiles';
import { ConnectionTestRequest, DataSourceType } from '../DataSourceType';
import { checkServers, checkUrl, parseServers } from './checkServers';
import {
  clientTexts,
  isSasl,
  loginParts,
  pairLimits,
  securitySettings,
} from './kafkaSettings';
import { sameFields } from './sameFields';
import {
  field,
  given,
  objectSchema,
  oneOf,
  serversField,
  sslField,
  textField,
  urlField,
} from './schemaFields';
import { passwordSecret } from './serverSchema';

const LOGIN = oneOf('securityProtocol', 'SASL_PLAINTEXT', 'SASL_SSL');
const ENCRYPTED = {
  anyOf: [
    oneOf('securityProtocol', 'SSL', 'SASL_SSL'),
    // It may be asked by HTTPS.
    given('schemaRegistryUrl'),
  ],
};

/** A Kafka cluster, with a schema registry beside it. @public */
export const kafkaType: DataSourceType = {
  type: 'kafka',
  title: { en: 'Kafka', zh: 'Kafka' },
  description: {
    en: 'Topics of a Kafka cluster, with a schema registry beside it',
    zh: 'Kafka 集群中的主题，可附带模式注册表',
  },
  icon: 'stream',
  category: 'stream',
  documentation: 'https://kafka.apache.org/documentation/',
  schema: objectSchema(
    ['bootstrapServers'],
    {
      bootstrapServers: serversField(
        {
          title: ['Bootstrap servers', '引导服务器'],
          help: [
            'host:port, several separated by commas; the cluster names its other brokers itself',
            '主机:端口，多个以逗号分隔；集群会自行告知其余节点',
          ],
        },
        'kafka-1:9092,kafka-2:9092',
      ),
      securityProtocol: field(
        { title: ['Security protocol', '安全协议'] },
        {
          type: 'string',
          enum: ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'],
          default: 'PLAINTEXT',
        },
      ),
      saslMechanism: field(
        { title: ['SASL mechanism', 'SASL 机制'] },
        {
          type: 'string',
          enum: ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'],
          default: 'PLAIN',
        },
      ),
      user: textField({ title: ['User (SASL)', '用户名 (SASL)'] }),
      ssl: {
        ...sslField,
        enum: ['require', 'verify-full'],
        default: 'verify-full',
      },
      schemaRegistryUrl: urlField(
        {
          title: ['Schema registry', '模式注册表'],
          help: [
            'URL; its user is the one of the field below',
            'URL；其用户名为下方字段',
          ],
        },
        'https://registry.example.com:8081',
      ),
      schemaRegistryUser: textField({
        title: ['User of the schema registry', '模式注册表的用户名'],
      }),
    },
    {
      saslMechanism: LOGIN,
      user: LOGIN,
      password: LOGIN,
      ssl: ENCRYPTED,
      ca: ENCRYPTED,
      clientCertificate: ENCRYPTED,
      clientKey: ENCRYPTED,
      schemaRegistryUser: given('schemaRegistryUrl'),
      schemaRegistryPassword: given('schemaRegistryUrl'),
    },
  ),
  secrets: [
    passwordSecret,
    {
      name: 'schemaRegistryPassword',
      title: { en: 'Password of the schema registry', zh: '模式注册表的密码' },
      required: false,
    },
  ],
  files: tlsFiles,
  location: config => String(config.bootstrapServers),
  check: async (config, { network }) => {
    const hosts = parseServers(String(config.bootstrapServers));
    return [
      ...(await checkServers(
        hosts.map(({ host }) => host),
        '/bootstrapServers',
        network,
      )),
      ...(config.schemaRegistryUrl === undefined
        ? []
        : await checkUrl(
            String(config.schemaRegistryUrl),
            '/schemaRegistryUrl',
            network,
          )),
    ];
  },
  maySecretsStay: (before, after) =>
    sameFields(before, after, [
      'bootstrapServers',
      'securityProtocol',
      'saslMechanism',
      'user',
      'ssl',
      'schemaRegistryUrl',
      'schemaRegistryUser',
    ]),
  testConnection: async request => {
    const { brokers, topics } = await withKafkaAdmin(request, async admin => ({
      brokers: (await admin.describeCluster()).brokers.length,
      topics: (await admin.listTopics()).length,
    }));
    const registry =
      request.config.schemaRegistryUrl === undefined
        ? ''
        : `; ${await testRegistry(request)}`;
    return `Kafka answered: ${brokers} ${
      brokers === 1 ? 'broker' : 'brokers'
    }, ${topics} ${topics === 1 ? 'topic' : 'topics'}${registry}`;
  },
  fields: config => inCamelCase(securitySettings(config)),
  secretFields: (held): Record<string, SecretPart[]> => {
    const login = loginParts(held);
    const { schemaRegistryUser: user } = held.config;
    return {
      ...inCamelCase(clientTexts(held)),
      // For clients whose classes have other names.
      ...(login && { saslJaasLogin: login }),
      ...(user !== undefined &&
        held.secrets.includes('schemaRegistryPassword') && {
          schemaRegistryUserInfo: [
            `${user}:`,
            { secret: 'schemaRegistryPassword' },
          ],
        }),
    };
  },
  browser: kafkaBrowser,
  bindings: {
    Kafka: {
      toOptions: config => ({
        'bootstrap.servers': String(config.bootstrapServers),
        ...toKafkaConfig(config),
      }),
      secretOptions: {},
      secretTexts: request =>
        Object.entries(clientTexts(request)).map(([key, parts]) => ({
          option: 'kafka.config',
          key,
          parts,
        })),
      limits: request => [
        ...pairLimits(request),
        ...verifiedAllTheSame(request, isTlsOfKafka(request.config)),
      ],
      unneeded: request => [
        ...(isTlsOfKafka(request.config) ? [] : TLS_FILES),
        ...(isSasl(request) ? [] : ['password']),
        // Its formats hold no ids of a registry, so that it asks none.
        'schemaRegistryPassword',
      ],
    },
  },
};

/** `sasl.jaas.config` → `saslJaasConfig`: a dot in a placeholder belongs to the name of its data source. */
function inCamelCase<T>(settings: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

function toKafkaConfig(config: JsonObject): JsonObject {
  const settings = securitySettings(config);
  return settings['security.protocol'] === 'PLAINTEXT'
    ? {}
    : { 'kafka.config': settings };
}

async function testRegistry(request: ConnectionTestRequest): Promise<string> {
  const { config, secrets } = request;
  const url = new URL(
    `${String(config.schemaRegistryUrl).replace(/\/$/, '')}/subjects`,
  );
  const server = `The schema registry at ${url.host}`;
  const pair = `${config.schemaRegistryUser ?? ''}:${
    secrets.schemaRegistryPassword ?? ''
  }`;
  const response = await checkedRequest({
    ...request,
    url,
    server,
    ssl: (config.ssl ?? 'verify-full') as SslMode,
    headers: {
      accept: 'application/vnd.schemaregistry.v1+json, application/json',
      ...(config.schemaRegistryUser !== undefined && {
        authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
      }),
    },
  });
  const text = await readBody(response, server);
  if (response.statusCode === 401 || response.statusCode === 403) {
    throw new ConnectionError(
      'authentication',
      `${server} answered ${response.statusCode}: check its user and password`,
    );
  }
  const subjects =
    response.statusCode === 200 && /^\s*\[/.test(text)
      ? (JSON.parse(text) as unknown[])
      : undefined;
  if (!subjects) {
    throw new ConnectionError(
      'other',
      `${server} answered ${response.statusCode} and no list of subjects: check the URL`,
    );
  }
  return `the schema registry has ${subjects.length} subjects`;
}
