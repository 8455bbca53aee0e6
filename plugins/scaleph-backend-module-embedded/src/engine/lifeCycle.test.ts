import { chain, Harness, node, pipeline } from '../__testUtils__/harness';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { RunDirectory } from '../runDirectory/RunDirectory';
import { isAlive } from '../runDirectory/ProcessIdentity';
import { EmbeddedEngine } from './EmbeddedEngine';
import { randomUUID } from 'node:crypto';

jest.setTimeout(60_000);

let harness: Harness;

beforeEach(async () => {
  harness = await Harness.create({ maxConcurrentRuns: 2 });
});

afterEach(async () => {
  await harness.remove();
});

/** Takes much longer than any test waits, in DuckDB. */
const endless = () =>
  chain(
    node.fake('make', 1_000_000_000, { id: 'bigint', v: 'string' }),
    node.sql('work', 'SELECT v, count(*) AS n FROM make GROUP BY v'),
    node.write('write', 'out.csv'),
  );

const runDirectory = (runId: string) =>
  RunDirectory.of(harness.settings.directory, runId);

const workerOf = async (runId: string) =>
  (await runDirectory(runId).readClaim())!;

const untilDead = async (runId: string) => {
  const worker = await workerOf(runId);
  while (await isAlive(worker)) await sleep(20);
};

/** Asks a run to stop and answers how long that took, in milliseconds. */
const stop = async (runId: string) => {
  const start = Date.now();
  await harness.engine.act(undefined, 'cancel', harness.context(runId));
  await harness.engine.act(undefined, 'cancel', harness.context(runId));
  const end = await harness.end(runId);
  expect(end).toMatchObject({
    state: 'CANCELED',
    reason: 'Stopped on request',
    outputs: [],
  });
  return Date.now() - start;
};

const running =
  (id: string) => (observation: { nodes: { node: string; state: string }[] }) =>
    observation.nodes.some(n => n.node === id && n.state === 'running');

describe('a stop takes two seconds at most', () => {
  it('right after the submit', async () => {
    const runId = await harness.submit(endless());
    expect(await stop(runId)).toBeLessThan(2000);
  });

  it('while DuckDB computes, and leaves no file', async () => {
    const runId = await harness.submit(endless());
    await harness.until(runId, running('write'));
    expect(await stop(runId)).toBeLessThan(2000);
    expect(readdirSync(harness.path('data'))).toEqual(['.keep']);
    expect(existsSync(runDirectory(runId).temporary)).toBe(false);
  });

  it('while a file is written', async () => {
    const runId = await harness.submit(
      chain(
        node.fake('make', 1_000_000_000, { id: 'bigint', v: 'string' }),
        node.write('write', 'out.csv'),
      ),
    );
    await harness.until(runId, ({ nodes }) => (nodes[1]?.bytesOut ?? 0) > 0);
    expect(await stop(runId)).toBeLessThan(2000);
    expect(readdirSync(harness.path('data'))).toEqual(['.keep']);
  });

  it('while SQLite blocks the process', async () => {
    const path = harness.path('data', 'x.db');
    new Sqlite(path).close();
    harness.connections.db = {
      dataSource: 'db',
      type: 'sqlite',
      config: { path },
      secrets: {},
    };
    const query =
      'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t LIMIT 1000000000) SELECT count(*) AS c FROM t';
    const runId = await harness.submit(
      chain(node.table('read', { query }), node.write('write', 'out.csv')),
    );
    await harness.until(runId, running('read'));
    expect(await stop(runId)).toBeLessThan(2000);
    await untilDead(runId);
  });

  it('and is harmless after the end', async () => {
    const runId = await harness.submit(
      chain(node.fake('make', 1, { id: 'int' }), node.console('show')),
    );
    const before = await harness.end(runId);
    await harness.engine.act(undefined, 'cancel', harness.context(runId));
    expect(await harness.observe(runId)).toEqual(before);
  });
});

describe('a worker that dies', () => {
  test.each(['SIGKILL', 'SIGABRT'] as const)(
    'by %s is a failed run with that reason',
    async signal => {
      const runId = await harness.submit(endless());
      await harness.until(runId, running('write'));
      const { pid } = await workerOf(runId);
      process.kill(pid, signal);
      const end = await harness.end(runId);
      expect(end.state).toBe('FAILED');
      expect(end.reason).toContain('The worker ended by itself');
      await harness.until(runId, o => o.reason?.includes(signal) ?? false);
    },
  );

  it('is seen by an engine that did not start it, and its files are removed', async () => {
    const runId = await harness.submit(
      chain(
        node.fake('make', 1_000_000_000, { id: 'bigint', v: 'string' }),
        node.write('write', 'out.csv'),
      ),
    );
    await harness.until(runId, ({ nodes }) => (nodes[1]?.bytesOut ?? 0) > 0);
    process.kill((await workerOf(runId)).pid, 'SIGKILL');
    await untilDead(runId);
    const other = new EmbeddedEngine({ settings: harness.settings });
    expect(
      await other.observe(other.reserve(runId), harness.context(runId)),
    ).toMatchObject({
      kind: 'known',
      state: 'FAILED',
      reason: expect.stringContaining('The worker ended by itself'),
    });
    expect(readdirSync(harness.path('data'))).toHaveLength(2);
    await other.cleanUp(undefined, harness.context(runId));
    await other.cleanUp(undefined, harness.context(runId));
    expect(readdirSync(harness.path('data'))).toEqual(['.keep']);
    expect(await runDirectory(runId).exists()).toBe(false);
  });

  it('is not mistaken for another process with its id', async () => {
    const runId = await harness.submit(endless());
    const worker = await workerOf(runId);
    expect(await isAlive(worker)).toBe(true);
    expect(await isAlive({ ...worker, start: '1' })).toBe(false);
    await stop(runId);
  });
});

describe('a submit', () => {
  it('that is repeated starts nothing again', async () => {
    const document = chain(
      node.fake('make', 10, { id: 'int' }),
      node.write('write', 'out', { data_save_mode: 'APPEND_DATA' }),
    );
    const runId = await harness.submit(document);
    await Promise.all([
      harness.submit(document, {}, runId),
      harness.submit(document, {}, runId),
    ]);
    await harness.end(runId);
    await untilDead(runId);
    const other = new EmbeddedEngine({ settings: harness.settings });
    const plan = await other.plan({
      target: 'embedded',
      document,
      parameters: {},
      connections: harness.connections,
    });
    const handle = await other.submit(plan, harness.context(runId));
    expect(handle).toEqual(other.reserve(runId));
    expect((await harness.observe(runId)).kind).toBe('known');
    expect(readdirSync(harness.path('data/out'))).toEqual([
      `write-${runId}.csv`,
    ]);
  });

  it('that two back ends do at once starts one worker', async () => {
    const document = chain(
      node.fake('make', 10, { id: 'int' }),
      node.write('write', 'out', { data_save_mode: 'APPEND_DATA' }),
    );
    const engines = [1, 2, 3].map(
      () => new EmbeddedEngine({ settings: harness.settings }),
    );
    const runId = randomUUID();
    const plan = await harness.engine.plan({
      target: 'embedded',
      document,
      parameters: {},
      connections: harness.connections,
    });
    await Promise.all(engines.map(e => e.submit(plan, harness.context(runId))));
    await harness.end(runId);
    const started = (await harness.logs(runId)).filter(l =>
      l.includes('starts'),
    );
    expect(started).toHaveLength(1);
  });

  it('waits for a free place', async () => {
    const runs = [
      await harness.submit(endless()),
      await harness.submit(endless()),
    ];
    await expect(harness.submit(endless())).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('Waiting for a free place'),
    });
    for (const runId of runs) await stop(runId);
    await harness.run(
      chain(node.fake('make', 1, { id: 'int' }), node.console('show')),
    );
  });

  it('reveals no secret in any file, argument or variable', async () => {
    harness.connections.files.secrets = { password: 'swordfish-42' };
    const runId = await harness.submit(endless());
    const { pid } = await workerOf(runId);
    for (const file of ['cmdline', 'environ']) {
      const text = await readFile(`/proc/${pid}/${file}`, 'utf8');
      expect(text).not.toContain('swordfish');
    }
    const directory = runDirectory(runId).path;
    for (const file of readdirSync(directory)) {
      if (file === 'tmp') continue;
      expect(await readFile(`${directory}/${file}`, 'utf8')).not.toContain(
        'swordfish',
      );
    }
    await stop(runId);
  });
});

describe('supervision', () => {
  it('ends a worker that nobody looks after', async () => {
    await harness.remove();
    harness = await Harness.create({ orphanTimeout: 1000 });
    const runId = await harness.submit(endless());
    await untilDead(runId);
    expect(await harness.observe(runId)).toMatchObject({
      state: 'CANCELED',
      reason: expect.stringContaining('no portal has looked after it'),
    });
  });

  it('knows nothing of runs that were never submitted', async () => {
    expect(await harness.observe(randomUUID())).toMatchObject({
      kind: 'unknown',
      final: true,
    });
  });

  it('does not decide about a run of another host before its worker must have ended', async () => {
    const handle = { host: 'elsewhere', directory: '/x' };
    const context = harness.context(randomUUID());
    expect(await harness.engine.observe(handle, context)).toMatchObject({
      kind: 'unknown',
      final: false,
      reason: expect.stringContaining('host "elsewhere"'),
    });
  });
});

test('counts while it runs', async () => {
  const lines = Array.from(
    { length: 400_000 },
    (_, i) => `${i},text ${i % 97}`,
  );
  await harness.write('in.csv', `id,v\n${lines.join('\n')}\n`);
  const runId = await harness.submit(
    pipeline(
      [
        node.csv('read', 'in.csv'),
        node.console('show', 1),
        node.sql(
          'heavy',
          'SELECT a.id FROM read a JOIN read b ON a.id % 1000 = b.id % 1000',
        ),
        node.write('write', 'out.csv'),
      ],
      ['read > show', 'read > heavy', 'heavy > write'],
    ),
  );
  const seen = await harness.until(runId, ({ nodes }) => nodes[0].rowsOut > 0);
  expect(seen.state).toBe('RUNNING');
  await stop(runId);
});

test('gives the log in batches by a cursor', async () => {
  const runId = await harness.submit(
    chain(node.fake('make', 20, { id: 'int' }), node.console('show', 20)),
  );
  await harness.end(runId);
  const context = harness.context(runId);
  const all = await harness.engine.logs(undefined, { ...context, limit: 1000 });
  const first = await harness.engine.logs(undefined, { ...context, limit: 5 });
  const rest = await harness.engine.logs(undefined, {
    ...context,
    cursor: first.cursor,
    limit: 1000,
  });
  expect([...first.lines, ...rest.lines]).toEqual(all.lines);
  const none = await harness.engine.logs(undefined, {
    ...context,
    cursor: all.cursor,
    limit: 5,
  });
  expect(none).toEqual({ lines: [], cursor: all.cursor });
});
