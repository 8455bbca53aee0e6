import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { SampleRequest } from '@scaleph/backstage-plugin-scaleph-node';
import { mkdir, readdir, watch } from 'node:fs/promises';
import { join } from 'node:path';
import { describeDatabases } from '../__testUtils__/databases';
import { chain, Harness, node, pipeline } from '../__testUtils__/harness';

// Each look is a process of its own, which starts slowly on a busy machine.
jest.setTimeout(60_000);

let harness: Harness;

beforeEach(async () => {
  harness = await Harness.create();
});

/** What looks into pipelines leave behind. */
const leftovers = async () => {
  const { directory } = harness.settings;
  const names = await readdir(directory).catch(() => []);
  return names.filter(name => name.startsWith('preview-'));
};

afterEach(async () => {
  await harness.remove();
});

const request = (
  document: PipelineDocument,
  signal: AbortSignal = new AbortController().signal,
): SampleRequest => ({
  document,
  parameters: {},
  connections: harness.connections,
  signal,
});

const fields = (document: PipelineDocument) =>
  harness.engine.sampler.fields(request(document));

const rows = (document: PipelineDocument, at: string, limit = 50) =>
  harness.engine.sampler.rows({ ...request(document), node: at, limit });

const people = 'id,name,born\n1,Ada,1815-12-10\n2,Grace,1906-12-09\n3,,\n';

test('tells the fields of each node, and what arrives at it', async () => {
  await harness.write('people.csv', people);
  const found = await fields(
    chain(
      node.csv('read', 'people.csv'),
      node.sql('count', 'SELECT name, count(*) AS n FROM read GROUP BY name'),
      node.write('write', 'out/result.csv'),
    ),
  );
  const read = [
    { name: 'id', type: 'bigint' },
    { name: 'name', type: 'string' },
    { name: 'born', type: 'date' },
  ];
  const count = [
    { name: 'name', type: 'string' },
    { name: 'n', type: 'bigint' },
  ];
  expect(found).toEqual({
    read: { inputs: {}, fields: read },
    count: { inputs: { read }, fields: count },
    write: { inputs: { count }, fields: count },
  });
});

test('a node that is wrong says why, and the others are told all the same', async () => {
  await harness.write('people.csv', people);
  const found = await fields(
    pipeline(
      [
        node.csv('read', 'people.csv'),
        node.csv('gone', 'nobody.csv'),
        node.sql('typo', 'SELECT nmae FROM read'),
        node.sql('below', 'SELECT * FROM typo'),
        node.sql('alone', 'SELECT 1'),
      ],
      ['read > typo', 'typo > below'],
    ),
  );
  expect(found.read.fields).toHaveLength(3);
  expect(found.gone.reason).toMatch(/"nobody.csv" does not exist/);
  expect(found.typo.reason).toMatch(/nmae/);
  expect(found.below.reason).toBe('The fields of "typo" are not known');
  expect(found.alone.reason).toMatch(/Nothing feeds it/);
});

test('what this engine does not run is inferred, and SQL below it is bound', async () => {
  const found = await fields(
    chain(
      {
        id: 'topic',
        kind: 'source',
        connector: 'Kafka',
        options: { schema: { fields: { id: 'bigint', text: 'string' } } },
      },
      {
        id: 'copy',
        kind: 'transform',
        connector: 'Copy',
        options: { fields: { again: 'id' } },
      },
      node.sql('sum', 'SELECT sum(again) AS total FROM copy'),
    ),
  );
  expect(found.copy.fields).toEqual([
    { name: 'id', type: 'bigint' },
    { name: 'text', type: 'string' },
    { name: 'again', type: 'bigint' },
  ]);
  expect(found.sum.fields).toEqual([{ name: 'total', type: 'decimal(38, 0)' }]);
});

test('shows the first rows that leave a node, and what arrives at a sink', async () => {
  await harness.write('people.csv', people);
  const document = chain(
    node.csv('read', 'people.csv'),
    node.sql(
      'more',
      'SELECT *, id * 9007199254740993 AS large, 1.10 AS price FROM read',
    ),
    node.write('write', 'out/result.csv'),
  );
  const expected = {
    columns: expect.arrayContaining([{ name: 'price', type: 'decimal(3, 2)' }]),
    rows: [
      [1, 'Ada', '1815-12-10', '9007199254740993', '1.10'],
      [2, 'Grace', '1906-12-09', '18014398509481986', '1.10'],
    ],
    truncated: true,
  };
  expect(await rows(document, 'more', 2)).toEqual({ sample: expected });
  expect(await rows(document, 'write', 2)).toEqual({ sample: expected });
  expect(await leftovers()).toEqual([]);
  // Nothing was written.
  expect(await readdir(harness.path('data'))).toEqual(['.keep', 'people.csv']);
});

test('says of which sources it took only a part', async () => {
  const document = chain(
    node.fake('make', 25_000, { id: 'int' }),
    node.sql('count', 'SELECT count(*) AS n FROM make'),
  );
  expect(await rows(document, 'count')).toEqual({
    sample: {
      columns: [{ name: 'n', type: 'bigint' }],
      rows: [[10_000]],
      truncated: false,
    },
    sampled: ['make'],
    sourceRows: 10_000,
  });
});

test('names the node that is at fault', async () => {
  const document = chain(
    { id: 'topic', kind: 'source', connector: 'Kafka', options: {} },
    node.console('show', 10),
  );
  expect(await rows(document, 'show')).toEqual({
    node: 'topic',
    reason:
      'source Kafka does not run on the embedded engine, which makes the previews',
  });
  expect(await rows(document, 'nothing')).toEqual({
    reason: 'There is no node "nothing"',
  });
});

test('reads no file outside of the roots, whatever a query says', async () => {
  const document = chain(
    node.csv('read', '../../../../etc/passwd'),
    node.console('show', 10),
  );
  const { reason } = await rows(document, 'show');
  expect(reason).toMatch(/outside/);
  const sneaky = chain(
    node.fake('make', 1, { id: 'int' }),
    node.sql('steal', "SELECT * FROM make, read_text('/etc/passwd')"),
  );
  expect((await rows(sneaky, 'steal')).reason).toMatch(/read_text/);
});

test('ends when nobody waits any more', async () => {
  const controller = new AbortController();
  const document = chain(
    node.fake('make', 10_000, { id: 'int' }),
    node.sql(
      'long',
      'SELECT count(*) FROM make a, make b, make c WHERE a.id + b.id > c.id',
    ),
  );
  const { directory } = harness.settings;
  await mkdir(directory, { recursive: true });
  const answer = harness.engine.sampler.rows({
    ...request(document, controller.signal),
    node: 'long',
    limit: 1,
  });
  answer.catch(() => {});
  // The worker is at work when its log is there.
  for await (const _ of watch(directory, { recursive: true })) {
    const [own] = await readdir(directory);
    if (own && (await readdir(join(directory, own))).includes('log.ndjson')) {
      break;
    }
  }
  controller.abort(new Error('The request was closed'));
  await expect(answer).rejects.toThrow('The request was closed');
  expect(await leftovers()).toEqual([]);
});

describeDatabases((name, create) => {
  test(`reads the first rows of a table of ${name}, and the types of its columns`, async () => {
    const database = await create(harness);
    try {
      await database.query('CREATE TABLE orders (id INT, note VARCHAR(20))');
      await database.query(
        `INSERT INTO orders VALUES (1, 'a'), (2, 'b'), (3, NULL)`,
      );
      harness.connections.db = database.connection;
      const document = chain(
        node.table('orders', { table_path: 'orders' }),
        node.sql('all_of_them', 'SELECT * FROM orders ORDER BY id DESC'),
      );
      const columns = [
        { name: 'id', type: expect.stringMatching(/^(int|bigint)$/) },
        { name: 'note', type: 'string' },
      ];
      expect((await fields(document)).all_of_them).toEqual({
        inputs: { orders: columns },
        fields: columns,
      });
      expect(await rows(document, 'all_of_them', 2)).toEqual({
        sample: {
          columns,
          rows: [
            [3, null],
            [2, 'b'],
          ],
          truncated: true,
        },
      });
      const wrong = chain(
        node.table('orders', { query: 'SELECT gone FROM orders' }),
        node.console('show'),
      );
      expect(await rows(wrong, 'show')).toEqual({
        node: 'orders',
        reason: expect.stringContaining('gone'),
      });
      const writes = chain(
        node.table('orders', { query: 'DELETE FROM orders' }),
        node.console('show'),
      );
      expect(await rows(writes, 'show')).toMatchObject({ node: 'orders' });
      expect(await database.query('SELECT * FROM orders')).toHaveLength(3);
    } finally {
      await database.drop();
    }
  });
});
