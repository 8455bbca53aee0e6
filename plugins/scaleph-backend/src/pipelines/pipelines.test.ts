import { stringify } from 'yaml';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { waitFor } from '../__testUtils__/waitFor';

const API = '/api/scaleph';

describeDatabases('The API of pipelines', database => {
  let scaleph: TestScaleph;
  let user: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    scaleph = await startTestScaleph({ knex: await database.create() });
    user = scaleph.as('user:default/anna');
  });

  async function create(name: string, options: object = {}) {
    const { body } = await user
      .post(`${API}/pipelines`)
      .send({ document: pipelineDocument(name), ...options })
      .expect(201);
    return body;
  }

  it('creates a draft, and gives it back with its catalog entity and ETag', async () => {
    const created = await user
      .post(`${API}/pipelines`)
      .send({
        document: pipelineDocument('orders', {
          owner: 'data',
          metadata: { title: 'Orders', system: 'shop', tags: ['demo'] },
        }),
      })
      .expect(201);
    expect(created.body).toMatchObject({
      name: 'orders',
      title: 'Orders',
      owner: 'group:default/data',
      system: 'system:default/shop',
      tags: ['demo'],
      type: 'seatunnel',
      mode: 'batch',
      entityRef: 'component:default/orders',
      hasUnpublishedChanges: true,
      problemCount: 0,
      problems: [],
      dataSources: [],
      createdBy: 'user:default/anna',
      updatedBy: 'user:default/anna',
    });
    expect(created.body.publishedVersion).toBeUndefined();
    expect(created.headers.etag).toBe(created.body.etag);

    const read = await user.get(`${API}/pipelines/orders`).expect(200);
    expect(read.body).toEqual(created.body);
    expect(read.headers.etag).toBe(created.headers.etag);
    // The last run is no part of the ETag: a browser must not answer from its cache.
    expect(read.headers['cache-control']).toBe('no-store');
    expect(scaleph.published).toContainEqual({
      topic: 'scaleph.catalog',
      eventPayload: { kind: 'pipeline', name: 'orders', change: 'upsert' },
    });
  });

  it('stores what is as long as it may be', async () => {
    const document = pipelineDocument(`n${'a'.repeat(99)}`, {
      owner: `o${'a'.repeat(62)}`,
      metadata: {
        title: '题'.repeat(200),
        description: '\u{1f680}'.repeat(2000),
        tags: [`t${'a'.repeat(62)}`, 'twice', 'twice'],
      },
    });
    Object.assign(document.spec.nodes[2], {
      connector: 'Jdbc',
      dataSource: 'd'.repeat(300),
      options: { table: 'x' },
    });
    const { body } = await user
      .post(`${API}/pipelines`)
      .send({ document })
      .expect(201);
    const read = await user.get(`${API}/pipelines/${body.name}`).expect(200);
    expect(read.body).toEqual(body);
    const found = await user
      .get(`${API}/pipelines`)
      .query({ search: '题\u9898', tag: 'twice' })
      .expect(200);
    expect(found.body.totalItems).toBe(1);
  });

  it('takes YAML as well as an object', async () => {
    const { body } = await user
      .post(`${API}/pipelines`)
      .send({ yaml: JSON.stringify(pipelineDocument('from-yaml')) })
      .expect(201);
    expect(body.document.metadata.name).toBe('from-yaml');
    expect(body.yaml).toContain('name: from-yaml');
  });

  it('stores a draft with problems of meaning, and refuses to publish it', async () => {
    const broken = pipelineDocument('broken');
    broken.spec.nodes[0].connector = 'NoSuchThing';
    const created = await create('broken', { document: broken });
    expect(created.problemCount).toBeGreaterThan(0);
    expect(created.problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-connector', node: 'read' }),
    );
    const refused = await user
      .post(`${API}/pipelines/broken/versions`)
      .set('If-Match', created.etag)
      .send({})
      .expect(400);
    expect(refused.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(
        'Publishing is refused: Pipeline "broken"',
      ),
      problems: expect.arrayContaining([
        expect.objectContaining({ pointer: expect.stringMatching(/^\/spec/) }),
      ]),
    });
    const { body } = await user.get(`${API}/pipelines/broken`).expect(200);
    expect(body).toEqual(created);
  });

  it('publishes versions that never change, and none for an equal draft', async () => {
    const created = await create('versions');
    const first = await user
      .post(`${API}/pipelines/versions/versions`)
      .set('If-Match', created.etag)
      .send({ message: 'First' })
      .expect(201);
    expect(first.body).toMatchObject({
      pipeline: 'versions',
      version: 1,
      message: 'First',
      createdBy: 'user:default/anna',
    });
    const published = await user.get(`${API}/pipelines/versions`).expect(200);
    expect(published.body).toMatchObject({
      publishedVersion: 1,
      hasUnpublishedChanges: false,
    });

    // The layout is no meaning.
    const moved = pipelineDocument('versions');
    Object.assign(moved.spec, { layout: { read: [1, 2] } });
    const saved = await user
      .put(`${API}/pipelines/versions`)
      .set('If-Match', published.body.etag)
      .send({ document: moved })
      .expect(200);
    expect(saved.body.hasUnpublishedChanges).toBe(false);
    const same = await user
      .post(`${API}/pipelines/versions/versions`)
      .set('If-Match', saved.body.etag)
      .send({})
      .expect(200);
    expect(same.body.version).toBe(1);

    const changed = await user
      .put(`${API}/pipelines/versions`)
      .set('If-Match', saved.body.etag)
      .send({
        document: pipelineDocument('versions', {
          query: 'select id from read',
        }),
      })
      .expect(200);
    expect(changed.body.hasUnpublishedChanges).toBe(true);

    const diff = await user.get(`${API}/pipelines/versions/diff`).expect(200);
    expect(diff.body).toMatchObject({
      from: '1',
      to: 'draft',
      changes: [
        {
          op: 'replace',
          pointer: '/spec/nodes/all/options/query',
          from: 'select * from read',
          to: 'select id from read',
        },
      ],
    });

    await user
      .post(`${API}/pipelines/versions/versions`)
      .set('If-Match', changed.body.etag)
      .send({ message: 'Second' })
      .expect(201);
    const versions = await user
      .get(`${API}/pipelines/versions/versions`)
      .query({ limit: 1 })
      .expect(200);
    expect(versions.body).toMatchObject({
      items: [{ version: 2, message: 'Second' }],
      totalItems: 2,
    });
    expect(versions.body.items[0].document).toBeUndefined();
    const rest = await user
      .get(`${API}/pipelines/versions/versions`)
      .query({ limit: 1, cursor: versions.body.nextCursor })
      .expect(200);
    expect(rest.body.items).toMatchObject([{ version: 1 }]);
    expect(rest.body.nextCursor).toBeUndefined();

    const old = await user
      .get(`${API}/pipelines/versions/versions/1`)
      .expect(200);
    expect(old.body.yaml).toContain('select * from read');
    await user.get(`${API}/pipelines/versions/versions/3`).expect(404);
  });

  it('creates and publishes at once, or neither', async () => {
    const created = await create('at-once', { publish: true, message: 'Go' });
    expect(created).toMatchObject({
      publishedVersion: 1,
      hasUnpublishedChanges: false,
    });
    const document = pipelineDocument('never');
    document.spec.nodes[1].options = {} as never;
    const refused = await user
      .post(`${API}/pipelines`)
      .send({ document, publish: true })
      .expect(400);
    expect(refused.body.error.problems).toContainEqual(
      expect.objectContaining({ code: 'missing-option', node: 'all' }),
    );
    await user.get(`${API}/pipelines/never`).expect(404);
  });

  it('plans what a run would submit', async () => {
    await create('planned', { publish: true });
    const { body } = await user
      .post(`${API}/pipelines/planned/plan`)
      .send({})
      .expect(200);
    expect(body).toMatchObject({
      engine: 'embedded',
      target: 'embedded',
      artifacts: [{ name: 'plan.json' }],
      warnings: [],
    });
    await user
      .post(`${API}/pipelines/planned/plan`)
      .send({ target: 'moon' })
      .expect(400);
    await user
      .post(`${API}/pipelines/planned/plan`)
      .send({ version: '9' })
      .expect(404);
  });

  it('validates without storing', async () => {
    const good = await user
      .post(`${API}/validations`)
      .send({ document: pipelineDocument('only-looked-at') })
      .expect(200);
    expect(good.body).toMatchObject({ valid: true, problems: [] });
    expect(good.body.yaml).toContain('only-looked-at');
    const bad = await user
      .post(`${API}/validations`)
      .send({ yaml: 'apiVersion: scaleph.io/v1alpha1\nkind: [oops' })
      .expect(200);
    expect(bad.body).toMatchObject({
      valid: false,
      problems: [{ severity: 'error', line: expect.any(Number) }],
    });
    const meaning = await user
      .post(`${API}/validations`)
      .send({
        yaml: stringify(pipelineDocument('x')).replace('FakeSource', 'Nope'),
      })
      .expect(200);
    expect(meaning.body).toMatchObject({
      valid: false,
      problems: [{ code: 'unknown-connector', node: 'read', line: 12 }],
    });
    await user.get(`${API}/pipelines/only-looked-at`).expect(404);
  });

  it('deletes a pipeline, but not while a run of it is alive', async () => {
    const created = await create('short-lived', { publish: true });
    const { body: run } = await user
      .post(`${API}/pipelines/short-lived/runs`)
      .send({})
      .expect(201);
    const refused = await user
      .delete(`${API}/pipelines/short-lived`)
      .set('If-Match', created.etag)
      .expect(409);
    expect(refused.body.error.message).toContain(
      'has a run that has not ended',
    );
    await user.get(`${API}/pipelines/short-lived`).expect(200);

    await user
      .post(`${API}/runs/${run.id}/actions`)
      .send({ action: 'cancel' })
      .expect(202);
    await waitFor(async () => {
      const { body } = await user.get(`${API}/pipelines/short-lived`);
      return body.lastRun?.state === 'CANCELED';
    });
    await user
      .delete(`${API}/pipelines/short-lived`)
      .set('If-Match', created.etag)
      .expect(204);
    await user.get(`${API}/pipelines/short-lived`).expect(404);
    await user.get(`${API}/pipelines/short-lived/versions`).expect(404);
    expect(scaleph.published).toContainEqual({
      topic: 'scaleph.catalog',
      eventPayload: { kind: 'pipeline', name: 'short-lived', change: 'delete' },
    });
    // The name is free again, and an old ETag does not match the new one.
    await create('short-lived');
    await user
      .delete(`${API}/pipelines/short-lived`)
      .set('If-Match', created.etag)
      .expect(412);
  });

  it('lists connectors that an engine here can run, and targets', async () => {
    const connectors = await user.get(`${API}/connectors`).expect(200);
    expect(connectors.body.items.length).toBeGreaterThan(5);
    const sinks = await user
      .get(`${API}/connectors`)
      .query({ kind: 'sink' })
      .expect(200);
    expect(
      sinks.body.items.map((item: { kind: string }) => item.kind),
    ).not.toContain('source');
    const targets = await user.get(`${API}/targets`).expect(200);
    expect(targets.body).toEqual({
      items: [
        {
          name: 'embedded',
          engine: 'embedded',
          title: 'Fake',
          pipelineTypes: ['seatunnel'],
          modes: ['batch'],
          actions: ['cancel'],
          healthy: true,
        },
      ],
    });
  });

  it('serves its contract', async () => {
    const { body } = await user.get(`${API}/openapi.json`).expect(200);
    expect(body).toMatchObject({
      openapi: '3.0.3',
      servers: [{ url: '/api/scaleph' }],
    });
  });
});
