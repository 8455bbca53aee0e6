import { mkdir, readFile, rm } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { create } from '../__testUtils__/databases';
import { chain, Harness, node } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const endless =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';

it('ends a blocked run that no portal looks after any more', async () => {
  const harness = await Harness.create({ orphanTimeout: 3_000 });
  const database = await create('SQLite', harness);
  harness.connections.db = database.connection;
  try {
    const runId = await harness.submit(
      chain(node.table('read', { query: endless }), node.console('show')),
    );
    await harness.until(runId, o => o.nodes[0]?.state === 'running');
    // To look at its files is not to supervise it.
    const status = harness.path('runs', runId, 'status.json');
    const limit = Date.now() + 20_000;
    while (!(await readFile(status, 'utf8')).includes('"endedAt"')) {
      expect(Date.now()).toBeLessThan(limit);
      await setImmediate();
    }
    expect(await harness.observe(runId)).toMatchObject({
      state: 'CANCELED',
      reason: expect.stringContaining('no portal has looked after it'),
    });
  } finally {
    await database.drop();
    await harness.remove();
  }
});

it('ends a blocked run also where nothing can be written', async () => {
  const harness = await Harness.create();
  const database = await create('SQLite', harness);
  harness.connections.db = database.connection;
  try {
    const runId = await harness.submit(
      chain(node.table('read', { query: endless }), node.console('show')),
    );
    await harness.until(runId, o => o.nodes[0]?.state === 'running');
    // As on a full disk: the line that says why cannot be appended.
    const log = harness.path('runs', runId, 'log.ndjson');
    await rm(log);
    await mkdir(log);
    await harness.engine.act(undefined, 'cancel', harness.context(runId));
    const start = Date.now();
    const end = await harness.end(runId);
    expect(Date.now() - start).toBeLessThan(5_000);
    expect(end.state).toMatch(/^(CANCELED|FAILED)$/);
  } finally {
    await database.drop();
    await harness.remove();
  }
});
