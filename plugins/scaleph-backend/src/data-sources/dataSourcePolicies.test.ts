import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_SCALEPH_DATA_SOURCE,
  RESOURCE_TYPE_SCALEPH_PIPELINE,
  scalephDataSourceCreatePermission,
  scalephDataSourceReadPermission,
  scalephDataSourceTestPermission,
  scalephDataSourceTypeReadPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import {
  createScalephDataSourceConditionalDecision,
  createScalephPipelineConditionalDecision,
  scalephConditions,
} from '../permissions/conditionExports';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';
const GROUPS: Record<string, string[]> = {
  'user:default/anna': ['user:default/anna', 'group:default/data'],
  'user:default/otto': ['user:default/otto', 'group:default/ops'],
};
const directory = createMockDirectory({
  content: { data: { 'a.csv': '1' }, other: {} },
});

/**
 * admin may everything; reader may read data sources and their types; tester
 * may read and test them; guest may nothing; the others create, and do anything
 * with what their groups own.
 */
class TestPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const [allow, deny] = [
      { result: AuthorizeResult.ALLOW } as const,
      { result: AuthorizeResult.DENY } as const,
    ];
    const ref = user?.info.userEntityRef ?? '';
    if (ref === 'user:default/admin') return allow;
    const isRead =
      isPermission(permission, scalephDataSourceReadPermission) ||
      isPermission(permission, scalephDataSourceTypeReadPermission);
    if (ref === 'user:default/reader') return isRead ? allow : deny;
    if (ref === 'user:default/tester') {
      return isRead || isPermission(permission, scalephDataSourceTestPermission)
        ? allow
        : deny;
    }
    const claims = GROUPS[ref];
    if (!claims) return deny;
    if (isResourcePermission(permission, RESOURCE_TYPE_SCALEPH_DATA_SOURCE)) {
      return createScalephDataSourceConditionalDecision(
        permission,
        scalephConditions.dataSource.isOwner({ claims }),
      );
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_SCALEPH_PIPELINE)) {
      return createScalephPipelineConditionalDecision(
        permission,
        scalephConditions.pipeline.isOwner({ claims }),
      );
    }
    return isPermission(permission, scalephDataSourceCreatePermission) ||
      permission.attributes.action === 'read' ||
      permission.attributes.action === 'create'
      ? allow
      : deny;
  }
}

describeDatabases('A permission policy over data sources', database => {
  let scaleph: TestScaleph;
  let etag: string;

  type User = ReturnType<TestScaleph['as']>;
  type Answer = {
    status: number;
    body: { error?: { name: string; message: string } };
  };
  type Call = [string, (user: User) => Promise<Answer>];

  const as = (name: string) => scaleph.as(`user:default/${name}`);
  const input = (name: string, owner: string, folder = 'data') => ({
    name,
    type: 'local-directory',
    owner,
    config: { directory: directory.resolve(folder) },
  });
  const reading = (name: string, owner: string, dataSource: string) => {
    const document = pipelineDocument(name, { owner });
    document.spec.nodes[0] = {
      id: 'read',
      kind: 'source',
      connector: 'LocalFile',
      dataSource,
      options: { path: 'a.csv', file_format_type: 'csv' },
    } as never;
    return document;
  };

  beforeAll(async () => {
    scaleph = await startTestScaleph({
      knex: await database.create(),
      roots: [directory.path],
      permissions: new PolicyPermissions(new TestPolicy()),
    });
    for (const [name, owner] of [
      ['of-data', 'group:default/data'],
      ['of-ops', 'group:default/ops'],
    ]) {
      const { body } = await as('admin')
        .post(`${API}/data-sources`)
        .send(input(name, owner))
        .expect(201);
      if (name === 'of-data') etag = body.etag;
    }
    for (const [name, owner] of [
      ['pipeline-of-data', 'group:default/data'],
      ['pipeline-of-ops', 'group:default/ops'],
    ]) {
      await as('admin')
        .post(`${API}/pipelines`)
        .send({ document: reading(name, owner, 'of-data') })
        .expect(201);
    }
  });

  it.each([
    ['admin', ['of-data', 'of-ops']],
    ['reader', ['of-data', 'of-ops']],
    ['anna', ['of-data']],
    ['otto', ['of-ops']],
    ['guest', []],
  ])('shows %s the data sources %j', async (user, names) => {
    const { body } = await as(user).get(`${API}/data-sources`).expect(200);
    expect(body.items.map((item: { name: string }) => item.name)).toEqual(
      names,
    );
    expect(body.totalItems).toBe(names.length);
  });

  it.each([
    ['admin', ['pipeline-of-data', 'pipeline-of-ops'], undefined],
    ['anna', ['pipeline-of-data'], 1],
    ['reader', [], 2],
  ])(
    'tells %s of the users %j, and of %s others',
    async (user, names, others) => {
      const { body } = await as(user)
        .get(`${API}/data-sources/of-data`)
        .expect(200);
      expect(
        body.usedBy.map(({ pipeline }: { pipeline: string }) => pipeline),
      ).toEqual(names);
      expect(body.usedByOthers).toBe(others);
    },
  );

  it.each([
    ['admin', 200],
    ['anna', 200],
    ['reader', 403],
    ['tester', 403],
    ['otto', 404],
    ['guest', 404],
  ])('lets %s look into a data source: %i', async (user, status) => {
    const name = `${API}/data-sources/of-data`;
    await as(user).get(`${name}/objects`).expect(status);
    const { text } = await as(user)
      .get(`${name}/rows?path=a.csv`)
      .expect(status);
    // Without an engine that reads files there are none, which only those are told who may use it.
    expect(/embedded engine/.test(text)).toBe(status === 200);
  });

  const path = `${API}/data-sources/of-data`;
  const update: Call = [
    'update',
    async user =>
      user
        .put(path)
        .set('If-Match', etag)
        .send(input('of-data', 'group:default/data')),
  ];
  const remove: Call = [
    'delete',
    async user => user.delete(path).set('If-Match', etag),
  ];
  const test: Call = ['test', async user => user.post(`${path}/test`).send({})];
  const testEdit: Call = [
    'test an edit',
    async user =>
      user
        .post(`${path}/test`)
        .send({ config: { directory: directory.resolve('other') } }),
  ];
  const get: Call = ['get', async user => user.get(path)];

  it.each([get, update, remove, test, testEdit])(
    'hides a data source from strangers on %s',
    async (_verb, call) => {
      for (const stranger of ['otto', 'guest']) {
        const { status, body } = await call(as(stranger));
        expect(status).toBe(404);
        expect(body.error?.message).toBe(
          'Data source "of-data" does not exist',
        );
      }
    },
  );

  it.each([update, remove, test, testEdit])(
    'answers 403 to a reader on %s, and nothing changes',
    async (_verb, call) => {
      const { status, body } = await call(as('reader'));
      expect(status).toBe(403);
      expect(body.error?.message).toContain('you lack the permission scaleph.');
      const now = await as('admin').get(path);
      expect(now.body.etag).toBe(etag);
      expect(now.body.lastTest).toBeUndefined();
    },
  );

  it('lets a tester test what is stored, and not an edit of it', async () => {
    const [, testStored] = test;
    const [, testEdited] = testEdit;
    expect((await testStored(as('tester'))).status).toBe(200);
    const edited = await testEdited(as('tester'));
    expect(edited.status).toBe(403);
    expect(edited.body.error?.message).toContain('scaleph.data-source.update');
  });

  it.each([
    ['create', 'post', `${API}/data-sources`, input('x', 'group:default/data')],
    [
      'try',
      'post',
      `${API}/data-source-types/local-directory/test`,
      { config: input('x', '').config },
    ],
  ] as const)('refuses a reader to %s', async (_verb, method, url, body) => {
    await as('reader')[method](url).send(body).expect(403);
    await as('anna')
      [method](url)
      .send(body)
      .expect(url.endsWith('test') ? 200 : 201);
  });

  it('lets those see the types who may', async () => {
    await as('reader').get(`${API}/data-source-types`).expect(200);
    await as('guest').get(`${API}/data-source-types`).expect(403);
  });

  it('refuses an owner that one is not, on create and on update', async () => {
    const theirs = 'group:default/ops';
    const refused = await as('anna')
      .post(`${API}/data-sources`)
      .send(input('gift', theirs))
      .expect(403);
    expect(refused.body.error.message).toContain(`owner "${theirs}"`);
    await as('admin').get(`${API}/data-sources/gift`).expect(404);
    await as('anna')
      .put(path)
      .set('If-Match', etag)
      .send(input('of-data', theirs))
      .expect(403);
    await as('otto').get(path).expect(404);
  });

  it('names, when it refuses to delete, only the pipelines that one may see', async () => {
    const { body } = await as('anna')
      .delete(path)
      .set('If-Match', etag)
      .expect(409);
    expect(body.error.message).toBe(
      'Data source "of-data" is used by pipeline "pipeline-of-data" (draft) and 1 other: take it out of drafts and newest versions, and stop their runs, first',
    );
  });

  it('lets a pipeline be published only with data sources that one may use', async () => {
    const publish = (user: string, name: string, dataSource: string) =>
      as(user)
        .post(`${API}/pipelines`)
        .send({
          document: reading(name, 'group:default/data', dataSource),
          publish: true,
        });
    const refused = await publish('anna', 'p-theirs', 'of-ops').expect(403);
    expect(refused.body.error.message).toBe(
      'Data source "of-ops": you lack the permission scaleph.data-source.use on it',
    );
    await as('admin').get(`${API}/pipelines/p-theirs`).expect(404);
    await publish('admin', 'p-admin', 'of-ops').expect(201);
  });

  it('lets the owner do everything', async () => {
    const [, updateIt] = update;
    expect((await updateIt(as('anna'))).status).toBe(200);
    const [, testEdited] = testEdit;
    expect((await testEdited(as('anna'))).status).toBe(200);
  });

  it('audits what was refused', () => {
    const failed = scaleph.auditor.events
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ eventId, error }) => `${eventId} ${error}`);
    expect(failed).toEqual(
      expect.arrayContaining([
        'data-source-create NotAllowedError',
        'data-source-update NotFoundError',
        'data-source-delete ConflictError',
        'data-source-test NotAllowedError',
      ]),
    );
  });

  it('wants a token', async () => {
    await as('anna')
      .get(`${API}/data-sources`)
      .set('Authorization', 'Bearer nonsense')
      .expect(401);
  });
});
