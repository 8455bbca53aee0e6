import { SCALEPH_CATALOG_TOPIC } from '@scaleph/backstage-plugin-scaleph-common';
import { randomBytes } from 'node:crypto';
import { Knex } from 'knex';
import {
  ClusterEngine,
  clusterEngineModule,
} from '../__testUtils__/clusterEngine';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { targetInput } from '../__testUtils__/targetInput';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';

describeDatabases('Targets', database => {
  const engine = new ClusterEngine();
  let knex: Knex;
  let scaleph: TestScaleph;
  let anna: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    knex = await database.create();
    scaleph = await startTestScaleph({
      knex,
      features: [clusterEngineModule(engine)],
      config: {
        scaleph: {
          secrets: {
            keys: [{ id: 'k', key: randomBytes(32).toString('base64') }],
          },
          targets: [
            {
              name: 'shipped',
              type: 'cluster',
              title: 'Shipped',
              owner: 'group:default/data',
              config: { url: 'http://127.0.0.1:8081' },
              secrets: { authorization: 'Bearer of-the-platform' },
            },
          ],
        },
      },
    });
    anna = scaleph.as('user:default/anna');
  });

  const create = async (name: string, change = {}) => {
    const { body } = await anna
      .post(`${API}/targets`)
      .send(targetInput(name, change))
      .expect(201);
    return body;
  };
  const list = async () => (await anna.get(`${API}/targets`)).body.items;

  it('creates, answers, changes and deletes one', async () => {
    const response = await anna
      .post(`${API}/targets`)
      .send(
        targetInput('lab', {
          owner: 'data',
          system: 'geo',
          title: 'Lab',
          description: 'Everything',
          tags: ['gold', 'gold'],
          secrets: { authorization: { value: 'Bearer of-lab' } },
        }),
      )
      .expect(201);
    const created = response.body;
    expect(created).toEqual({
      name: 'lab',
      engine: 'cluster-engine',
      title: 'Lab',
      pipelineTypes: ['seatunnel', 'flink-sql'],
      modes: ['batch', 'streaming'],
      actions: ['cancel'],
      healthy: true,
      message: 'at http://127.0.0.1:8081',
      version: '1.20.3',
      slots: 4,
      freeSlots: 3,
      runningJobs: 1,
      warnings: [
        expect.stringMatching(/^Target "shipped" has the same address/),
      ],
      registered: {
        type: 'cluster',
        description: 'Everything',
        owner: 'group:default/data',
        system: 'system:default/geo',
        tags: ['gold'],
        config: { url: 'http://127.0.0.1:8081' },
        secrets: { authorization: { set: true, source: 'value' } },
        location: 'http://127.0.0.1:8081',
        entityRef: expect.stringMatching(/^resource:default\/lab-\w{8}$/),
        createdAt: expect.stringMatching(/Z$/),
        createdBy: 'user:default/anna',
        updatedAt: created.registered.createdAt,
        updatedBy: 'user:default/anna',
        etag: response.headers.etag,
      },
    });
    const read = await anna.get(`${API}/targets/lab`).expect(200);
    const { warnings, ...kept } = created;
    expect(read.body).toEqual(kept);
    expect(read.headers.etag).toBe(created.registered.etag);

    const changed = await scaleph
      .as('user:default/otto')
      .put(`${API}/targets/lab`)
      .set('If-Match', created.registered.etag)
      .send(targetInput('lab', { title: 'New' }))
      .expect(200);
    expect(changed.body).toMatchObject({
      title: 'New',
      registered: {
        secrets: { authorization: { set: true } },
        updatedBy: 'user:default/otto',
      },
    });

    await anna.delete(`${API}/targets/lab`).expect(428);
    await anna
      .delete(`${API}/targets/lab`)
      .set('If-Match', created.registered.etag)
      .expect(412);
    await anna
      .delete(`${API}/targets/lab`)
      .set('If-Match', changed.headers.etag)
      .expect(204);
    await anna.get(`${API}/targets/lab`).expect(404);
    await expect(knex('target_secrets').select()).resolves.toEqual([]);

    const events = scaleph.published
      .filter(({ topic }) => topic === SCALEPH_CATALOG_TOPIC)
      .map(({ eventPayload }) => eventPayload);
    expect(events).toEqual([
      { kind: 'target', name: 'lab', change: 'upsert' },
      { kind: 'target', name: 'lab', change: 'upsert' },
      { kind: 'target', name: 'lab', change: 'delete' },
    ]);
    expect(
      scaleph.auditor.events
        .map(({ eventId, outcome }) => `${eventId} ${outcome}`)
        .filter(event => event.startsWith('target-')),
    ).toEqual([
      'target-create succeeded',
      'target-update succeeded',
      'target-delete failed',
      'target-delete succeeded',
    ]);
  });

  it('lists built-in, configured and registered ones', async () => {
    await create('a-lab');
    const items = await list();
    expect(
      items.map(({ name, registered }: never) => [
        name,
        Boolean(registered),
        Boolean((registered as { readOnly?: boolean } | undefined)?.readOnly),
      ]),
    ).toEqual([
      ['embedded', false, false],
      ['a-lab', true, false],
      ['shipped', true, true],
    ]);
    expect(JSON.stringify(items)).not.toContain('of-the-platform');
  });

  it('takes no name twice: of a built-in, a configured or a registered target', async () => {
    await create('taken');
    for (const name of ['embedded', 'shipped', 'taken']) {
      const { body } = await anna
        .post(`${API}/targets`)
        .send(targetInput(name))
        .expect(409);
      expect(body.error.message).toBe(`Target "${name}" exists already`);
    }
  });

  it('creates one once under one idempotency key', async () => {
    const send = () =>
      anna
        .post(`${API}/targets`)
        .set('Idempotency-Key', 'once')
        .send(targetInput('once'));
    const first = await send().expect(201);
    const second = await send().expect(201);
    expect(second.body).toEqual(first.body);
  });

  it('changes nothing that comes from the configuration', async () => {
    const path = `${API}/targets/shipped`;
    const put = anna
      .put(path)
      .set('If-Match', '*')
      .send(targetInput('shipped'));
    const { body } = await put.expect(409);
    expect(body.error.message).toContain('scaleph.targets');
    await anna.delete(path).set('If-Match', '*').expect(409);
    const tried = await anna.post(`${path}/test`).send({}).expect(200);
    expect(tried.body).toMatchObject({ ok: true });
    expect(engine.state.seen.shipped).toEqual({
      authorization: 'Bearer of-the-platform',
    });
    await anna
      .post(`${path}/test`)
      .send({ config: { url: 'http://evil.example' } })
      .expect(409);
  });

  it('answers for a built-in target that it is not registered', async () => {
    const { body } = await anna.get(`${API}/targets/embedded`).expect(200);
    expect(body).not.toHaveProperty('registered');
    const put = anna
      .put(`${API}/targets/embedded`)
      .set('If-Match', '*')
      .send(targetInput('embedded'));
    await put.expect(409);
    await anna.get(`${API}/targets/embedded/overview`).expect(404);
  });

  it('waits no longer than 2 s for a cluster that does not answer, and not at all for others', async () => {
    await create('silent');
    let proceed = () => {};
    engine.state.pause = new Promise(resolve => (proceed = resolve));
    const items = await list();
    proceed();
    engine.state.pause = undefined;
    expect(items.find(({ name }: never) => name === 'silent')).toMatchObject({
      healthy: false,
      message: 'Target "silent" has not answered for 2 s',
    });
    expect(items[0]).toMatchObject({ name: 'embedded', healthy: true });
  });

  it('tries what is stored, an edit of it, and what is not stored', async () => {
    await create('tried', {
      secrets: { authorization: { value: 'Bearer t' } },
    });
    const path = `${API}/targets/tried`;
    const stored = await anna.post(`${path}/test`).send({}).expect(200);
    expect(stored.body).toMatchObject({
      ok: true,
      message: 'Cluster at http://127.0.0.1:8081 answered',
    });
    expect(engine.state.seen.tried).toEqual({ authorization: 'Bearer t' });
    const { body } = await anna.get(path);
    const { warnings, ...outcome } = stored.body;
    expect(warnings).toContainEqual(
      expect.stringMatching(/^Target "shipped" has the same address/),
    );
    expect(body.registered.lastTest).toEqual(outcome);

    // A stored secret is not sent to where somebody else listens.
    const moved = { config: { url: 'http://127.0.0.1:1' } };
    const refused = await anna.post(`${path}/test`).send(moved).expect(400);
    expect(refused.body.error.message).toContain('must be given again');

    engine.state.trouble = new Error('refused me, Bearer new');
    const unsaved = await anna
      .post(`${API}/target-types/cluster/test`)
      .send({ ...moved, secrets: { authorization: { value: 'Bearer new' } } })
      .expect(200);
    engine.state.trouble = undefined;
    expect(unsaved.body).toMatchObject({
      ok: false,
      message: 'refused me, ******',
    });
    await anna.post(`${API}/target-types/none/test`).send(moved).expect(404);
  });

  it.each([
    ['another type', { type: 'none' }, 'Target type "none" is not known here'],
    [
      'an unknown field',
      { config: { url: 'http://a', x: 1 } },
      'unknown field',
    ],
    ['no address', { config: {} }, 'required'],
    [
      'the metadata service',
      { config: { url: 'http://169.254.169.254/' } },
      '169.254.169.254',
    ],
    ['an owner that is none', { owner: 'system:x' }, 'owner'],
    [
      'an unknown secret',
      { secrets: { password: { value: 'x' } } },
      'is no secret of type cluster',
    ],
  ])('refuses %s', async (_what, change, message) => {
    const { body } = await anna
      .post(`${API}/targets`)
      .send(targetInput('bad', change as never))
      .expect(400);
    expect(body.error.message).toContain(message);
    await anna.get(`${API}/targets/bad`).expect(404);
  });

  it('tells what types there are', async () => {
    const { body } = await anna.get(`${API}/target-types`).expect(200);
    expect(body.items).toEqual([expect.objectContaining({ type: 'cluster' })]);
    expect(Object.keys(body.items[0]).sort()).toEqual(
      ['description', 'icon', 'schema', 'secrets', 'title', 'type'].sort(),
    );
  });

  it('runs a pipeline on a registered target, and is not deleted meanwhile', async () => {
    const { registered } = await create('busy');
    await anna
      .post(`${API}/pipelines`)
      .send({
        publish: true,
        document: {
          apiVersion: 'scaleph.io/v1alpha1',
          kind: 'Pipeline',
          metadata: { name: 'query', owner: 'group:default/data' },
          spec: {
            type: 'flink-sql',
            sql: { script: 'INSERT INTO b SELECT * FROM a;' },
          },
        },
      })
      .expect(201);
    const run = await anna
      .post(`${API}/pipelines/query/runs`)
      .send({ target: 'busy' })
      .expect(201);
    expect(run.body).toMatchObject({
      engine: 'cluster-engine',
      target: 'busy',
    });
    const { body } = await anna
      .delete(`${API}/targets/busy`)
      .set('If-Match', registered.etag)
      .expect(409);
    expect(body.error.message).toBe(
      `Target "busy" has 1 run(s) that have not ended, ${run.body.id}: stop them first`,
    );
  });

  it('is not deleted while SQL sessions are open on it', async () => {
    const { registered } = await create('queried');
    await knex('sql_sessions').insert({
      ...{ id: 's1', actor: 'user:default/otto', kind: 'target' },
      ...{ place: 'queried', dialect: 'flink', title: 'x', may_write: true },
      ...{ state: 'open', settings: '{}', variables: '{}', jars: '[]' },
      ...{ data_sources: '[]', created_at: '', last_used_at: '' },
    });
    const remove = () =>
      anna.delete(`${API}/targets/queried`).set('If-Match', registered.etag);
    const { body } = await remove().expect(409);
    expect(body.error.message).toContain('has 1 open SQL session(s)');
    await knex('sql_sessions').where('id', 's1').update({ state: 'ended' });
    await remove().expect(204);
  });

  it('tells of a cluster what it tells: jobs with our runs, settings without secrets, text', async () => {
    await create('open', {
      secrets: { authorization: { value: 'Bearer of-open' } },
    });
    const path = `${API}/targets/open`;
    engine.state.jobs = [
      { jobId: 'f'.repeat(32), name: 'theirs', state: 'RUNNING' } as never,
    ];
    const overview = await anna.get(`${path}/overview`).expect(200);
    expect(overview.body.jobs).toEqual([
      { ...engine.state.jobs[0], ours: false },
    ]);

    engine.state.configuration = [
      { key: 's3.secret-key', value: 'abc' },
      { key: 'rest.port', value: '8081' },
    ];
    const configuration = await anna.get(`${path}/configuration`).expect(200);
    expect(configuration.body.items.map(({ value }: never) => value)).toEqual([
      '******',
      '8081',
    ]);

    engine.state.text = 'sent Authorization: Bearer of-open to it';
    const text = await anna
      .get(`${path}/text?process=jobmanager&text=log`)
      .expect(200);
    expect(text.body.text).toBe('sent Authorization: ****** to it');
    await anna.get(`${path}/text?process=x&text=log`).expect(404);
    await anna.get(`${path}/text?process=jobmanager&text=heap`).expect(400);

    engine.state.trouble = new Error('nothing listens at 127.0.0.1:8081');
    const down = await anna.get(`${path}/overview`).expect(503);
    engine.state.trouble = undefined;
    expect(down.body.error.message).toBe(
      'Target "open" does not answer as it should: nothing listens at 127.0.0.1:8081',
    );
  });
});
