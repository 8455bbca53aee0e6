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
  RESOURCE_TYPE_SCALEPH_TARGET,
  scalephTargetCreatePermission,
  scalephTargetReadPermission,
  scalephTargetTypeReadPermission,
  scalephTargetUiPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ClusterEngine,
  clusterEngineModule,
} from '../__testUtils__/clusterEngine';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { targetInput } from '../__testUtils__/targetInput';
import {
  createScalephTargetConditionalDecision,
  scalephConditions,
} from '../permissions/conditionExports';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph';
const GROUPS: Record<string, string[]> = {
  'user:default/anna': ['group:default/data'],
  'user:default/otto': ['group:default/ops'],
};
const allow = { result: AuthorizeResult.ALLOW } as const;
const deny = { result: AuthorizeResult.DENY } as const;

/** admin may everything; reader may read; viewer sees the pages of clusters too; guest may nothing; the others create, and do anything with what their group owns. */
class TestPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const ref = user?.info.userEntityRef ?? '';
    if (ref === 'user:default/admin') return allow;
    const isRead =
      isPermission(permission, scalephTargetReadPermission) ||
      isPermission(permission, scalephTargetTypeReadPermission);
    if (ref === 'user:default/reader') return isRead ? allow : deny;
    if (ref === 'user:default/viewer') {
      const isUi = isPermission(permission, scalephTargetUiPermission);
      return isRead || isUi ? allow : deny;
    }
    const claims = GROUPS[ref];
    if (!claims) return deny;
    if (isResourcePermission(permission, RESOURCE_TYPE_SCALEPH_TARGET)) {
      return createScalephTargetConditionalDecision(
        permission,
        scalephConditions.target.isOwner({ claims }),
      );
    }
    return isRead || isPermission(permission, scalephTargetCreatePermission)
      ? allow
      : deny;
  }
}

describeDatabases('A permission policy over targets', database => {
  const engine = new ClusterEngine();
  let scaleph: TestScaleph;
  let etag: string;

  type User = ReturnType<TestScaleph['as']>;
  type Call = [string, (user: User) => ReturnType<User['get']>];

  const as = (name: string) => scaleph.as(`user:default/${name}`);
  const path = `${API}/targets/of-data`;

  beforeAll(async () => {
    scaleph = await startTestScaleph({
      knex: await database.create(),
      permissions: new PolicyPermissions(new TestPolicy()),
      features: [clusterEngineModule(engine)],
    });
    for (const name of ['of-data', 'of-ops']) {
      const owner = name.replace('of-', 'group:default/');
      const { headers } = await as('admin')
        .post(`${API}/targets`)
        .send(targetInput(name, { owner }))
        .expect(201);
      if (name === 'of-data') etag = headers.etag;
    }
  });

  it.each([
    ['admin', ['embedded', 'of-data', 'of-ops']],
    ['reader', ['embedded', 'of-data', 'of-ops']],
    ['anna', ['embedded', 'of-data']],
    ['otto', ['embedded', 'of-ops']],
  ])('shows %s the targets %j', async (user, names) => {
    const { body } = await as(user).get(`${API}/targets`).expect(200);
    expect(body.items.map(({ name }: never) => name)).toEqual(names);
  });

  it('shows who may read none not even the built-in ones', async () => {
    await as('guest').get(`${API}/targets`).expect(403);
    await as('guest').get(`${API}/targets/embedded`).expect(403);
    await as('anna').get(`${API}/targets/embedded`).expect(200);
  });

  describe('warns of a cluster that is registered already', () => {
    const at = (url: string) => ({ config: { url } });
    const test = async (user: string, url: string) => {
      const { body } = await as(user)
        .post(`${API}/target-types/cluster/test`)
        .send(at(url))
        .expect(200);
      expect(body.ok).toBe(true);
      return body.warnings;
    };

    it('those who may read the other one, and them alone', async () => {
      const url = 'HTTP://127.0.0.1:8081/';
      const [ofData, ofOps] = ['of-data', 'of-ops'].map(name =>
        expect.stringContaining(`Target "${name}" has the same address`),
      );
      expect(await test('admin', url)).toEqual([ofData, ofOps]);
      expect(await test('anna', url)).toEqual([ofData]);
      expect(await test('otto', url)).toEqual([ofOps]);
      expect(await test('anna', 'http://127.0.0.1:9999')).toBeUndefined();
    });

    it('by the processes, when it has another address', async () => {
      const shared = ['taskmanager-1'];
      engine.state.processes = {
        'http://127.0.0.1:8081': shared,
        'http://127.0.0.1:7777': [...shared, 'taskmanager-2'],
      };
      expect(await test('anna', 'http://127.0.0.1:7777')).toEqual([
        expect.stringContaining('Target "of-data" has the same processes'),
      ]);
      engine.state.processes = {};
    });

    it('on registering and changing it; and keeps nothing of it', async () => {
      const input = targetInput('twin', { owner: 'group:default/data' });
      const warnings = [expect.stringContaining('"of-data"')];
      const created = await as('anna').post(`${API}/targets`).send(input);
      expect(created.body.warnings).toEqual(warnings);
      const twin = `${API}/targets/twin`;
      const tested = await as('anna').post(`${twin}/test`).send({});
      expect(tested.body.warnings).toEqual(warnings);
      const { body, headers } = await as('anna').get(twin);
      expect(JSON.stringify(body)).not.toContain('of-data');
      const changed = await as('anna')
        .put(twin)
        .set('If-Match', headers.etag)
        .send({ ...input, ...at('http://127.0.0.1:5555') })
        .expect(200);
      expect(changed.body.warnings).toBeUndefined();
      await as('anna').delete(twin).set('If-Match', changed.headers.etag);
    });
  });

  const reads: Call[] = [
    ['get', user => user.get(path)],
    ['overview', user => user.get(`${path}/overview`)],
    ['configuration', user => user.get(`${path}/configuration`)],
    ['processes', user => user.get(`${path}/processes`)],
  ];
  const writes: Call[] = [
    [
      'update',
      user =>
        user
          .put(path)
          .set('If-Match', etag)
          .send(targetInput('of-data', { owner: 'group:default/data' })),
    ],
    ['delete', user => user.delete(path).set('If-Match', etag)],
    ['test', user => user.post(`${path}/test`).send({})],
    ['logs', user => user.get(`${path}/text?process=jobmanager&text=log`)],
    ['user interface', user => user.post(`${path}/ui-tickets`)],
  ];

  it.each([...reads, ...writes])(
    'hides a target from strangers on %s',
    async (_verb, call) => {
      for (const stranger of ['otto']) {
        const { status, body } = await call(as(stranger));
        expect([status, body.error?.message]).toEqual([
          404,
          'Target "of-data" does not exist',
        ]);
      }
    },
  );

  it.each(reads)('lets a reader %s', async (_verb, call) => {
    await call(as('reader')).expect(200);
  });

  it.each(writes)('answers 403 to a reader on %s', async (_verb, call) => {
    const { body } = await call(as('reader')).expect(403);
    expect(body.error.message).toContain(
      'you lack the permission scaleph.target.',
    );
  });

  it('shows the logs to those who may open its own pages', async () => {
    const logs = `${path}/text?process=jobmanager&text=log`;
    await as('viewer').get(logs).expect(200);
  });

  it('lets nobody give a target away, or register one for another group', async () => {
    const given = targetInput('of-data', { owner: 'group:default/ops' });
    await as('anna').put(path).set('If-Match', etag).send(given).expect(403);
    const theirs = targetInput('x', { owner: 'group:default/ops' });
    await as('anna').post(`${API}/targets`).send(theirs).expect(403);
    await as('reader')
      .post(`${API}/targets`)
      .send(targetInput('x'))
      .expect(403);
    await as('reader')
      .post(`${API}/target-types/cluster/test`)
      .send({ config: targetInput('x').config })
      .expect(403);
    await as('guest').get(`${API}/target-types`).expect(403);
    await as('reader').get(`${API}/target-types`).expect(200);
  });

  it('lets an owner do it all', async () => {
    for (const [verb, call] of [...reads, ...writes]) {
      if (verb === 'delete') continue;
      const { status } = await call(as('anna'));
      expect([verb, status < 300]).toEqual([verb, true]);
    }
    await as('anna').delete(path).set('If-Match', '*').expect(204);
  });
});
