import flinkModule from '@scaleph/backstage-plugin-scaleph-backend-module-flink';
import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { startTestScaleph } from '../__testUtils__/startTestScaleph';
import { testDatabases } from '../__testUtils__/testDatabases';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(400_000);
const [sqlite] = testDatabases();
const API = '/api/scaleph';
describeWithFlink('real', lab => {
  it('works', async () => {
    const cluster = await lab.startCluster({ taskManagers: 1, slots: 4, gateway: true } as never);
    const t0 = Date.now();
    const say = (...a: unknown[]) => process.stdout.write(`${((Date.now() - t0) / 1000).toFixed(1)} ${a.map(x => typeof x === 'string' ? x : JSON.stringify(x)).join(' ')}\n`);
    const scaleph = await startTestScaleph({
      knex: await sqlite.create(),
      features: [flinkModule],
      config: { scaleph: { targets: [ { name: 'flink', type: 'flink-session', owner: 'group:default/data', config: { restUrl: (cluster as any).restUrl, gatewayUrl: (cluster as any).gatewayUrl } } ] } },
    });
    const user = scaleph.as('user:default/anna');
    say(Object.keys(cluster), (await user.get(`${API}/targets`)).body.items.map((t: any) => [t.name, t.healthy, t.message]));
    const doc = (rate: number) => ({ apiVersion: 'scaleph.io/v1alpha1', kind: 'Pipeline', metadata: { name: 'st', owner: 'group:default/data' }, spec: { type: 'flink-sql', mode: 'streaming', nodes: [], edges: [], recovery: { backOffSeconds: 2 }, env: { parallelism: 1, flink: { 'execution.checkpointing.interval': '3 s', 'execution.checkpointing.externalized-checkpoint-retention': 'RETAIN_ON_CANCELLATION' } }, sql: { script: `CREATE TABLE g (id BIGINT) WITH ('connector'='datagen','rows-per-second'='${rate}');\nCREATE TABLE b (id BIGINT, n BIGINT) WITH ('connector'='blackhole');\nINSERT INTO b SELECT id, count(*) FROM g GROUP BY id;` } } });
    const created = await user.post(`${API}/pipelines`).send({ document: doc(5), publish: true });
    say(created.status, created.body.error ?? '');
    const started = await user.post(`${API}/pipelines/st/runs`).send({ target: 'flink' });
    say('start', started.status, started.body.error ?? started.body.id);
    const id = started.body.id;
    let last = '';
    const until = async (rid: string, ...states: string[]) => waitFor(async () => {
      const { body } = await user.get(`${API}/runs/${rid}`);
      const line = `${rid.slice(0, 4)} ${body.state} d${body.deployment} ${body.activity ?? ''} ${body.reason ?? ''}`;
      if (line !== last) { say(line); last = line; }
      return states.includes(body.state) && !(['savepoint','checkpoint','rescale'].includes(body.activity)) && body;
    }, { timeoutMs: 90_000, what: states.join() });
    const act = async (rid: string, body: object) => { const r = await user.post(`${API}/runs/${rid}/actions`).send(body); say('act', body, r.status, r.body.error?.message ?? ''); return r.body; };
    const snaps = async (rid: string) => (await user.get(`${API}/runs/${rid}/snapshots`)).body.items.map((s: any) => `${s.kind} d${s.deployment} ${s.location} ${s.sizeBytes}`);
    try {
      await until(id, 'RUNNING', 'FAILED');
      await waitFor(async () => (await snaps(id)).length > 0, { timeoutMs: 30000, what: 'ckpt' });
      say('snaps', await snaps(id));
      await act(id, { action: 'savepoint' }); await until(id, 'RUNNING', 'FAILED'); say('snaps', await snaps(id));
      await act(id, { action: 'checkpoint' }); await until(id, 'RUNNING', 'FAILED'); say('snaps', await snaps(id));
      await act(id, { action: 'suspend' }); await until(id, 'SUSPENDED', 'FAILED'); say('snaps', await snaps(id));
      await act(id, { action: 'resume' }); await until(id, 'RUNNING', 'FAILED');
      say('ckpts', JSON.stringify((await user.get(`${API}/runs/${id}/job/checkpoints`)).body.restored));
      await act(id, { action: 'restart' }); await waitFor(async () => (await until(id, 'RUNNING', 'FAILED')).deployment === 3);
      await act(id, { action: 'restart', startFrom: { mode: 'latest' } }); await waitFor(async () => (await until(id, 'RUNNING', 'FAILED')).deployment === 4);
      // upgrade
      const pl = await user.get(`${API}/pipelines/st`);
      const put = await user.put(`${API}/pipelines/st`).set('If-Match', pl.headers.etag).send({ document: doc(7) });
      await user.post(`${API}/pipelines/st/versions`).set('If-Match', put.headers.etag).send({});
      const next = await act(id, { action: 'upgrade' });
      await until(next.id, 'RUNNING', 'FAILED');
      const old = await until(id, 'CANCELED', 'RUNNING'); say(old.state, old.reason);
      await act(next.id, { action: 'rescale', parallelism: 2 }); const rescaled = await until(next.id, 'RUNNING', 'FAILED'); say('rescaled', rescaled.reason);
      say((await user.get(`${API}/runs/${next.id}/operations`)).body.items);
      await waitFor(async () => (await snaps(next.id)).some((s: string) => s.startsWith('checkpoint')), { timeoutMs: 30000, what: 'ckpt' });
      // lost
      const c = cluster as any;
      say('kill jobmanager');
      await c.kill('jobmanager', 'SIGKILL'); await until(next.id, 'RECONCILING', 'FAILED');
      await c.start('jobmanager');
      await waitFor(async () => { const r = await until(next.id, 'RUNNING', 'FAILED'); return r.deployment === 2 || r.state === 'FAILED'; }, { timeoutMs: 90000 });
      say('snaps', await snaps(next.id));
      await act(next.id, { action: 'stop' }); await until(next.id, 'FINISHED', 'FAILED');
      say('events', (await user.get(`${API}/runs/${next.id}/events`)).body.items.map((e: any) => `${e.to ?? e.type}: ${e.message}`).join('\n'));
      const sn = (await user.get(`${API}/pipelines/st/snapshots`)).body.items;
      for (const s of sn) say('delete', s.kind, s.location, (await user.delete(`${API}/runs/${s.run}/snapshots/${s.id}`)).body?.error?.message ?? 'ok');
    } finally { await (cluster as any).stop(); }
  });
});
