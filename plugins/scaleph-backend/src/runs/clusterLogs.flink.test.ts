import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  scalephTargetUiPermission,
  scalephTargetUpdatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { describeWithFlink } from '@scaleph/backstage-plugin-scaleph-node/testUtils';
import { FlinkPortal } from '../__testUtils__/FlinkPortal';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import { testDatabases } from '../__testUtils__/testDatabases';

// It starts a job of a real cluster.
jest.setTimeout(120_000);

const API = '/api/scaleph';

/** Everybody may everything, but only anna what shows the whole cluster. */
class TestPolicy implements PermissionPolicy {
  async handle({ permission }: PolicyQuery, user?: PolicyQueryUser) {
    const isOfCluster =
      isPermission(permission, scalephTargetUiPermission) ||
      isPermission(permission, scalephTargetUpdatePermission);
    const isAnna = user?.info.userEntityRef === 'user:default/anna';
    return {
      result:
        isOfCluster && !isAnna ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    } as const;
  }
}

const [database] = testDatabases();

describeWithFlink('Logs of a cluster on the page of a run', lab => {
  it('are for those who may see the cluster', async () => {
    const portal = await FlinkPortal.start({
      knex: await database.create(),
      permissions: new PolicyPermissions(new TestPolicy()),
    });
    await portal.register(lab);
    await portal.publish('ticks', {
      type: 'flink-sql',
      mode: 'streaming',
      sql: {
        script: `CREATE TABLE a (x INT) WITH ('connector' = 'datagen', 'rows-per-second' = '1');
CREATE TABLE b (x INT) WITH ('connector' = 'blackhole');
INSERT INTO b SELECT x FROM a;`,
      },
    });
    const id = await portal.run('ticks');
    await portal.until(id, 'RUNNING');
    const otto = portal.scaleph.as('user:default/otto');
    const job = `${API}/runs/${id}/job`;
    const { items } = (await otto.get(`${job}/processes`).expect(200)).body;
    for (const process of items as { id: string }[]) {
      for (const text of ['log', 'stdout', 'thread-dump']) {
        const query = { process: process.id, text };
        const refused = await otto.get(`${job}/text`).query(query).expect(403);
        expect(refused.body.error.message).toBe(
          'Target "lab": its logs show the jobs of everybody, and you lack the permission scaleph.target.ui (or scaleph.target.update) on it',
        );
        await portal.agent.get(`${job}/text`).query(query).expect(200);
      }
    }
    // What is the job's own stays with the run.
    for (const part of ['', '/exceptions', '/checkpoints', '/configuration']) {
      await otto.get(`${job}${part}`).expect(200);
    }
    await portal.act(id, { action: 'cancel' });
    await portal.until(id, 'CANCELED');
  });
});
