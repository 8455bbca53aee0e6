import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockServices } from '@backstage/backend-test-utils';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { testDatabases } from '../__testUtils__/testDatabases';

const API = '/api/scaleph/pipelines';
const [sqlite] = testDatabases();

describe('Audit events of pipelines', () => {
  let scaleph: TestScaleph;
  let user: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    scaleph = await startTestScaleph({ knex: await sqlite.create() });
    user = scaleph.as('user:default/anna');
  });
  afterEach(() => {
    scaleph.auditor.events.length = 0;
  });

  it('tell of each write, who did it and how it ended, and never the document', async () => {
    const actor = 'user:default/anna';
    const created = await user
      .post(API)
      .send({ document: pipelineDocument('orders') })
      .expect(201);
    const updated = await user
      .put(`${API}/orders`)
      .set('If-Match', created.body.etag)
      .send({ document: pipelineDocument('orders', { query: 'select 42' }) })
      .expect(200);
    const published = await user
      .post(`${API}/orders/versions`)
      .set('If-Match', updated.body.etag)
      .send({ message: 'Go' })
      .expect(201);
    const { body } = await user.get(`${API}/orders`).expect(200);
    await user.delete(`${API}/orders`).set('If-Match', body.etag).expect(204);

    expect(published.body.version).toBe(1);
    expect(scaleph.auditor.events).toEqual([
      {
        eventId: 'pipeline-create',
        outcome: 'succeeded',
        meta: {
          actor,
          publish: false,
          pipeline: 'orders',
          owner: 'group:default/data',
        },
      },
      {
        eventId: 'pipeline-update',
        outcome: 'succeeded',
        meta: {
          actor,
          pipeline: 'orders',
          owner: 'group:default/data',
          etag: updated.body.etag,
        },
      },
      {
        eventId: 'pipeline-publish',
        outcome: 'succeeded',
        meta: { actor, pipeline: 'orders', version: 1, created: true },
      },
      {
        eventId: 'pipeline-delete',
        outcome: 'succeeded',
        meta: { actor, pipeline: 'orders' },
      },
    ]);
    expect(JSON.stringify(scaleph.auditor.events)).not.toContain('select');
  });

  it.each<[string, () => PromiseLike<{ status: number }>, string, string]>([
    [
      'create',
      () => user.post(API).send({ yaml: '[' }),
      'pipeline-create',
      'InputError',
    ],
    [
      'update',
      () => user.put(`${API}/none`).set('If-Match', '*').send({ yaml: '[' }),
      'pipeline-update',
      'NotFoundError',
    ],
    [
      'publish',
      () => user.post(`${API}/none/versions`).set('If-Match', '*').send({}),
      'pipeline-publish',
      'NotFoundError',
    ],
    [
      'delete',
      () => user.delete(`${API}/none`).set('If-Match', '*'),
      'pipeline-delete',
      'NotFoundError',
    ],
  ])('tell of a failed %s', async (_verb, call, eventId, error) => {
    await call();
    expect(scaleph.auditor.events).toMatchObject([
      { eventId, outcome: 'failed', error },
    ]);
  });

  it('do not come from reading', async () => {
    await user.get(API).expect(200);
    await user.post('/api/scaleph/validations').send({ yaml: '[' }).expect(200);
    expect(scaleph.auditor.events).toEqual([]);
  });
});

describe('Audit events of refused writes', () => {
  it('are failures', async () => {
    const scaleph = await startTestScaleph({
      knex: await sqlite.create(),
      permissions: mockServices.permissions({ result: AuthorizeResult.DENY }),
    });
    await scaleph
      .as('user:default/anna')
      .post(API)
      .send({ document: pipelineDocument('orders') })
      .expect(403);
    expect(scaleph.auditor.events).toMatchObject([
      {
        eventId: 'pipeline-create',
        outcome: 'failed',
        error: 'NotAllowedError',
        meta: { actor: 'user:default/anna' },
      },
    ]);
  });
});
