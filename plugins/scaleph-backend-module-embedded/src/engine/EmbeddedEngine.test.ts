import { readFile } from 'node:fs/promises';
import { chain, Harness, node, pipeline } from '../__testUtils__/harness';

let harness: Harness;

beforeEach(async () => {
  harness = await Harness.create();
});

afterEach(async () => {
  await harness.remove();
});

const read = (name: string) => readFile(harness.path('data', name), 'utf8');

test('reads, transforms and writes a file, and counts rows of each node', async () => {
  await harness.write('in.csv', 'id,name\n1,a\n2,b\n3,\n');
  const run = await harness.run(
    chain(
      node.csv('read', 'in.csv'),
      node.sql('some', 'SELECT id, name FROM read WHERE id > 1'),
      node.write('write', 'out/result.csv'),
    ),
  );
  expect(run).toMatchObject({
    state: 'FINISHED',
    nodes: [
      { node: 'read', state: 'finished', rowsIn: 0, rowsOut: 3 },
      { node: 'some', state: 'finished', rowsIn: 3, rowsOut: 2 },
      { node: 'write', state: 'finished', rowsIn: 2, rowsOut: 2 },
    ],
    outputs: [
      {
        node: 'write',
        kind: 'file',
        rows: 2,
        location: harness.path('data/out/result.csv'),
      },
    ],
  });
  await expect(read('out/result.csv')).resolves.toBe('id,name\n2,b\n3,\n');
});

test('prints rows of a made-up source', async () => {
  const runId = await harness.submit(
    chain(
      node.fake('make', 100, { id: 'int', name: 'string' }),
      node.console('show', 3),
    ),
  );
  const run = await harness.end(runId);
  expect(run).toMatchObject({
    state: 'FINISHED',
    nodes: [{ rowsOut: 100 }, { rowsIn: 100, rowsOut: 100 }],
  });
  const printed = (await harness.logs(runId)).filter(l =>
    l.startsWith('show: id='),
  );
  expect(printed).toHaveLength(3);
});

test('one source feeds many, and many feed one', async () => {
  await harness.write('in.csv', 'id\n1\n2\n3\n4\n');
  const run = await harness.run(
    pipeline(
      [
        node.csv('read', 'in.csv'),
        node.sql('odd', 'SELECT * FROM read WHERE id % 2 = 1'),
        node.sql('large', 'SELECT id, id * 10 AS more FROM read WHERE id > 1'),
        node.sql(
          'joined',
          'SELECT odd.id, more FROM odd JOIN large USING (id)',
        ),
        node.write('a', 'a.csv'),
        node.write('b', 'b.parquet', { file_format_type: 'parquet' }),
        node.write('c', 'c.json', { file_format_type: 'json' }),
      ],
      [
        'read > odd',
        'read > large',
        'odd > joined',
        'large > joined',
        'joined > a',
        'odd > b',
        'large > c',
      ],
    ),
  );
  expect(run.reason).toBeUndefined();
  expect(run.nodes.map(n => [n.node, n.rowsIn, n.rowsOut])).toEqual([
    ['read', 0, 4],
    ['odd', 4, 2],
    ['large', 4, 3],
    ['joined', 5, 1],
    ['a', 1, 1],
    ['b', 2, 2],
    ['c', 3, 3],
  ]);
  await expect(read('a.csv')).resolves.toBe('id,more\n3,30\n');
});
