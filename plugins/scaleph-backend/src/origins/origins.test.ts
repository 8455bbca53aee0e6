import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  OriginReading,
  PipelineDocument,
  printPipeline,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import request from 'supertest';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';

const run = promisify(execFile);
const API = '/api/scaleph';

describeDatabases('Pipelines that come from a repository', database => {
  let knex: Knex;
  let scaleph: TestScaleph;
  let anna: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    knex = await database.create();
    scaleph = await startTestScaleph({ knex });
    anna = scaleph.as('user:default/anna');
  });

  const document = (name: string, change: (it: PipelineDocument) => void) => {
    const made = pipelineDocument(name) as PipelineDocument;
    change(made);
    return made;
  };
  const yaml = (name: string, query = 'select * from read') =>
    `# ${name} of the shop\n${printPipeline(
      pipelineDocument(name, { query }) as PipelineDocument,
    )}`;
  const reading = (
    name: string,
    change: Partial<OriginReading> = {},
  ): OriginReading => ({
    entityRef: `component:default/${name}`,
    url: `https://git.example.com/shop/blob/main/${name}.yaml`,
    path: `${name}.yaml`,
    yaml: yaml(name),
    commit: 'aaa111',
    ...change,
  });
  const sync = async (body: object, status = 200) => {
    const answer = await request(scaleph.backend.server)
      .post(`${API}/origins`)
      .set(
        'Authorization',
        mockCredentials.service.header({
          onBehalfOf: await mockCredentials.service('plugin:catalog'),
          targetPluginId: 'scaleph',
        }),
      )
      .send(body);
    expect([answer.status, answer.body.error]).toEqual([
      status,
      status === 200 ? undefined : expect.anything(),
    ]);
    return answer.body;
  };
  const get = async (name: string) =>
    (await anna.get(`${API}/pipelines/${name}`).expect(200)).body;

  it('become versions with their commits, once for each meaning', async () => {
    expect(await sync(reading('orders'))).toEqual({
      pipeline: 'orders',
      version: 1,
      dataSources: [],
      problems: [],
    });
    expect(await get('orders')).toMatchObject({
      entityRef: 'component:default/orders',
      publishedVersion: 1,
      hasUnpublishedChanges: false,
      updatedBy: 'service:plugin:catalog',
      origin: {
        url: 'https://git.example.com/shop/blob/main/orders.yaml',
        commit: 'aaa111',
        versionCommits: { 1: 'aaa111' },
      },
    });
    const { etag } = await get('orders');
    scaleph.published.length = 0;
    // Read again, and a commit that changed another file.
    await sync(reading('orders'));
    await sync(reading('orders', { commit: 'bbb222' }));
    expect(scaleph.published).toEqual([]);
    expect(await get('orders')).toMatchObject({
      etag,
      origin: { commit: 'bbb222', versionCommits: { 1: 'aaa111' } },
    });
    const changed = yaml('orders', 'select id from read');
    expect(
      await sync(reading('orders', { yaml: changed, commit: 'ccc333' })),
    ).toMatchObject({ version: 2 });
    expect(await get('orders')).toMatchObject({
      origin: { versionCommits: { 1: 'aaa111', 2: 'ccc333' } },
    });
    const { body } = await anna
      .get(`${API}/pipelines/orders/versions/2`)
      .expect(200);
    expect(body.message).toBe('Commit ccc333');
    expect(scaleph.published.map(({ topic }) => topic)).toEqual([
      'scaleph.catalog',
      'signals',
    ]);
  });

  it('do not take over what came to be while they were read', async () => {
    const authorization = mockCredentials.service.header({
      onBehalfOf: await mockCredentials.service('plugin:catalog'),
      targetPluginId: 'scaleph',
    });
    const read = async (entity: string) => {
      const entityRef = `component:default/${entity}`;
      const { status, body } = await request(scaleph.backend.server)
        .post(`${API}/origins`)
        .set('Authorization', authorization)
        .send(reading('contested', { entityRef }));
      return status === 200 && body.message === undefined ? [entityRef] : [];
    };
    // Each may ask whose the name is before any of them has written.
    const answers = await Promise.all(
      ['one', 'two', 'three', 'four'].map(read),
    );
    expect(answers.flat()).toHaveLength(1);
    expect((await get('contested')).origin.entityRef).toBe(answers.flat()[0]);
  });

  it('keep the version before when the file has problems, and say so', async () => {
    await sync(reading('refunds'));
    const broken = yaml('refunds').replace('Console', 'Cnosole');
    const state = await sync(reading('refunds', { yaml: broken }));
    expect(state).toMatchObject({
      version: 1,
      problems: [{ code: 'unknown-connector' }],
    });
    expect(await get('refunds')).toMatchObject({
      publishedVersion: 1,
      hasUnpublishedChanges: true,
      origin: { problems: [{ code: 'unknown-connector' }] },
    });
    const gone = reading('refunds', { yaml: undefined, error: 'Not found' });
    expect(await sync(gone)).toMatchObject({ message: 'Not found' });
    expect((await get('refunds')).origin.error).toBe('Not found');
    const noPipeline = reading('refunds', { yaml: 'kind: Nothing' });
    expect((await sync(noPipeline)).message).toMatch(/is not a pipeline/);
    // Healed: the same meaning as version 1, and so no new one.
    expect(await sync(reading('refunds'))).toMatchObject({ version: 1 });
    const { origin, hasUnpublishedChanges } = await get('refunds');
    expect([origin.error, hasUnpublishedChanges]).toEqual([undefined, false]);
  });

  it('take no name that is taken, and keep theirs', async () => {
    await anna
      .post(`${API}/pipelines`)
      .send({ document: pipelineDocument('mine') })
      .expect(201);
    expect((await sync(reading('mine'))).message).toMatch(
      /exists in the portal already/,
    );
    expect((await get('mine')).origin).toBeUndefined();
    await sync(reading('first'));
    const other = reading('first', { entityRef: 'component:default/thief' });
    expect((await sync(other)).message).toMatch(/comes from .* already/);
    const renamed = reading('first', { yaml: yaml('second') });
    expect((await sync(renamed)).message).toMatch(/is now called "second"/);
    await anna.get(`${API}/pipelines/second`).expect(404);
  });

  describe('whose entity names another repository', () => {
    const at = (name: string, repository: string) =>
      reading(name, {
        repository: `git.example.com/${repository}`,
        url: `https://git.example.com/${repository}/${name}.yaml`,
        yaml: yaml(name, `select * from read where '${repository}' = 'shop'`),
      });
    const accept = (name: string, url: string, who = anna) =>
      who.put(`${API}/pipelines/${name}/origin`).send({ url });

    it('stay as they are until somebody accepts it', async () => {
      await sync(at('kept', 'shop'));
      const thief = at('kept', 'thief');
      const state = await sync(thief);
      expect(state).toMatchObject({ pipeline: 'kept', version: 1 });
      expect(state.message).toMatch(/names https:.*thief.* in another repo/);
      const text = JSON.stringify((await get('kept')).document);
      expect(text).toContain("'shop' = 'shop'");
      expect((await get('kept')).origin).toMatchObject({
        url: at('kept', 'shop').url,
        movedTo: thief.url,
        error: state.message,
      });
      // Nor may it tell of errors of its own in the name of the other.
      const unread = { ...thief, yaml: undefined, error: 'Not found' };
      expect((await sync(unread)).message).toBe(state.message);
      await accept('kept', 'https://elsewhere.example.com').expect(409);
      const accepted = await accept('kept', thief.url).expect(200);
      expect(accepted.body.origin.movedTo).toBeUndefined();
      await accept('kept', thief.url).expect(409);
      expect(await sync(thief)).toMatchObject({ version: 2 });
      expect((await get('kept')).origin.url).toBe(thief.url);
      expect((await sync(at('kept', 'shop'))).message).toMatch(/another/);
    });

    it('forget what waits when the entity names theirs again', async () => {
      await sync(at('back', 'shop'));
      await sync(at('back', 'thief'));
      await sync({ ...at('back', 'shop'), yaml: 'kind: Nothing' });
      expect((await get('back')).origin.movedTo).toBeUndefined();
      await accept('back', at('back', 'thief').url).expect(409);
    });

    it('may move within their repository', async () => {
      await sync(at('inside', 'shop'));
      const url = 'https://git.example.com/shop/blob/other/flows/inside.yaml';
      const moved = { ...at('inside', 'shop'), url };
      expect((await sync(moved)).message).toBeUndefined();
      expect((await get('inside')).origin.url).toBe(url);
    });

    it('are known by their URL where they were read before repositories were told', async () => {
      await sync(reading('old'));
      expect((await sync(at('old', 'thief'))).message).toMatch(/another/);
      const repository = 'git.example.com/shop';
      await sync({ ...reading('old'), repository });
      const url = 'https://git.example.com/shop/blob/main/moved.yaml';
      const moved = await sync({ ...reading('old'), repository, url });
      expect(moved.message).toBeUndefined();
    });

    it('are accepted by none that may not change them', async () => {
      await sync(at('guarded', 'shop'));
      await sync(at('guarded', 'thief'));
      const readers = await startTestScaleph({
        knex,
        permissions: new PolicyPermissions({
          handle: async ({ permission: { name } }) => ({
            result: name.endsWith('.update')
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          }),
        }),
      });
      const reader = readers.as('user:default/anna');
      const { url } = at('guarded', 'thief');
      await accept('guarded', url, reader).expect(403);
      expect((await get('guarded')).origin.movedTo).toBe(url);
    });
  });

  it('are taken from the catalog alone', async () => {
    await anna.post(`${API}/origins`).send(reading('x')).expect(403);
    await request(scaleph.backend.server)
      .post(`${API}/origins`)
      .set(
        'Authorization',
        mockCredentials.service.header({
          onBehalfOf: await mockCredentials.service('plugin:other'),
          targetPluginId: 'scaleph',
        }),
      )
      .send(reading('x'))
      .expect(403);
    await sync({ ...reading('x'), error: 'both' }, 400);
  });

  it('cannot be edited in the portal until they are detached', async () => {
    await sync(reading('stock'));
    const { etag } = await get('stock');
    const edit = { document: pipelineDocument('stock', { query: 'select 1' }) };
    const put = () =>
      anna.put(`${API}/pipelines/stock`).set('If-Match', '*').send(edit);
    expect((await put().expect(409)).body.error.message).toMatch(
      /comes from https:\/\/git.example.com/,
    );
    await anna
      .post(`${API}/pipelines/stock/versions`)
      .set('If-Match', '*')
      .send({})
      .expect(409);
    await anna.delete(`${API}/pipelines/stock/origin`).expect(428);
    const detached = await anna
      .delete(`${API}/pipelines/stock/origin`)
      .set('If-Match', etag)
      .expect(200);
    expect(detached.body.origin).toBeUndefined();
    await put().expect(200);
    // The file is still there, and takes nothing over.
    expect((await sync(reading('stock'))).message).toMatch(/exists/);
    await anna
      .delete(`${API}/pipelines/stock/origin`)
      .set('If-Match', '*')
      .expect(404);
  });

  it('answer an edit with a patch that git applies, with the comments of the file', async () => {
    await sync(reading('patched'));
    const edited = document('patched', ({ spec }) => {
      spec.nodes[1].options = { query: 'select id from read' };
      spec.nodes.push({ id: 'again', kind: 'sink', connector: 'Console' });
      spec.edges.push({ from: 'all', to: 'again' });
    });
    const { body } = await anna
      .post(`${API}/pipelines/patched/patches`)
      .send({ document: edited })
      .expect(200);
    expect(body).toMatchObject({ path: 'patched.yaml', commit: 'aaa111' });
    const directory = await mkdtemp(join(tmpdir(), 'patch-'));
    try {
      const file = join(directory, 'patched.yaml');
      await writeFile(file, yaml('patched'));
      await writeFile(join(directory, 'change.patch'), body.patch);
      await run('git', ['init', '--quiet'], { cwd: directory });
      await run('git', ['apply', 'change.patch'], { cwd: directory });
      const text = await readFile(file, 'utf8');
      expect(text).toBe(body.yaml);
      expect(text).toMatch(/^# patched of the shop\n/);
      expect(text).toContain('again');
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
    const same = await anna
      .post(`${API}/pipelines/patched/patches`)
      .send({ yaml: yaml('patched') })
      .expect(200);
    expect(same.body.patch).toBe('');
    await anna
      .post(`${API}/pipelines/patched/patches`)
      .send({ document: pipelineDocument('other') })
      .expect(400);
  });

  it('use no uploaded jar: nobody was asked whether they may read it', async () => {
    const text = printPipeline(
      document('jarred', ({ spec }) => {
        spec.type = 'flink-jar';
        spec.nodes = [];
        spec.edges = [];
        spec.jar = { artifact: { upload: 'secret.jar' } };
      }),
    );
    const state = await sync(reading('jarred', { yaml: text }));
    expect(state.version).toBeUndefined();
    expect(state.problems.map(({ code }: { code: string }) => code)).toContain(
      'upload-from-repository',
    );
  });

  it('go with their origin when they are deleted', async () => {
    await sync(reading('gone'));
    await anna.delete(`${API}/pipelines/gone`).set('If-Match', '*').expect(204);
    expect(await sync(reading('gone'))).toMatchObject({ version: 1 });
  });
});
