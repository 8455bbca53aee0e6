import { mockCredentials } from '@backstage/backend-test-utils';
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
  RESOURCE_TYPE_SCALEPH_PIPELINE,
  RESOURCE_TYPE_SCALEPH_RUN,
  scalephPipelineCreatePermission,
  scalephPipelineReadPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import {
  createScalephPipelineConditionalDecision,
  createScalephRunConditionalDecision,
  scalephConditions,
} from './conditionExports';

const API = '/api/scaleph';
const GROUPS: Record<string, string[]> = {
  'user:default/anna': ['user:default/anna', 'group:default/data'],
  'user:default/otto': ['user:default/otto', 'group:default/ops'],
};

/**
 * admin may everything; reader may read pipelines and nothing else; guest may
 * nothing; the others create, and do anything with what their groups own.
 */
class TestPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const ref = user?.info.userEntityRef ?? '';
    if (ref === 'user:default/admin') return { result: AuthorizeResult.ALLOW };
    if (ref === 'user:default/reader') {
      return {
        result: isPermission(permission, scalephPipelineReadPermission)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      };
    }
    const claims = GROUPS[ref];
    if (!claims) return { result: AuthorizeResult.DENY };
    if (isResourcePermission(permission, RESOURCE_TYPE_SCALEPH_PIPELINE)) {
      return createScalephPipelineConditionalDecision(
        permission,
        scalephConditions.pipeline.isOwner({ claims }),
      );
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_SCALEPH_RUN)) {
      return createScalephRunConditionalDecision(permission, {
        not: { not: scalephConditions.run.isOwner({ claims }) },
      });
    }
    return {
      result:
        isPermission(permission, scalephPipelineCreatePermission) ||
        permission.attributes.action === 'read'
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    };
  }
}

describeDatabases('A permission policy over pipelines', database => {
  let as: TestScaleph['as'];
  let scaleph: TestScaleph;
  let dataEtag: string;

  beforeAll(async () => {
    scaleph = await startTestScaleph({
      knex: await database.create(),
      permissions: new PolicyPermissions(new TestPolicy()),
    });
    as = scaleph.as;
    const admin = as('user:default/admin');
    for (const [name, owner] of [
      ['of-data', 'group:default/data'],
      ['of-ops', 'group:default/ops'],
    ]) {
      const { body } = await admin
        .post(`${API}/pipelines`)
        .send({ document: pipelineDocument(name, { owner }), publish: true })
        .expect(201);
      if (name === 'of-data') dataEtag = body.etag;
      await admin.post(`${API}/pipelines/${name}/runs`).send({}).expect(201);
    }
  });

  it.each([
    ['admin', ['of-data', 'of-ops']],
    ['reader', ['of-data', 'of-ops']],
    ['anna', ['of-data']],
    ['otto', ['of-ops']],
    ['guest', []],
  ])('shows %s the pipelines %j', async (user, names) => {
    const { body } = await as(`user:default/${user}`)
      .get(`${API}/pipelines`)
      .expect(200);
    expect(body.items.map((item: { name: string }) => item.name)).toEqual(
      names,
    );
    expect(body.totalItems).toBe(names.length);
  });

  it('shows the last run to those who may read it', async () => {
    const anna = await as('user:default/anna').get(`${API}/pipelines/of-data`);
    expect(anna.body.lastRun).toMatchObject({ pipeline: 'of-data' });
    const reader = await as('user:default/reader').get(`${API}/pipelines`);
    expect(reader.body.items[0].lastRun).toBeUndefined();
  });

  type Call = [
    string,
    (
      user: ReturnType<TestScaleph['as']>,
    ) => Promise<{ status: number; body: { error?: { message: string } } }>,
  ];
  const etag = () => dataEtag;
  const document = () =>
    pipelineDocument('of-data', { owner: 'group:default/data' });
  const reads: Call[] = [
    ['get', async user => user.get(`${API}/pipelines/of-data`)],
    ['versions', async user => user.get(`${API}/pipelines/of-data/versions`)],
    ['version', async user => user.get(`${API}/pipelines/of-data/versions/1`)],
    ['diff', async user => user.get(`${API}/pipelines/of-data/diff`)],
    ['plan', async user => user.post(`${API}/pipelines/of-data/plan`).send({})],
  ];
  const writes: Call[] = [
    [
      'update',
      async user =>
        user
          .put(`${API}/pipelines/of-data`)
          .set('If-Match', etag())
          .send({ document: document() }),
    ],
    [
      'publish',
      async user =>
        user
          .post(`${API}/pipelines/of-data/versions`)
          .set('If-Match', etag())
          .send({}),
    ],
    [
      'delete',
      async user =>
        user.delete(`${API}/pipelines/of-data`).set('If-Match', etag()),
    ],
    ['run', async user => user.post(`${API}/pipelines/of-data/runs`).send({})],
  ];

  it.each([...reads, ...writes])(
    'hides a pipeline from strangers on %s: 404, in the words of one that does not exist',
    async (_verb, call) => {
      for (const stranger of ['otto', 'guest']) {
        const { status, body } = await call(as(`user:default/${stranger}`));
        expect(status).toBe(404);
        expect(body.error?.message).toBe('Pipeline "of-data" does not exist');
      }
    },
  );

  it.each(reads)('lets a reader %s', async (_verb, call) => {
    expect((await call(as('user:default/reader'))).status).toBe(200);
  });

  it.each(writes)('answers 403 to a reader on %s', async (_verb, call) => {
    const { status, body } = await call(as('user:default/reader'));
    expect(status).toBe(403);
    expect(body.error?.message).toContain('you lack the permission scaleph.');
    const now = await as('user:default/admin').get(`${API}/pipelines/of-data`);
    expect(now.body.etag).toBe(dataEtag);
  });

  it('refuses to create for an owner that one is not', async () => {
    const anna = as('user:default/anna');
    const create = (owner: string) =>
      anna
        .post(`${API}/pipelines`)
        .send({ document: pipelineDocument('new-one', { owner }) });
    const refused = await create('group:default/ops').expect(403);
    expect(refused.body.error.message).toContain('owner "group:default/ops"');
    await as('user:default/admin').get(`${API}/pipelines/new-one`).expect(404);
    await create('group:default/data').expect(201);
  });

  it('refuses to create to those who may not at all', async () => {
    await as('user:default/reader')
      .post(`${API}/pipelines`)
      .send({ document: pipelineDocument('never') })
      .expect(403);
  });

  it('refuses to give a pipeline away to an owner that one is not', async () => {
    const anna = as('user:default/anna');
    const given = pipelineDocument('of-data', { owner: 'group:default/ops' });
    await anna
      .put(`${API}/pipelines/of-data`)
      .set('If-Match', dataEtag)
      .send({ document: given })
      .expect(403);
    await as('user:default/otto').get(`${API}/pipelines/of-data`).expect(404);
  });

  it('lets the owner do everything', async () => {
    const anna = as('user:default/anna');
    const saved = await anna
      .put(`${API}/pipelines/of-data`)
      .set('If-Match', dataEtag)
      .send({
        document: pipelineDocument('of-data', { query: 'select 1 as one' }),
      })
      .expect(200);
    await anna
      .post(`${API}/pipelines/of-data/versions`)
      .set('If-Match', saved.body.etag)
      .send({})
      .expect(201);
  });

  it('evaluates conditions also for the permission back end', async () => {
    const conditions = scalephConditions.pipeline.isOwner({
      claims: ['group:default/data'],
    });
    const { body } = await scaleph
      .as('user:default/anna')
      .post(`${API}/.well-known/backstage/permissions/apply-conditions`)
      .set('Authorization', mockCredentials.service.header())
      .send({
        items: ['of-data', 'of-ops', 'nothing'].map(resourceRef => ({
          id: resourceRef,
          resourceRef,
          resourceType: RESOURCE_TYPE_SCALEPH_PIPELINE,
          conditions,
        })),
      })
      .expect(200);
    expect(body.items).toEqual([
      { id: 'of-data', result: 'ALLOW' },
      { id: 'of-ops', result: 'DENY' },
      { id: 'nothing', result: 'DENY' },
    ]);
  });
});
