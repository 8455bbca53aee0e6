import {
  AuthorizeResult,
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
} from '@scaleph/backstage-plugin-scaleph-common';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { waitFor } from '../__testUtils__/waitFor';
import {
  createScalephPipelineConditionalDecision,
  createScalephRunConditionalDecision,
  scalephConditions,
} from '../permissions/conditionExports';

const API = '/api/scaleph';
const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;

/** admin: everything; reader: reads everything; owner: everything on what group:default/data owns; guest: nothing. */
class TestPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = ['group:default/data'];
    switch (user?.info.userEntityRef) {
      case 'user:default/admin':
        return ALLOW;
      case 'user:default/reader':
        return permission.attributes.action === 'read' ? ALLOW : DENY;
      case 'user:default/owner':
        if (isResourcePermission(permission, RESOURCE_TYPE_SCALEPH_PIPELINE)) {
          return createScalephPipelineConditionalDecision(
            permission,
            scalephConditions.pipeline.isOwner({ claims }),
          );
        }
        return isResourcePermission(permission, RESOURCE_TYPE_SCALEPH_RUN)
          ? createScalephRunConditionalDecision(
              permission,
              scalephConditions.run.isOwner({ claims }),
            )
          : ALLOW;
      default:
        return DENY;
    }
  }
}

describeDatabases('A permission policy over runs', database => {
  let scaleph: TestScaleph;
  const ids: Record<string, string> = {};
  const as = (user: string) => scaleph.as(`user:default/${user}`);

  beforeAll(async () => {
    scaleph = await startTestScaleph({
      knex: await database.create(),
      permissions: new PolicyPermissions(new TestPolicy()),
    });
    for (const group of ['data', 'ops']) {
      const document = pipelineDocument(group, {
        owner: `group:default/${group}`,
      });
      await as('admin')
        .post(`${API}/pipelines`)
        .send({ document, publish: true })
        .expect(201);
      const { body } = await as('admin')
        .post(`${API}/pipelines/${group}/runs`)
        .send({})
        .expect(201);
      ids[group] = body.id;
    }
    await waitFor(() => scaleph.engine.started.length === 2);
  });

  it.each([
    ['admin', ['data', 'ops']],
    ['reader', ['data', 'ops']],
    ['owner', ['data']],
    ['guest', []],
  ])('lists for %s the runs of %j', async (user, pipelines) => {
    const { body } = await as(user).get(`${API}/runs`).expect(200);
    const names = body.items.map((run: { pipeline: string }) => run.pipeline);
    expect(names.sort()).toEqual(pipelines);
    expect(body.totalItems).toBe(pipelines.length);
  });

  it.each([
    ['admin', 'ops', 200],
    ['reader', 'ops', 200],
    ['owner', 'data', 200],
    ['owner', 'ops', 404],
    ['guest', 'data', 404],
  ])('shows %s the run of %s: %d', async (user, group, status) => {
    const run = `${API}/runs/${ids[group]}`;
    for (const path of [run, `${run}/events`, `${run}/logs`]) {
      await as(user).get(path).expect(status);
    }
    await as(user).get(`${API}/pipelines/${group}/runs`).expect(status);
  });

  it.each([
    ['reader', 'data', 403],
    ['owner', 'ops', 404],
    ['guest', 'data', 404],
  ])('lets %s neither start nor stop %s: %d', async (user, group, status) => {
    await as(user)
      .post(`${API}/pipelines/${group}/runs`)
      .send({})
      .expect(status);
    await as(user)
      .post(`${API}/runs/${ids[group]}/actions`)
      .send({ action: 'cancel' })
      .expect(status);
    const { body } = await as('admin').get(`${API}/runs`).expect(200);
    expect(body.totalItems).toBe(2);
    const desired = body.items.map((run: { desired: string }) => run.desired);
    expect(desired).toEqual(['running', 'running']);
    expect(scaleph.auditor.events).toContainEqual(
      expect.objectContaining({ eventId: 'run-cancel', outcome: 'failed' }),
    );
  });

  it.each([
    ['reader', 'data', 403],
    ['owner', 'ops', 404],
    ['guest', 'data', 404],
  ])('lets %s ask nothing of %s: %d', async (user, group, status) => {
    const run = `${API}/runs/${ids[group]}`;
    for (const action of [
      ...['stop', 'suspend', 'resume', 'restart', 'savepoint'],
      ...['checkpoint', 'rescale', 'upgrade'],
    ]) {
      await as(user).post(`${run}/actions`).send({ action }).expect(status);
    }
    await as(user).delete(`${run}/snapshots/x`).expect(status);
    expect(scaleph.auditor.events).toContainEqual(
      expect.objectContaining({ eventId: 'run-suspend', outcome: 'failed' }),
    );
  });

  it.each([
    ['reader', 'ops', 200],
    ['owner', 'data', 200],
    ['owner', 'ops', 404],
    ['guest', 'data', 404],
  ])('shows %s job and snapshots of %s: %d', async (user, group, status) => {
    const run = `${API}/runs/${ids[group]}`;
    const text = '/job/text?process=jobmanager&text=log';
    for (const part of ['/job', text, '/snapshots', '/operations']) {
      await as(user).get(`${run}${part}`).expect(status);
    }
    await as(user).get(`${API}/pipelines/${group}/snapshots`).expect(status);
  });

  it('lets nobody adopt a job who does not manage its target', async () => {
    const path = `${API}/targets/embedded/jobs/${'0'.repeat(32)}/adoption`;
    for (const user of ['admin', 'reader', 'owner', 'guest']) {
      // Built-in targets have no jobs but ours.
      await as(user).post(path).send({ pipeline: 'data' }).expect(404);
    }
  });

  it('lets the owner start and stop', async () => {
    const { body } = await as('owner')
      .post(`${API}/pipelines/data/runs`)
      .send({})
      .expect(201);
    await as('owner')
      .post(`${API}/runs/${body.id}/actions`)
      .send({ action: 'cancel' })
      .expect(202);
  });
});
