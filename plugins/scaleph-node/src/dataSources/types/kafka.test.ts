import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { describeWithServer } from '../../testing/describeWithServer';
import { httpServer } from '../../testing/httpServer';
import { kafkaClient } from '../connect/connectKafka';
import { DataSourceConnection } from '../DataSourceConnection';
import { kafkaType } from './kafka';

jest.setTimeout(60_000);

const { signal } = new AbortController();
const connectionTo = (
  bootstrapServers: string,
  config = {},
  more = {},
): DataSourceConnection => ({
  config: { bootstrapServers, ...config },
  secrets: {},
  network: NetworkPolicy.allowAll(),
  files: FileRoots.of([]),
  ...more,
});

// `host:port`, which an URL takes for a scheme.
const KAFKA = process.env.SCALEPH_TEST_KAFKA;
if (KAFKA) process.env.SCALEPH_TEST_KAFKA_URL = `kafka://${KAFKA}`;

describeWithServer('Kafka', 'SCALEPH_TEST_KAFKA_URL', ({ host }) => {
  const connection = (config = {}, more = {}) =>
    connectionTo(host, config, more);
  const topic = `browse-${Date.now()}`;

  beforeAll(async () => {
    const { kafka, close } = kafkaClient({ ...connection(), signal });
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: true,
      topics: [
        { topic, numPartitions: 2 },
        { topic: `${topic}-empty`, numPartitions: 1 },
      ],
    });
    const producer = kafka.producer({ retry: { retries: 10 } });
    await producer.connect();
    await producer.send({
      topic,
      messages: Array.from({ length: 7 }, (_, at) => ({
        partition: at % 2,
        key: `k${at}`,
        value: at === 6 ? Buffer.from([0xff, 0xfe]) : `{"n":${at}}`,
        headers: { from: 'test' },
      })),
    });
    await producer.disconnect();
    await admin.disconnect();
    close();
  });

  it('is tested', async () => {
    await expect(
      kafkaType.testConnection({ ...connection(), signal }),
    ).resolves.toMatch(/^Kafka answered: 1 broker, \d+ topics$/);
  });

  it('is tested with its schema registry', async () => {
    const registry = await httpServer((_, response) =>
      response.end('["a-value"]'),
    );
    try {
      const schemaRegistryUrl = registry.url;
      await expect(
        kafkaType.testConnection({
          ...connection({ schemaRegistryUrl }),
          signal,
        }),
      ).resolves.toMatch(/the schema registry has 1 subjects$/);
    } finally {
      await registry.stop();
    }
  });

  it.each<[string, object, object, RegExp]>([
    ['protocol', { securityProtocol: 'SSL' }, {}, /./],
    [
      'mechanism',
      { securityProtocol: 'SASL_PLAINTEXT', user: 'u' },
      { secrets: { password: 'hunter2-hunter2' } },
      /./,
    ],
    // Brokers tell their own addresses: each is checked, here 127.0.0.1.
    [
      'address',
      {},
      { network: NetworkPolicy.of({ deniedRanges: ['127.0.0.0/8'] }) },
      /may not reach/,
    ],
  ])('says what is wrong with the %s', async (_, config, more, message) => {
    const request = {
      ...connection(config, more),
      signal: AbortSignal.timeout(20_000),
    };
    const error = await kafkaType.testConnection(request).catch(it => it);
    expect(error.name).toBe('ConnectionError');
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('hunter2');
  });

  const { objects, rows } = kafkaType.browser!;
  const look = (path: string[], search?: string) =>
    objects(connection(), { path, search, limit: 100, signal });

  it('shows topics and partitions with how many offsets they hold', async () => {
    const { items } = await look([], topic.toUpperCase());
    expect(items.map(({ name }) => name)).toEqual([topic, `${topic}-empty`]);
    expect((await look([topic])).items).toEqual([
      {
        kind: 'partition',
        name: '0',
        rows: 4,
        hasChildren: false,
        hasRows: true,
        hasLast: true,
      },
      {
        kind: 'partition',
        name: '1',
        rows: 3,
        hasChildren: false,
        hasRows: true,
        hasLast: true,
      },
    ]);
    await expect(look(['nothing'])).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    expect((await look([], 'nothing')).items).toEqual([]);
  });

  it('shows the first records', async () => {
    const all = await rows!(connection(), { path: [topic], limit: 50, signal });
    expect(all.truncated).toBe(false);
    expect(all.rows).toHaveLength(7);
    const values = new Map(all.rows.map(row => [row[3], row[4]]));
    expect(values.get('k1')).toBe('{"n":1}');
    expect(values.get('k6')).toBe('0xfffe');
    expect(all.rows[0][5]).toBe('{"from":"test"}');
    const two = await rows!(connection(), {
      path: [topic, '1'],
      limit: 2,
      signal,
    });
    expect(two).toMatchObject({ truncated: true });
    expect(two.rows.map(row => [row[0], row[1], row[3]])).toEqual([
      [1, 0, 'k1'],
      [1, 1, 'k3'],
    ]);
    const none = await rows!(connection(), {
      path: [`${topic}-empty`],
      limit: 2,
      signal,
    });
    expect(none.rows).toEqual([]);
  });

  it('shows the newest records first', async () => {
    const last = await rows!(connection(), {
      path: [topic, '0'],
      limit: 2,
      from: 'last',
      signal,
    });
    expect(last).toMatchObject({ truncated: true });
    expect(last.rows.map(row => [row[1], row[3]])).toEqual([
      [3, 'k6'],
      [2, 'k4'],
    ]);
    const all = await rows!(connection(), {
      path: [topic],
      limit: 3,
      from: 'last',
      signal,
    });
    expect(all.rows).toHaveLength(3);
  });

  it('reads what a schema registry knows, and no more than is looked at', async () => {
    const schema = JSON.stringify({
      type: 'record',
      name: 'Order',
      fields: [
        { name: 'id', type: 'long' },
        { name: 'note', type: ['null', 'string'] },
      ],
    });
    const registry = await httpServer(({ url }, response) => {
      response
        .writeHead(url === '/schemas/ids/7' ? 200 : 404)
        .end(JSON.stringify({ schema }));
    });
    const own = `${topic}-avro`;
    const { kafka, close } = kafkaClient({ ...connection(), signal });
    const producer = kafka.producer({ retry: { retries: 10 } });
    await producer.connect();
    const framed = (id: number, bytes: number[]) =>
      Buffer.from([0, 0, 0, 0, id, ...bytes]);
    await producer.send({
      topic: own,
      messages: [
        { value: framed(7, [6, 2, 4, 0x68, 0x69]) },
        { value: framed(7, [6, 9]) },
        { value: framed(8, [1]) },
        { value: 'x'.repeat(500_000) },
      ],
    });
    await producer.disconnect();
    close();
    const place = connection({ schemaRegistryUrl: registry.url });
    const request = { path: [own], limit: 10, signal };
    try {
      const sample = await rows!(place, request);
      expect(sample.columns.map(({ name }) => name)).toContain('schema');
      expect(sample.rows.map(row => [row[4], row[6]]).slice(0, 3)).toEqual([
        ['{"id":3,"note":"hi"}', 'value 7 (AVRO)'],
        ['\u0000\u0000\u0000\u0000\u0007\u0006\t', 'value 7 (AVRO)'],
        ['\u0000\u0000\u0000\u0000\b\u0001', null],
      ]);
      expect(String(sample.rows[3][4])).toHaveLength(16_000);
    } finally {
      await registry.stop();
    }
    const alone = await rows!(place, { ...request, limit: 1 });
    expect(alone.rows[0][6]).toMatch(
      /^value 7 \(The schema registry at .* refused the connection/,
    );
  });
});

it('says that nothing listens', async () => {
  const request = { ...connectionTo('127.0.0.1:1'), signal };
  await expect(kafkaType.testConnection(request)).rejects.toThrow(
    /refused the connection/,
  );
});
