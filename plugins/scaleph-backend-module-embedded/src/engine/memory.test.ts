import { DuckDBInstance } from '@duckdb/node-api';
import { readFile, stat } from 'node:fs/promises';
import { RunDirectory } from '../runDirectory/RunDirectory';
import { chain, Harness, node } from '../__testUtils__/harness';

jest.setTimeout(180_000);

const LIMIT = 500_000_000;

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.create({ memoryLimit: LIMIT, threads: 4 });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '300MB',
  });
  const connection = await instance.connect();
  const path = harness.path('data', 'in.csv');
  await connection.run(
    `COPY (SELECT i, md5(i::VARCHAR) AS a, md5((i * 7)::VARCHAR) AS b FROM range(15000000) r(i)) TO '${path}' (FORMAT csv)`,
  );
  connection.closeSync();
  instance.closeSync();
});

afterAll(async () => {
  await harness.remove();
});

test('a file larger than the memory is sorted within the limit', async () => {
  const { size } = await stat(harness.path('data', 'in.csv'));
  expect(size).toBeGreaterThan(2 * LIMIT);
  const runId = await harness.submit(
    chain(
      node.csv('read', 'in.csv'),
      node.sql('sort', 'SELECT * FROM read ORDER BY b'),
      node.write('write', 'out.parquet', { file_format_type: 'parquet' }),
    ),
  );
  const { pid } = (await RunDirectory.of(
    harness.settings.directory,
    runId,
  ).readClaim())!;
  let peak = 0;
  const end = await harness.until(runId, ({ endedAt }) => {
    void readFile(`/proc/${pid}/status`, 'utf8').then(
      text => {
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? 0));
      },
      () => undefined, // it has ended
    );
    return endedAt !== undefined;
  });
  expect(end.reason).toBeUndefined();
  expect(end.nodes.map(n => n.rowsOut)).toEqual([
    15_000_000, 15_000_000, 15_000_000,
  ]);
  // What Node.js and the allocator keep varies by a per cent from run to run.
  expect(peak * 1024).toBeLessThan(LIMIT * 1.02);
  expect(peak).toBeGreaterThan(0);
});
