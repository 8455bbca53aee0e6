import { mkdir, rm } from 'node:fs/promises';
import { create } from '../__testUtils__/databases';
import { chain, Harness, node } from '../__testUtils__/harness';

jest.setTimeout(60_000);

it('ends a blocked run also where nothing can be written', async () => {
  const harness = await Harness.create();
  const database = await create('SQLite', harness);
  harness.connections.db = database.connection;
  try {
    const query =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
    const runId = await harness.submit(
      chain(node.table('read', { query }), node.console('show')),
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
