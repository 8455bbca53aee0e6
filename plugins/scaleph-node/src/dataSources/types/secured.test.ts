import { JsonObject } from '@backstage/types';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { describeWithServer } from '../../testing/describeWithServer';
import { testCertificates } from '../../testing/testCertificates';
import { kafkaClient } from '../connect/connectKafka';
import { DataSourceConnection } from '../DataSourceConnection';
import { kafkaType } from './kafka';
import { mysqlType } from './mysql';
import { postgresqlType } from './postgresql';
import { redisType } from './redis';

jest.setTimeout(60_000);

const { signal } = new AbortController();
const connectionTo = (
  config: JsonObject,
  password: string,
  extraFiles: Record<string, Buffer> = {},
): DataSourceConnection & { signal: AbortSignal } => ({
  ...{ config, extraFiles, signal },
  secrets: { password },
  network: NetworkPolicy.allowAll(),
  files: FileRoots.of([]),
});

/** Where Kafka listens by each security protocol, and who may log in: as tools/test-servers tells it. */
const SECURED = process.env.SCALEPH_TEST_KAFKA_SECURED;
if (SECURED) {
  const { SASL_SSL } = JSON.parse(SECURED);
  process.env.SCALEPH_TEST_KAFKA_SASL_URL = `kafka://${SASL_SSL}`;
}

describeWithServer(
  'Kafka with SASL and TLS',
  'SCALEPH_TEST_KAFKA_SASL_URL',
  () => {
    const { ca, otherCa, clientCertificate, clientKey } = testCertificates();
    const { user, password, scram, ...places } = JSON.parse(SECURED!);
    const connection = (
      securityProtocol: string,
      more: JsonObject = {},
      secret = password,
      files: Record<string, Buffer> = {},
    ) =>
      connectionTo(
        {
          ...{ bootstrapServers: places[securityProtocol], securityProtocol },
          ...(securityProtocol.startsWith('SASL') && { user }),
          ...more,
        },
        secret,
        files,
      );

    it.each<[string, JsonObject, string, Record<string, Buffer>]>([
      ['SASL_PLAINTEXT', {}, password, {}],
      ['SASL_PLAINTEXT', { saslMechanism: 'SCRAM-SHA-256' }, scram, {}],
      ['SASL_PLAINTEXT', { saslMechanism: 'SCRAM-SHA-512' }, scram, {}],
      ['SASL_SSL', {}, password, { ca }],
      ['SASL_SSL', { ssl: 'require' }, password, {}],
      ['SASL_SSL', { saslMechanism: 'SCRAM-SHA-512' }, scram, { ca }],
      ['SSL', {}, '', { ca, clientCertificate, clientKey }],
    ])('by %s with %j is tested and looked into', async (...how) => {
      const topic = `secured-${Date.now()}`;
      const request = connection(...how);
      const { kafka, close } = kafkaClient(request);
      const producer = kafka.producer({ retry: { retries: 10 } });
      await producer.connect();
      await producer.send({ topic, messages: [{ value: 'sealed' }] });
      await producer.disconnect();
      close();
      await expect(kafkaType.testConnection(request)).resolves.toMatch(
        /^Kafka answered: 1 broker/,
      );
      const objects = await kafkaType.browser!.objects(request, {
        ...{ path: [], search: topic, limit: 10, signal },
      });
      expect(objects.items.map(({ name }) => name)).toContain(topic);
    });

    it.each([
      ['SASL_PLAINTEXT', {}, 'wrong', {}, /refused user "etl"/],
      [
        'SASL_PLAINTEXT',
        { saslMechanism: 'SCRAM-SHA-256' },
        password,
        {},
        /refused user "etl"/,
      ],
      ['SASL_SSL', {}, password, { ca: otherCa }, /was not accepted/],
      ['SASL_SSL', {}, password, {}, /was not accepted/],
      ['SSL', {}, '', { ca }, /certificate|did not answer as Kafka does/],
    ] as [string, JsonObject, string, Record<string, Buffer>, RegExp][])(
      'by %s with %j is refused otherwise',
      async (protocol, config, secret, files, message) => {
        const refusal = await kafkaType
          .testConnection(connection(protocol, config, secret, files))
          .then(String, error => String(error));
        expect(refusal).toMatch(message);
        expect(refusal).not.toContain(password);
      },
    );
  },
);

describeWithServer(
  'Redis with TLS',
  'SCALEPH_TEST_REDIS_TLS_URL',
  ({ hostname, port, password }) => {
    const { ca, otherCa, clientCertificate, clientKey } = testCertificates();
    const connection = (
      files: Record<string, Buffer>,
      host = hostname,
      ssl = 'verify-full',
    ) =>
      connectionTo(
        { host, port: Number(port), database: 2, ssl },
        decodeURIComponent(password),
        files,
      );
    const pair = { clientCertificate, clientKey };

    it.each([
      ['verify-full', 'localhost', { ca, ...pair }],
      ['verify-full', '127.0.0.1', { ca, ...pair }],
      ['require', 'localhost', pair],
    ])('by %s at %s is tested and looked into', async (ssl, host, files) => {
      const request = connection(files, host, ssl);
      await expect(redisType.testConnection(request)).resolves.toMatch(
        /^Redis [0-9.]+ answered/,
      );
      const objects = await redisType.browser!.objects(request, {
        ...{ path: [], limit: 10, signal },
      });
      expect(objects.items).toEqual([]);
    });

    it.each([
      [
        'another authority',
        { ca: otherCa, ...pair },
        /was not accepted|issuer/,
      ],
      ['no certificate of its own', { ca }, /certificate|closed|ended/i],
    ])('is refused with %s', async (_, files, message) => {
      await expect(redisType.testConnection(connection(files))).rejects.toThrow(
        message,
      );
    });
  },
);

describe.each([
  ['PostgreSQL', 'SCALEPH_TEST_POSTGRES_URL', postgresqlType],
  ['MySQL', 'SCALEPH_TEST_MYSQL_URL', mysqlType],
] as const)('TLS of a real', (product, variable, type) => {
  describeWithServer(product, variable, url => {
    const { ca, otherCa } = testCertificates();
    const connection = (files: Record<string, Buffer>) =>
      connectionTo(
        {
          ...{ host: 'localhost', port: Number(url.port) },
          ...{ database: url.pathname.slice(1), user: url.username },
          ssl: 'verify-full',
        },
        decodeURIComponent(url.password),
        files,
      );

    it('is verified by the authority of the data source', async () => {
      await expect(type.testConnection(connection({ ca }))).resolves.toMatch(
        /answered$/,
      );
      await expect(
        type.testConnection(connection({ ca: otherCa })),
      ).rejects.toThrow('the certificate was not accepted');
    });
  });
});
