import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  scalephDataSourceUsePermission,
  scalephSqlEnvironmentUpdatePermission,
  scalephSqlUsePermission,
  scalephSqlWritePermission,
  scalephTargetUsePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ClusterEngine,
  clusterEngineModule,
} from '../__testUtils__/clusterEngine';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { FakeSqlSessions } from '../__testUtils__/FakeSqlSessions';
import { PolicyPermissions } from '../__testUtils__/PolicyPermissions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { targetInput } from '../__testUtils__/targetInput';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph/sql';

/**
 * admin and anna may everything; visitor may use SQL and no place; reader may
 * use SQL and every place, write nothing; writer may everything until writing
 * is taken away; author writes environments and may use no place; runner may
 * use targets and no data source; guest may nothing.
 */
class TestPolicy implements PermissionPolicy {
  writerMayWrite = true;

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const decide = (isAllowed: boolean) => ({
      result: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    });
    const isSql = isPermission(permission, scalephSqlUsePermission);
    const isPlace =
      isPermission(permission, scalephTargetUsePermission) ||
      isPermission(permission, scalephDataSourceUsePermission);
    switch (user?.info.userEntityRef) {
      case 'user:default/admin':
      case 'user:default/anna':
        return decide(true);
      case 'user:default/writer':
        return decide(
          this.writerMayWrite ||
            !isPermission(permission, scalephSqlWritePermission),
        );
      case 'user:default/author':
        return decide(
          isSql ||
            isPermission(permission, scalephSqlEnvironmentUpdatePermission),
        );
      case 'user:default/runner':
        return decide(
          isSql || isPermission(permission, scalephTargetUsePermission),
        );
      case 'user:default/visitor':
        return decide(isSql);
      case 'user:default/reader':
        return decide(
          isSql || isPlace || permission.attributes.action === 'read',
        ) as PolicyDecision;
      default:
        return decide(false);
    }
  }
}

describeDatabases('A permission policy over SQL', database => {
  const sql = new FakeSqlSessions();
  const engine = Object.assign(new ClusterEngine(), { sql });
  const policy = new TestPolicy();
  let scaleph: TestScaleph;
  let session: string;
  let operation: string;
  let query: string;

  type User = ReturnType<TestScaleph['as']>;
  const as = (name: string) => scaleph.as(`user:default/${name}`);

  beforeAll(async () => {
    scaleph = await startTestScaleph({
      knex: await database.create(),
      features: [clusterEngineModule(engine)],
      permissions: new PolicyPermissions(policy),
    });
    const anna = as('anna');
    await anna
      .post('/api/scaleph/targets')
      .send(targetInput('flink'))
      .expect(201);
    await anna
      .post('/api/scaleph/data-sources')
      .send(dataSourceInput('shop'))
      .expect(201);
    sql.statements['SELECT secret'] = {
      pages: [
        {
          columns: [{ name: 'a', type: 'INT' }],
          rows: [['geheim']],
          done: true,
        },
      ],
    };
    const opened = await anna
      .post(`${API}/sessions`)
      .send({ kind: 'target', place: 'flink' })
      .expect(201);
    session = opened.body.id;
    const ran = await anna
      .post(`${API}/sessions/${session}/operations`)
      .send({ statement: 'SELECT secret', waitMs: 1_000 })
      .expect(201);
    operation = ran.body.operation.id;
    const saved = await anna
      .post(`${API}/queries`)
      .send({ title: 'Mine', sql: 'SELECT secret' })
      .expect(201);
    query = saved.body.id;
  });

  const calls: [
    string,
    (user: User) => Promise<{ status: number; text: string }>,
  ][] = [
    ['a session', async user => user.get(`${API}/sessions/${session}`)],
    ['closing it', async user => user.delete(`${API}/sessions/${session}`)],
    [
      'adding a jar to it',
      async user =>
        user.post(`${API}/sessions/${session}/jars`).send({ artifact: 'x' }),
    ],
    [
      'its operations',
      async user => user.get(`${API}/sessions/${session}/operations`),
    ],
    [
      'running in it',
      async user =>
        user
          .post(`${API}/sessions/${session}/operations`)
          .send({ statement: 'SELECT 1' }),
    ],
    [
      'completing in it',
      async user =>
        user
          .post(`${API}/sessions/${session}/completions`)
          .send({ statement: 'S', position: 1 }),
    ],
    [
      'explaining in it',
      async user =>
        user
          .post(`${API}/sessions/${session}/explanations`)
          .send({ statement: 'SELECT 1' }),
    ],
    [
      'its objects',
      async user => user.get(`${API}/sessions/${session}/objects`),
    ],
    ['an operation', async user => user.get(`${API}/operations/${operation}`)],
    ['its rows', async user => user.get(`${API}/operations/${operation}/rows`)],
    [
      'canceling it',
      async user => user.post(`${API}/operations/${operation}/cancellation`),
    ],
    ['a private query', async user => user.get(`${API}/queries/${query}`)],
  ];

  it.each(calls)('hides %s from everybody else', async (_, call) => {
    for (const name of ['admin', 'reader', 'visitor']) {
      const { status, text } = await call(as(name));
      expect([name, status]).toEqual([name, 404]);
      expect(text).not.toContain('geheim');
    }
    const { status, text } = await call(as('guest'));
    expect([403, 404]).toContain(status);
    expect(text).not.toContain('geheim');
  });

  it.each([
    ['places', '/places'],
    ['sessions', '/sessions'],
    ['history', '/history'],
    ['queries', '/queries'],
    ['environments', '/environments'],
  ])('refuses %s without the permission', async (_, path) => {
    const { body } = await as('guest').get(`${API}${path}`).expect(403);
    expect(body.error.message).toContain('scaleph.sql.use');
  });

  it('lists nothing of others', async () => {
    for (const path of ['/sessions', '/history', '/queries']) {
      const { body } = await as('admin').get(`${API}${path}`).expect(200);
      expect(body.items).toEqual([]);
    }
  });

  it.each([
    ['anna', ['flink', 'shop']],
    ['reader', ['flink', 'shop']],
    ['visitor', []],
  ])('shows %s the places %j', async (user, names) => {
    const { body } = await as(user).get(`${API}/places`).expect(200);
    expect(body.items.map((it: { name: string }) => it.name)).toEqual(names);
    const mayWrite = body.items.flatMap((it: { features: string[] }) =>
      it.features.filter(feature => feature === 'write'),
    );
    expect(mayWrite).toEqual(user === 'anna' ? ['write'] : []);
  });

  it.each([
    ['guest', { kind: 'target', place: 'flink' }],
    ['visitor', { kind: 'target', place: 'flink' }],
    ['visitor', { kind: 'data-source', place: 'shop' }],
    ['reader', { kind: 'data-source', place: 'shop', write: true }],
  ])('does not let %s open %j', async (user, input) => {
    await as(user).post(`${API}/sessions`).send(input).expect(403);
    expect(scaleph.auditor.events.at(-1)).toMatchObject({
      eventId: 'sql-session-open',
      outcome: 'failed',
      error: 'NotAllowedError',
    });
  });

  it('runs nothing in a session that may write when writing was taken away', async () => {
    const writer = as('writer');
    const opened = await writer
      .post(`${API}/sessions`)
      .send({ kind: 'data-source', place: 'shop', write: true })
      .expect(201);
    policy.writerMayWrite = false;
    const path = `${API}/sessions/${opened.body.id}/operations`;
    const refused = await writer
      .post(path)
      .send({ statement: 'DELETE FROM a' })
      .expect(403);
    expect(refused.body.error.message).toContain('scaleph.sql.write');
    const { body } = await writer.get(path).expect(200);
    expect(body.items).toEqual([]);
  });

  it('needs the use of a data source whose fields a statement names', async () => {
    const opened = await as('anna')
      .post(`${API}/sessions`)
      .send({ kind: 'target', place: 'flink' })
      .expect(201);
    const ran = await as('anna')
      .post(`${API}/sessions/${opened.body.id}/operations`)
      .send({ statement: "SELECT '${data-source.shop.host}'", waitMs: 100 })
      .expect(201);
    expect(ran.body.operation.state).toBe('finished');
    expect(sql.sent).toContain("SELECT 'db.example.com'");
  });

  it('lets nobody change environments without the permission', async () => {
    const environment = {
      owner: 'group:default/data',
      initialSql: '',
      variables: {},
    };
    for (const name of ['reader', 'visitor', 'guest']) {
      const path = `${API}/environments/main`;
      await as(name).put(path).send(environment).expect(403);
      await as(name).delete(path).expect(403);
    }
    await as('anna')
      .put(`${API}/environments/main`)
      .send(environment)
      .expect(200);
  });

  it('lets nobody have others use a data source that they may not use', async () => {
    const environment = {
      owner: 'group:default/data',
      initialSql:
        "CREATE TABLE leak (a INT) WITH ('url' = 'jdbc:mysql://example.org', 'password' = '${data-source.shop.password}')",
      variables: {},
    };
    const path = `${API}/environments/leak`;
    const { body } = await as('author').put(path).send(environment).expect(403);
    expect(body.error.message).toContain('scaleph.data-source.use');
    await as('author')
      .put(path)
      .send({ ...environment, initialSql: 'CREATE CATALOG c' })
      .expect(200);
    // Nor by changing it: who saves it last has written all of it.
    await as('author')
      .put(path)
      .set('If-Match', '*')
      .send(environment)
      .expect(403);
    await as('anna')
      .put(path)
      .set('If-Match', '*')
      .send(environment)
      .expect(200);
    // Its use is asked of who opens a session, too.
    const wanted = { kind: 'target', place: 'flink', environment: 'leak' };
    sql.sent.length = 0;
    await as('runner').post(`${API}/sessions`).send(wanted).expect(403);
    expect(sql.sent).toEqual([]);
    await as('anna').post(`${API}/sessions`).send(wanted).expect(201);
  });

  it('lets others read a shared query, and not change it', async () => {
    const { body } = await as('anna')
      .post(`${API}/queries`)
      .send({ title: 'Ours', sql: 'SELECT 1', visibility: 'shared' })
      .expect(201);
    const path = `${API}/queries/${body.id}`;
    await as('reader').get(path).expect(200);
    await as('reader')
      .put(path)
      .set('If-Match', '*')
      .send({ title: 'Theirs', sql: 'SELECT 2' })
      .expect(403);
    await as('reader').delete(path).expect(403);
    await as('anna').delete(path).expect(204);
  });
});
