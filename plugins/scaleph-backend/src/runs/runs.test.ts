import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { waitFor } from '../__testUtils__/waitFor';

interface SignalPayload {
  message: { id: string; revision: number };
}

const API = '/api/scaleph';
const NOWHERE = 'c3f0a4f2-0000-4000-8000-000000000000';

describeDatabases('The API of runs', database => {
  let scaleph: TestScaleph;
  let user: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    scaleph = await startTestScaleph({ knex: await database.create() });
    user = scaleph.as('user:default/anna');
  });

  async function publish(name: string, document: object = {}) {
    const base = pipelineDocument(name);
    await user
      .post(`${API}/pipelines`)
      .send({ document: { ...base, ...document }, publish: true })
      .expect(201);
    return name;
  }

  async function start(pipeline: string, body: object = {}) {
    const response = await user
      .post(`${API}/pipelines/${pipeline}/runs`)
      .send(body)
      .expect(201);
    return response.body;
  }

  const until = (id: string, state: string) =>
    waitFor(
      async () => {
        const { body } = await user.get(`${API}/runs/${id}`).expect(200);
        return body.state === state && body;
      },
      { what: `run is ${state}` },
    );

  async function finish(id: string) {
    await until(id, 'RUNNING');
    scaleph.engine.change(id, {
      state: 'FINISHED',
      nodes: [
        { node: 'read', state: 'finished', rowsIn: 0, rowsOut: 3 },
        { node: 'print', state: 'finished', rowsIn: 3, rowsOut: 3 },
      ],
    });
    return until(id, 'FINISHED');
  }

  it('records the intent, runs it and shows how it went', async () => {
    const name = await publish('orders');
    const created = await start(name);
    expect(created).toMatchObject({
      pipeline: 'orders',
      pipelineEntityRef: 'component:default/orders',
      version: 1,
      target: 'embedded',
      engine: 'embedded',
      state: 'CREATED',
      desired: 'running',
      owner: 'group:default/data',
      createdBy: 'user:default/anna',
      rowsRead: 0,
      revision: 1,
      nodes: [],
      parameters: {},
      document: { metadata: { name: 'orders' } },
    });
    const { id } = created;
    expect(await finish(id)).toMatchObject({ rowsRead: 3, rowsWritten: 3 });

    const events = await user.get(`${API}/runs/${id}/events`).expect(200);
    expect(events.body.items.map((event: { to?: string }) => event.to)).toEqual(
      ['CREATED', 'SUBMITTING', 'INITIALIZING', 'RUNNING', 'FINISHED'],
    );
    const [first, second] = events.body.items;
    expect(first).toMatchObject({ seq: 1, actor: 'user:default/anna' });
    const later = await user
      .get(`${API}/runs/${id}/events?after=${second.seq}&limit=1`)
      .expect(200);
    expect(later.body.items).toEqual([events.body.items[2]]);

    const logs = await user.get(`${API}/runs/${id}/logs`).expect(200);
    expect(logs.body).toEqual({
      items: [{ seq: 1, at: 'then', level: 'info', message: 'started' }],
      complete: true,
    });
    for (const part of ['logs', 'events']) {
      const none = await user
        .get(`${API}/runs/${id}/${part}?after=99999999999`)
        .expect(200);
      expect(none.body.items).toEqual([]);
    }
    const page = await user.get(`${API}/runs/${id}/logs?limit=1`).expect(200);
    expect(page.body.complete).toBe(false);

    const pipeline = await user.get(`${API}/pipelines/orders`).expect(200);
    expect(pipeline.body.lastRun).toMatchObject({ id, state: 'FINISHED' });
    const { nodes, outputs, parameters, document, jobId, ...summary } = (
      await user.get(`${API}/runs/${id}`)
    ).body;
    expect(jobId).toBe(id);
    const list = await user.get(`${API}/pipelines/orders/runs`).expect(200);
    expect(list.body).toEqual({ items: [summary], totalItems: 1 });
    expect(
      scaleph.auditor.events.filter(
        event => (event.meta as { pipeline?: string })?.pipeline === 'orders',
      ),
    ).toContainEqual(expect.objectContaining({ eventId: 'run-create' }));
  });

  it('runs an old version, and fills in parameters', async () => {
    const base = pipelineDocument('versions', {
      query: "select * from read where id > '${least}'",
    });
    const spec = {
      ...base.spec,
      parameters: { least: { default: '0' }, day: { default: 'today' } },
    };
    await publish('versions', { spec });
    const read = await user.get(`${API}/pipelines/versions`).expect(200);
    const second = { ...base, spec: { ...spec, parameters: { least: {} } } };
    await user
      .put(`${API}/pipelines/versions`)
      .set('If-Match', read.headers.etag)
      .send({ document: second })
      .expect(200);
    await user
      .post(`${API}/pipelines/versions/versions`)
      .set('If-Match', '*')
      .send({})
      .expect(201);
    const old = await start('versions', {
      version: 1,
      parameters: { least: '7' },
    });
    expect(old).toMatchObject({
      version: 1,
      parameters: { least: '7', day: 'today' },
    });
    await user
      .post(`${API}/pipelines/versions/runs`)
      .send({})
      .expect(400)
      .expect(({ body }) => {
        expect(body.error.problems).toContainEqual(
          expect.objectContaining({ code: 'missing-parameter' }),
        );
      });
    await finish(old.id);
  });

  it('stops a run once, however often it is asked', async () => {
    const name = await publish('endless');
    const { id } = await start(name);
    await until(id, 'RUNNING');
    const stop = () =>
      user.post(`${API}/runs/${id}/actions`).send({ action: 'cancel' });
    const asked = await stop().expect(202);
    expect(asked.body).toMatchObject({ id, desired: 'stopped' });
    await until(id, 'CANCELED');
    const late = await stop().expect(409);
    expect(late.body.error).toMatchObject({
      name: 'ConflictError',
      message: `Run "${id}" has ended already: it is CANCELED`,
    });
    const { body } = await user.get(`${API}/runs/${id}/events`).expect(200);
    expect(
      body.items.filter((event: { type: string }) => event.type === 'action'),
    ).toEqual([
      expect.objectContaining({
        message: 'Stop requested',
        actor: 'user:default/anna',
      }),
    ]);
  });

  it('starts one run for one idempotency key', async () => {
    const name = await publish('twice');
    const post = (body: object) =>
      user
        .post(`${API}/pipelines/${name}/runs`)
        .set('Idempotency-Key', 'retry-1')
        .send(body);
    const [first, second] = await Promise.all([post({}), post({})]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    await post({ version: 1 }).expect(409);
    const list = await user.get(`${API}/runs?pipeline=twice`).expect(200);
    expect(list.body.totalItems).toBe(1);
    await finish(first.body.id);
  });

  it('answers a repetition with its run when no new one could start any more', async () => {
    const name = await publish('again', {});
    const post = (key: string) =>
      user
        .post(`${API}/pipelines/${name}/runs`)
        .set('Idempotency-Key', key)
        .send({});
    const first = await post('lost-answer').expect(201);
    await finish(first.body.id);
    await user
      .delete(`${API}/pipelines/${name}`)
      .set('If-Match', '*')
      .expect(204);
    // Made again under the same name, and not published.
    await user
      .post(`${API}/pipelines`)
      .send({ document: pipelineDocument(name) })
      .expect(201);
    await post('new').expect(409);
    const again = await post('lost-answer').expect(201);
    expect(again.body.id).toBe(first.body.id);
  });

  it('refuses to delete a pipeline under a run, and outlives it afterwards', async () => {
    const name = await publish('leaving');
    const { id } = await start(name);
    await until(id, 'RUNNING');
    const remove = () =>
      user.delete(`${API}/pipelines/${name}`).set('If-Match', '*');
    await remove().expect(409);
    await finish(id);
    await remove().expect(204);
    await user.get(`${API}/runs/${id}`).expect(200);
    await user.get(`${API}/pipelines/${name}/runs`).expect(404);
  });

  it('lists by filter and page', async () => {
    const name = await publish('paged');
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      ids.unshift((await start(name)).id);
    }
    const first = await user
      .get(`${API}/runs?pipeline=paged&limit=2`)
      .expect(200);
    expect(first.body.totalItems).toBe(3);
    const second = await user
      .get(`${API}/runs?pipeline=paged&limit=2&cursor=${first.body.nextCursor}`)
      .expect(200);
    expect(second.body.nextCursor).toBeUndefined();
    const seen = [...first.body.items, ...second.body.items];
    expect(seen.map(run => run.id)).toEqual(ids);
    await Promise.all(ids.map(finish));
    const active = await user
      .get(`${API}/runs?search=PAGE&active=true`)
      .expect(200);
    expect(active.body.items).toEqual([]);
    const finished = await user
      .get(`${API}/runs`)
      .query({
        search: 'PAGE',
        state: 'FINISHED',
        owner: 'group:default/data',
        sort: 'createdAt',
      })
      .expect(200);
    expect(finished.body.items.map((run: { id: string }) => run.id)).toEqual(
      [...ids].reverse(),
    );
  });

  it('pushes a signal for each change, without a name', async () => {
    const { id } = await start(await publish('pushed'));
    const { revision } = await finish(id);
    const payloads = () =>
      scaleph.published
        .filter(event => event.topic === 'signals')
        .map(event => event.eventPayload as SignalPayload)
        .filter(payload => payload.message.id === id);
    await waitFor(() =>
      payloads().find(payload => payload.message.revision >= revision),
    );
    expect(payloads()).toContainEqual({
      recipients: { type: 'broadcast' },
      channel: 'scaleph',
      message: { type: 'run', id, revision: 1 },
    });
    expect(JSON.stringify(payloads())).not.toContain('pushed');
  });

  describe('refuses', () => {
    beforeAll(async () => {
      await publish('fine');
      await user
        .post(`${API}/pipelines`)
        .send({ document: pipelineDocument('draft-only') })
        .expect(201);
    });

    it.each([
      ['an unknown pipeline', 'nothing', {}, 404, /nothing/],
      ['a draft', 'draft-only', {}, 409, /publish/i],
      ['an unknown version', 'fine', { version: 7 }, 404, /7/],
      [
        'an unknown target',
        'fine',
        { target: 'moon' },
        400,
        /"moon".*embedded/,
      ],
      [
        'an unknown parameter',
        'fine',
        { parameters: { day: '1' } },
        400,
        /declares no parameter "day"/,
      ],
      ['an unknown field', 'fine', { pipeline: 'x' }, 400, /not a known field/],
      ['a version of 0', 'fine', { version: 0 }, 400, /version/],
    ])('%s', async (_name, pipeline, body, status, message) => {
      const response = await user
        .post(`${API}/pipelines/${pipeline}/runs`)
        .send(body)
        .expect(status);
      expect(response.body.error.message).toMatch(message);
      const list = await user.get(`${API}/runs?pipeline=fine`).expect(200);
      expect(list.body.totalItems).toBe(0);
    });

    it.each([
      ['get', `/runs/${NOWHERE}`],
      ['get', `/runs/${NOWHERE}/events`],
      ['get', `/runs/${NOWHERE}/logs`],
      ['get', '/pipelines/nothing/runs'],
    ] as const)('%s %s: 404', async (method, path) => {
      await user[method](`${API}${path}`).expect(404);
    });

    it('to act on an unknown run, or in an unknown way', async () => {
      const path = `${API}/runs/${NOWHERE}/actions`;
      await user.post(path).send({ action: 'cancel' }).expect(404);
      await user.post(path).send({ action: 'dance' }).expect(400);
      await user.post(path).send({}).expect(400);
    });

    it.each(['state=DONE', 'sort=name', 'limit=0', 'cursor=abc', 'x=1'])(
      'the query %s',
      async query => {
        await user.get(`${API}/runs?${query}`).expect(400);
      },
    );
  });
});
