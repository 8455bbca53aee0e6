import {
  ClusterEngine,
  clusterEngineModule,
} from '../__testUtils__/clusterEngine';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { FakeEngine, STREAMING } from '../__testUtils__/FakeEngine';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(60_000);

const API = '/api/scaleph';
const NOWHERE = 'c3f0a4f2-0000-4000-8000-000000000000';

describeDatabases('The API of what is asked of runs', database => {
  let scaleph: TestScaleph;
  let engine: FakeEngine;
  let cluster: ClusterEngine;
  let user: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    engine = new FakeEngine({ id: 'embedded', capabilities: STREAMING });
    cluster = new ClusterEngine();
    scaleph = await startTestScaleph({
      knex: await database.create(),
      engine,
      features: [clusterEngineModule(cluster)],
      config: { backend: { reading: {} } },
    });
    user = scaleph.as('user:default/anna');
    await publish('orders');
  });

  async function publish(name: string, spec: object = {}) {
    const base = pipelineDocument(name);
    const document = {
      ...base,
      spec: { ...base.spec, mode: 'streaming', ...spec },
    };
    await user
      .post(`${API}/pipelines`)
      .send({ document, publish: true })
      .expect(201);
  }

  /** The draft, changed, as the next version. */
  async function publishNext(name: string, spec: object) {
    const { headers, body } = await user.get(`${API}/pipelines/${name}`);
    const document = {
      ...body.document,
      spec: { ...body.document.spec, ...spec },
    };
    const put = await user
      .put(`${API}/pipelines/${name}`)
      .set('If-Match', headers.etag)
      .send({ document })
      .expect(200);
    await user
      .post(`${API}/pipelines/${name}/versions`)
      .set('If-Match', put.headers.etag)
      .send({})
      .expect(201);
  }

  async function start(pipeline: string, body: object = {}, status = 201) {
    const response = await user
      .post(`${API}/pipelines/${pipeline}/runs`)
      .send(body)
      .expect(status);
    return response.body;
  }

  const act = async (id: string, body: object, status = 202) =>
    (await user.post(`${API}/runs/${id}/actions`).send(body).expect(status))
      .body;

  const until = (id: string, state: string) =>
    waitFor(
      async () => {
        const { body } = await user.get(`${API}/runs/${id}`).expect(200);
        return body.state === state && body;
      },
      { what: `run is ${state}` },
    );

  const snapshotsOf = async (path: string) =>
    (await user.get(`${API}${path}/snapshots`).expect(200)).body.items;

  it('a run shows what its state and target allow', async () => {
    const { id, actions } = await start('orders');
    expect(actions).toEqual(['cancel']);
    const running = await until(id, 'RUNNING');
    expect(running).toMatchObject({
      deployment: 1,
      type: 'seatunnel',
      mode: 'streaming',
      jobId: id,
      actions: [
        ...['cancel', 'stop', 'suspend', 'restart', 'savepoint'],
        ...['checkpoint', 'rescale', 'upgrade'],
      ],
    });
    engine.operationsHang = true;
    const asked = await act(id, { action: 'suspend' });
    expect(asked).toMatchObject({
      desired: 'suspended',
      activity: 'suspend',
      actions: ['cancel'],
    });
    engine.operationsHang = false;
    expect((await until(id, 'SUSPENDED')).actions).toEqual([
      ...['cancel', 'resume', 'upgrade'],
    ]);
    const { body } = await user.get(`${API}/runs/${id}/operations`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        kind: 'suspend',
        state: 'completed',
        createdBy: 'user:default/anna',
        run: id,
        deployment: 1,
        snapshot: expect.any(String),
      }),
    ]);
    const [snapshot] = await snapshotsOf(`/runs/${id}`);
    await act(id, { action: 'resume' });
    const resumed = await until(id, 'RUNNING');
    expect(resumed).toMatchObject({
      deployment: 2,
      jobId: `${id}#2`,
      startedFrom: { id: snapshot.id, location: snapshot.location },
    });
    await act(id, { action: 'cancel' });
    expect((await until(id, 'CANCELED')).actions).toEqual([]);
    const { message } = (await act(id, { action: 'restart' }, 409)).error;
    expect(message).toMatch(/Start a new run .* with startFrom/);
  });

  it('a run starts with its own settings', async () => {
    await publish('settings', {
      env: { parallelism: 2, flink: { 'pipeline.name': 'a' } },
    });
    const run = await start('settings', {
      settings: { parallelism: 3, flink: { 'state.backend.type': 'rocksdb' } },
    });
    expect(run.document.spec.env).toEqual({
      parallelism: 3,
      flink: { 'pipeline.name': 'a', 'state.backend.type': 'rocksdb' },
    });
    const { body } = await user.get(`${API}/pipelines/settings`);
    expect(body.document.spec.env.parallelism).toBe(2);
    await act(run.id, { action: 'cancel' });
  });

  it('a run starts from a snapshot of another one', async () => {
    await publish('states');
    await start('states', { startFrom: { mode: 'latest' } }, 409);
    const first = await start('states');
    await until(first.id, 'RUNNING');
    await act(first.id, { action: 'savepoint' });
    const [older] = await waitFor(async () => {
      const items = await snapshotsOf(`/runs/${first.id}`);
      return items.length > 0 && items;
    });
    await until(first.id, 'RUNNING');
    await waitFor(async () => !(await until(first.id, 'RUNNING')).activity);
    await act(first.id, { action: 'stop' });
    await until(first.id, 'FINISHED');
    const all = await snapshotsOf('/pipelines/states');
    expect(all).toHaveLength(2);
    expect(all[1].id).toBe(older.id);

    const latest = await start('states', { startFrom: { mode: 'latest' } });
    expect(latest.startedFrom).toMatchObject({ id: all[0].id, version: 1 });
    await until(latest.id, 'RUNNING');
    expect(engine.restored[latest.id]).toBe(all[0].location);
    const other = await start('states', {
      startFrom: { mode: 'snapshot', snapshot: older.id },
    });
    await until(other.id, 'RUNNING');
    expect(engine.restored[other.id]).toBe(older.location);

    // It is needed as long as a run that started from it is alive.
    const path = `${API}/runs/${first.id}/snapshots/${older.id}`;
    const refused = await user.delete(path).expect(409);
    expect(refused.body.error.message).toContain(`run ${other.id} needs it`);
    await act(other.id, { action: 'cancel' });
    await until(other.id, 'CANCELED');
    engine.troubles.deleteSnapshot = [new Error('disk is read-only')];
    const kept = await user.delete(path).expect(409);
    expect(kept.body.error.message).toMatch(/is kept: disk is read-only/);
    expect(engine.snapshots.has(older.location)).toBe(true);
    await user.delete(path).expect(204);
    expect(engine.snapshots.has(older.location)).toBe(false);
    await user.delete(path).expect(404);
    expect(await snapshotsOf('/pipelines/states')).toMatchObject([
      { id: all[0].id, inUse: true },
    ]);
    await act(latest.id, { action: 'cancel' });
  });

  it.each<[string, object, number, RegExp]>([
    [
      'snapshot of nobody',
      { mode: 'snapshot', snapshot: 'x' },
      404,
      /no snapshot "x"/,
    ],
    ['no snapshot', { mode: 'snapshot' }, 400, /startFrom.snapshot is missing/],
    ['no mode', {}, 400, /mode/],
    ['unknown mode', { mode: 'yesterday' }, 400, /mode/],
  ])('refuses to start from %s', async (_, startFrom, status, message) => {
    const body = await start('orders', { startFrom }, status);
    expect(body.error.message).toMatch(message);
  });

  it.each<[object, number]>([
    [{ action: 'explode' }, 400],
    [{}, 400],
    [{ action: 'rescale' }, 400],
    [{ action: 'rescale', parallelism: 0 }, 400],
    [{ action: 'rescale', parallelism: 1.5 }, 400],
    [{ action: 'upgrade', version: 9 }, 404],
    [{ action: 'upgrade' }, 409],
    [{ action: 'upgrade', startFrom: { mode: 'none' } }, 400],
    [{ action: 'resume' }, 409],
  ])('refuses %j of a running run', async (body, status) => {
    const { id } = await start('orders');
    await until(id, 'RUNNING');
    await act(id, body, status);
    expect(await until(id, 'RUNNING')).toMatchObject({ deployment: 1 });
    await act(id, { action: 'cancel' });
    await until(id, 'CANCELED');
  });

  it('upgrades to a new version with its parameters, settings and state', async () => {
    await publish('upgraded', { parameters: { day: { default: 'monday' } } });
    const old = await start('upgraded', {
      parameters: { day: 'tuesday' },
      settings: { parallelism: 4 },
    });
    await until(old.id, 'RUNNING');
    await publishNext('upgraded', {
      parameters: { day: {}, hour: { default: '1' } },
    });
    const next = await act(old.id, { action: 'upgrade' });
    expect(next).toMatchObject({
      state: expect.stringMatching('CREATED'),
      version: 2,
      upgradeOf: old.id,
      activity: 'upgrade',
      parameters: { day: 'tuesday', hour: '1' },
      document: { spec: { env: { parallelism: 4 } } },
    });
    expect((await act(old.id, { action: 'upgrade' })).id).toBe(next.id);
    await until(next.id, 'RUNNING');
    engine.checkpoint(next.id);
    const ended = await until(old.id, 'CANCELED');
    expect(ended).toMatchObject({
      reason: `Upgraded to version 2 by run ${next.id}`,
      upgradedBy: next.id,
    });
    const pipeline = await user.get(`${API}/pipelines/upgraded`);
    expect(pipeline.body.lastRun.id).toBe(next.id);
    await act(next.id, { action: 'cancel' });
  });

  it('shows the job without the secrets of the run', async () => {
    const name = 'secretive';
    await user
      .post(`${API}/data-sources`)
      .send(
        dataSourceInput('db', {
          secrets: { password: { value: 'correct horse' } },
        }),
      )
      .expect(201);
    const { spec } = pipelineDocument(name);
    await publish(name, {
      nodes: [
        {
          id: 'read',
          kind: 'source',
          connector: 'Jdbc',
          dataSource: 'db',
          options: { query: 'select 1 as id' },
        },
        ...spec.nodes.slice(1),
      ],
    });
    engine.secret = 'correct horse';
    const { id } = await start(name);
    await until(id, 'RUNNING');
    const job = await user.get(`${API}/runs/${id}/job`).expect(200);
    expect(job.body).toMatchObject({ jobId: id, name: 'job with ******' });
    const text = await user
      .get(`${API}/runs/${id}/job/text?process=jobmanager&text=log`)
      .expect(200);
    expect(text.body.text).toBe('jobmanager: ******');
    const none = await user.get(`${API}/runs/${id}/job/exceptions`).expect(404);
    expect(none.body.error.message).toBe('There is no view exceptions');
    await user.get(`${API}/runs/${id}/job/text?process=x`).expect(400);
    await user.get(`${API}/runs/${NOWHERE}/job`).expect(404);
    await act(id, { action: 'cancel' });
  });

  describe('adoption', () => {
    beforeAll(async () => {
      await user
        .post(`${API}/targets`)
        .send({
          name: 'cluster-1',
          type: 'cluster',
          owner: 'group:default/data',
          config: { url: 'http://localhost:1' },
        })
        .expect(201);
      await publish('adopting', {
        type: 'flink-sql',
        nodes: [],
        edges: [],
        sql: { script: 'INSERT INTO a SELECT * FROM b' },
      });
    });

    const adopt = (jobId: string, status: number, pipeline = 'adopting') =>
      user
        .post(`${API}/targets/cluster-1/jobs/${jobId}/adoption`)
        .send({ pipeline })
        .expect(status);

    it('makes a job that was started elsewhere a run', async () => {
      const jobId = cluster.startForeign();
      const { body: run } = await adopt(jobId, 201);
      expect(run).toMatchObject({
        pipeline: 'adopting',
        target: 'cluster-1',
        adopted: true,
        jobId,
        version: 1,
      });
      await until(run.id, 'RUNNING');
      const again = await adopt(jobId, 409);
      expect(again.body.error.message).toContain(`run "${run.id}" already`);
      await act(run.id, { action: 'cancel' });
      await until(run.id, 'CANCELED');
      expect(cluster.started).toEqual([]);
    });

    it('refuses jobs that are not there, and ids that are none', async () => {
      await adopt('0'.repeat(32), 404);
      await adopt('x', 400);
      const { body } = await adopt(cluster.startForeign('2'), 404, 'nobody');
      expect(body.error.message).toContain('"nobody"');
    });

    it('of two at the same time one gets it', async () => {
      const jobId = cluster.startForeign('3');
      const path = `${API}/targets/cluster-1/jobs/${jobId}/adoption`;
      const answers = await Promise.all(
        [1, 2].map(() => user.post(path).send({ pipeline: 'adopting' })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    });
  });
});
