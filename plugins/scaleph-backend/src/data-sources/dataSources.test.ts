import { createMockDirectory } from '@backstage/backend-test-utils';
import { SCALEPH_CATALOG_TOPIC } from '@scaleph/backstage-plugin-scaleph-common';
import { builtInDataSourceTypes } from '@scaleph/backstage-plugin-scaleph-node';
import { Knex } from 'knex';
import { symlinkSync } from 'node:fs';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { dumpDatabase } from '../__testUtils__/dumpDatabase';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';
const directory = createMockDirectory({
  content: { root: { data: { 'a.csv': '1' } }, outside: {} },
});
symlinkSync(directory.resolve('outside'), directory.resolve('root/link'));

describeDatabases('Data sources', database => {
  let knex: Knex;
  let scaleph: TestScaleph;
  let anna: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    knex = await database.create();
    scaleph = await startTestScaleph({
      knex,
      roots: [directory.resolve('root')],
    });
    anna = scaleph.as('user:default/anna');
  });

  const create = async (name: string, change = {}) => {
    const { body } = await anna
      .post(`${API}/data-sources`)
      .send(dataSourceInput(name, change))
      .expect(201);
    return body;
  };

  const catalogEvents = () =>
    scaleph.published
      .filter(({ topic }) => topic === SCALEPH_CATALOG_TOPIC)
      .map(({ eventPayload }) => eventPayload);

  /** A pipeline whose source reads from a directory. */
  const reading = (name: string, dataSource: string) => {
    const document = pipelineDocument(name);
    document.spec.nodes[0] = {
      id: 'read',
      kind: 'source',
      connector: 'LocalFile',
      dataSource,
      options: { path: 'a.csv', file_format_type: 'csv' },
    } as never;
    return document;
  };

  it('creates, answers, changes and deletes one', async () => {
    const response = await anna
      .post(`${API}/data-sources`)
      .send(
        dataSourceInput('warehouse', {
          owner: 'data',
          system: 'geo',
          title: 'Warehouse',
          description: 'Everything',
          tags: ['gold', 'gold'],
          secrets: { password: { value: 'pass-of-warehouse' } },
        }),
      )
      .expect(201);
    const created = response.body;
    expect(created).toEqual({
      name: 'warehouse',
      type: 'postgresql',
      title: 'Warehouse',
      description: 'Everything',
      owner: 'group:default/data',
      system: 'system:default/geo',
      tags: ['gold'],
      config: { host: 'db.example.com', database: 'shop', user: 'etl' },
      secrets: { password: { set: true, source: 'value' } },
      location: 'db.example.com:5432/shop',
      files: {},
      entityRef: 'resource:default/warehouse',
      usedBy: [],
      createdAt: expect.stringMatching(/Z$/),
      createdBy: 'user:default/anna',
      updatedAt: created.createdAt,
      updatedBy: 'user:default/anna',
      etag: response.headers.etag,
    });

    const read = await anna.get(`${API}/data-sources/warehouse`).expect(200);
    expect(read.body).toEqual(created);
    expect(read.headers.etag).toBe(created.etag);

    const changed = await scaleph
      .as('user:default/otto')
      .put(`${API}/data-sources/warehouse`)
      .set('If-Match', created.etag)
      .send(dataSourceInput('warehouse', { title: 'New' }))
      .expect(200);
    expect(changed.body).toMatchObject({
      title: 'New',
      tags: [],
      secrets: { password: { set: true } },
      createdBy: 'user:default/anna',
      updatedBy: 'user:default/otto',
    });
    expect(changed.body).not.toHaveProperty('description');
    expect(changed.body.etag).not.toBe(created.etag);

    await anna
      .delete(`${API}/data-sources/warehouse`)
      .set('If-Match', changed.body.etag)
      .expect(204);
    await anna.get(`${API}/data-sources/warehouse`).expect(404);
    await expect(knex('data_source_secrets').select()).resolves.toEqual([]);

    expect(catalogEvents()).toEqual([
      { kind: 'data-source', name: 'warehouse', change: 'upsert' },
      { kind: 'data-source', name: 'warehouse', change: 'upsert' },
      { kind: 'data-source', name: 'warehouse', change: 'delete' },
    ]);
    expect(
      scaleph.auditor.events.map(({ eventId, outcome }) => [eventId, outcome]),
    ).toEqual([
      ['data-source-create', 'succeeded'],
      ['data-source-update', 'succeeded'],
      ['data-source-delete', 'succeeded'],
    ]);
  });

  it('lists by page, order, search and filter', async () => {
    const own = { owner: 'group:default/lists' };
    for (const name of ['l-c', 'l-a', 'l-b', 'l-d']) await create(name, own);
    await create('l-dir', {
      ...own,
      type: 'local-directory',
      system: 'geo',
      title: '100% of Ärger',
      config: { directory: directory.resolve('root/data') },
    });
    const list = async (query: Record<string, string | number>) => {
      const { body } = await anna
        .get(`${API}/data-sources`)
        .query({ owner: 'group:default/lists', ...query })
        .expect(200);
      return body;
    };
    const names = (body: { items: Array<{ name: string }> }) =>
      body.items.map(({ name }) => name);

    const first = await list({ limit: 2 });
    expect(names(first)).toEqual(['l-a', 'l-b']);
    expect(first.totalItems).toBe(5);
    const second = await list({ limit: 2, cursor: first.nextCursor });
    expect(names(second)).toEqual(['l-c', 'l-d']);
    const third = await list({ limit: 2, cursor: second.nextCursor });
    expect(names(third)).toEqual(['l-dir']);
    expect(third).not.toHaveProperty('nextCursor');

    expect(names(await list({ sort: '-name' }))[0]).toBe('l-dir');
    expect(names(await list({ sort: 'type' }))[0]).toBe('l-dir');
    expect(names(await list({ sort: '-updatedAt' }))[0]).toBe('l-dir');
    expect(names(await list({ type: 'local-directory' }))).toEqual(['l-dir']);
    expect(names(await list({ system: 'system:default/geo' }))).toEqual([
      'l-dir',
    ]);
    expect(names(await list({ search: 'ÄRGER' }))).toEqual(['l-dir']);
    expect(names(await list({ search: '0% of' }))).toEqual(['l-dir']);
    expect(names(await list({ search: '_' }))).toEqual([]);
    await anna.get(`${API}/data-sources?cursor=x`).expect(400);
    await anna.get(`${API}/data-sources?sort=owner`).expect(400);
  });

  it('tells what types there are', async () => {
    const { body } = await anna.get(`${API}/data-source-types`).expect(200);
    expect(body.items.map((item: { type: string }) => item.type)).toEqual(
      builtInDataSourceTypes.map(({ type }) => type),
    );
    expect(Object.keys(body.items[0]).sort()).toEqual([
      'browse',
      'category',
      'description',
      'documentation',
      'files',
      'icon',
      'schema',
      'secrets',
      'sql',
      'title',
      'type',
    ]);
  });

  it('keeps secrets that are left out, removes those that are null', async () => {
    let { etag } = await create('keeps', {
      secrets: { password: { value: 'pass-of-keeps' } },
    });
    const put = async (secrets?: object) => {
      const { body } = await anna
        .put(`${API}/data-sources/keeps`)
        .set('If-Match', etag)
        .send({ ...dataSourceInput('keeps'), secrets })
        .expect(200);
      etag = body.etag;
      return body.secrets.password;
    };
    expect(await put()).toEqual({ set: true, source: 'value' });
    expect(await put({})).toEqual({ set: true, source: 'value' });
    expect(
      await put({ password: { environment: 'SCALEPH_SECRET_A' } }),
    ).toEqual({
      set: true,
      source: 'environment',
      reference: 'SCALEPH_SECRET_A',
    });
    expect(await put()).toMatchObject({ reference: 'SCALEPH_SECRET_A' });
    expect(await put({ password: null })).toEqual({ set: false });
    expect(await put()).toEqual({ set: false });
  });

  it('creates once under one idempotency key', async () => {
    const send = (change = {}) =>
      anna
        .post(`${API}/data-sources`)
        .set('Idempotency-Key', 'key-1')
        .send(
          dataSourceInput('once', {
            secrets: { password: { value: 'pass-of-once' } },
            ...change,
          }),
        );
    const announced = catalogEvents().length;
    const first = await send().expect(201);
    const second = await send().expect(201);
    expect(second.body).toEqual(first.body);
    expect(catalogEvents()).toHaveLength(announced + 1);
    await send({ title: 'other' }).expect(409);
    await send({ secrets: { password: { value: 'other' } } }).expect(409);
  });

  it('is not deleted while a pipeline uses it', async () => {
    const config = { directory: directory.resolve('root/data') };
    const { etag } = await create('used', { type: 'local-directory', config });
    await anna
      .post(`${API}/pipelines`)
      .send({ document: reading('user-of-used', 'used') })
      .expect(201);

    const read = await anna.get(`${API}/data-sources/used`).expect(200);
    expect(read.body.usedBy).toEqual([
      {
        pipeline: 'user-of-used',
        draft: true,
        newest: false,
        versions: [],
        runs: [],
      },
    ]);
    const { body } = await anna
      .delete(`${API}/data-sources/used`)
      .set('If-Match', etag)
      .expect(409);
    expect(body.error.message).toBe(
      'Data source "used" is used by pipeline "user-of-used" (draft): take it out of drafts and newest versions, and stop their runs, first',
    );

    await anna
      .delete(`${API}/pipelines/user-of-used`)
      .set('If-Match', '*')
      .expect(204);
    await anna
      .delete(`${API}/data-sources/used`)
      .set('If-Match', etag)
      .expect(204);
  });

  it('refuses a stale ETag, and a write without one', async () => {
    const { etag } = await create('tagged');
    const path = `${API}/data-sources/tagged`;
    const put = (ifMatch?: string) => {
      const call = anna.put(path).send(dataSourceInput('tagged'));
      return ifMatch ? call.set('If-Match', ifMatch) : call;
    };
    await put().expect(428);
    await anna.delete(path).expect(428);
    const { body } = await put(etag).expect(200);
    await put(etag).expect(412);
    await anna.delete(path).set('If-Match', etag).expect(412);
    const now = await anna.get(path).expect(200);
    expect(now.body).toEqual(body);
    await put('*').expect(200);
  });

  it('lets one of many writers at the same time win', async () => {
    const { etag } = await create('contended');
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        anna
          .put(`${API}/data-sources/contended`)
          .set('If-Match', etag)
          .send(dataSourceInput('contended', { title: `Title ${index}` })),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 412, 412, 412, 412,
    ]);
  });

  describe('refuses, and changes nothing:', () => {
    const path = (name: string) => directory.resolve(name);
    const file = (value: string) => ({
      type: 'local-directory',
      config: { directory: value },
    });
    const config = dataSourceInput('x').config;

    test.each<[string, object, string]>([
      ['a name with spaces', { name: 'my db' }, '/name'],
      ['a name with an emoji', { name: 'db🚀' }, '/name'],
      ['an empty name', { name: '' }, '/name'],
      ['a name of 101 characters', { name: 'x'.repeat(101) }, '/name'],
      ['an unknown field', { colour: 'red' }, '/colour'],
      ['an unknown type', { type: 'paradox' }, 'is not known here'],
      ['no owner', { owner: undefined }, '/owner'],
      ['an owner that is no ref', { owner: 'a:b:c/d/e' }, 'entity ref'],
      ['an owner that is a component', { owner: 'component:x' }, 'entity ref'],
      ['a system that is a group', { system: 'group:x' }, 'entity ref'],
      ['a tag with spaces', { tags: ['a b'] }, '/tags'],
      [
        'a password in the config',
        { config: { ...config, password: 'p' } },
        '/config/password',
      ],
      [
        'a missing host',
        { config: { ...config, host: undefined } },
        '/config/host',
      ],
      [
        'a port that is text',
        { config: { ...config, port: '1' } },
        '/config/port',
      ],
      [
        'an unknown mode of TLS',
        { config: { ...config, ssl: 'x' } },
        'must be one of disable, require, verify-full',
      ],
      [
        'the metadata service',
        { config: { ...config, host: '169.254.169.254' } },
        '/config/host',
      ],
      [
        'the same in disguise',
        { config: { ...config, host: '0xa9fea9fe' } },
        '/config/host',
      ],
      [
        'the same within IPv6',
        { config: { ...config, host: '::ffff:a9fe:a9fe' } },
        '/config/host',
      ],
      ['a directory outside of the roots', file('/etc'), '/config/directory'],
      [
        'dots that lead out',
        file(path('root/../outside')),
        '/config/directory',
      ],
      ['a link that leads out', file(path('root/link')), '/config/directory'],
      [
        'a SQLite file outside',
        { type: 'sqlite', config: { path: '/etc/x.db' } },
        '/config/path',
      ],
      [
        'an unknown secret',
        { secrets: { token: { value: 'x' } } },
        '/secrets/token',
      ],
      [
        'a secret in two forms',
        {
          secrets: {
            password: { value: 'x', environment: 'SCALEPH_SECRET_A' },
          },
        },
        '/secrets/password',
      ],
      [
        'an empty secret',
        { secrets: { password: { value: '' } } },
        '/secrets/password',
      ],
    ])('%s', async (_, change, where) => {
      const before = await dumpDatabase(knex);
      const { body } = await anna
        .post(`${API}/data-sources`)
        .send({ ...dataSourceInput('bad'), ...change })
        .expect(400);
      expect(body.error.name).toBe('InputError');
      expect(JSON.stringify(body.error)).toContain(where);
      expect(await dumpDatabase(knex)).toBe(before);
    });

    test.each<[string, object, number, string]>([
      [
        'an environment variable of the portal',
        { environment: 'PATH' },
        403,
        'may not be used as a secret',
      ],
      [
        'a Kubernetes Secret',
        { kubernetesSecret: { namespace: 'a', name: 'b', key: 'c' } },
        403,
        'scaleph.secrets.kubernetes.allow',
      ],
    ])('a reference to %s', async (_, reference, status, message) => {
      const { body } = await anna
        .post(`${API}/data-sources`)
        .send(
          dataSourceInput('bad', { secrets: { password: reference } as never }),
        )
        .expect(status);
      expect(body.error.message).toContain(message);
      await anna.get(`${API}/data-sources/bad`).expect(404);
    });

    it('a name that is taken', async () => {
      const first = await create('taken');
      const { body } = await anna
        .post(`${API}/data-sources`)
        .send(dataSourceInput('taken', { title: 'Second' }))
        .expect(409);
      expect(body.error.message).toBe('Data source "taken" exists already');
      const now = await anna.get(`${API}/data-sources/taken`);
      expect(now.body).toEqual(first);
    });

    it('another name or type', async () => {
      const first = await create('fixed');
      for (const change of [
        { name: 'renamed' },
        { type: 'mysql' },
        { type: 'sqlite', config: { path: path('root/a.db') } },
      ]) {
        const { body } = await anna
          .put(`${API}/data-sources/fixed`)
          .set('If-Match', first.etag)
          .send(dataSourceInput('fixed', change))
          .expect(400);
        expect(body.error.problems).toMatchObject([{ code: 'immutable' }]);
      }
      const now = await anna.get(`${API}/data-sources/fixed`);
      expect(now.body).toEqual(first);
    });

    it('what does not exist', async () => {
      const missing = `${API}/data-sources/none`;
      await anna.get(missing).expect(404);
      await anna
        .put(missing)
        .set('If-Match', '*')
        .send(dataSourceInput('none'))
        .expect(404);
      await anna.delete(missing).set('If-Match', '*').expect(404);
      await anna.post(`${missing}/test`).send({}).expect(404);
      await anna
        .post(`${API}/data-source-types/paradox/test`)
        .send({ config: {} })
        .expect(404);
    });
  });

  it('tests a directory and remembers the outcome until it changes', async () => {
    const config = { directory: directory.resolve('root/data') };
    const change = { type: 'local-directory', config };
    const { etag } = await create('tested', change);
    const path = `${API}/data-sources/tested`;

    const { body: test } = await anna.post(`${path}/test`).send({}).expect(200);
    expect(test).toEqual({
      ok: true,
      message: '1 entry, readable and writable',
      at: expect.any(String),
      durationMs: expect.any(Number),
    });
    const edited = await anna
      .post(`${path}/test`)
      .send({ config: { directory: directory.resolve('root/none') } })
      .expect(200);
    expect(edited.body).toMatchObject({
      ok: false,
      message: expect.stringContaining('does not exist'),
    });
    const read = await anna.get(path).expect(200);
    expect(read.body.lastTest).toEqual(test);
    expect(read.body.etag).toBe(etag);

    const put = async (input: object) => {
      const { body } = await anna
        .put(path)
        .set('If-Match', '*')
        .send(dataSourceInput('tested', { ...change, ...input }))
        .expect(200);
      return body.lastTest;
    };
    expect(await put({ title: 'New title' })).toEqual(test);
    expect(
      await put({ config: { directory: directory.resolve('root') } }),
    ).toBeUndefined();
  });
});
