import { Knex } from 'knex';
import {
  ClusterEngine,
  clusterEngineModule,
} from '../__testUtils__/clusterEngine';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { FakeSqlSessions } from '../__testUtils__/FakeSqlSessions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { targetInput } from '../__testUtils__/targetInput';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph/sql';

describeDatabases('SQL sessions on targets', database => {
  const sql = new FakeSqlSessions();
  const engine = Object.assign(new ClusterEngine(), { sql });
  let knex: Knex;
  let scaleph: TestScaleph;
  let anna: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    knex = await database.create();
    scaleph = await startTestScaleph({
      knex,
      features: [clusterEngineModule(engine)],
      config: {
        scaleph: {
          sql: { sessionsPerUser: 3, statementsPerUser: 2, maxRows: 5 },
        },
      },
    });
    anna = scaleph.as('user:default/anna');
    const admin = anna.post('/api/scaleph/targets');
    await admin.send(targetInput('flink')).expect(201);
    await anna
      .post('/api/scaleph/targets')
      .send(targetInput('bare', { config: { url: 'http://127.0.0.1:1' } }))
      .expect(201);
  });
  afterEach(async () => {
    sql.trouble = undefined;
    const { body } = await anna.get(`${API}/sessions`).expect(200);
    for (const { id } of body.items) {
      await anna.delete(`${API}/sessions/${id}`).expect(204);
    }
    await anna.delete(`${API}/history`).expect(204);
    scaleph.auditor.events.length = 0;
  });

  const open = async (input: object = {}) => {
    const { body } = await anna
      .post(`${API}/sessions`)
      .send({ kind: 'target', place: 'flink', ...input })
      .expect(201);
    return body;
  };
  const run = async (session: string, statement: string, more: object = {}) => {
    const { body } = await anna
      .post(`${API}/sessions/${session}/operations`)
      .send({ statement, waitMs: 1_000, ...more })
      .expect(201);
    return body;
  };
  const fetch = (operation: string, query = '') =>
    anna.get(`${API}/operations/${operation}/rows?waitMs=0${query}`);
  const columns = [{ name: 'a', type: 'INT' }];

  it('lists places that have SQL', async () => {
    const { body } = await anna.get(`${API}/places`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        kind: 'target',
        name: 'flink',
        type: 'cluster',
        dialect: 'flink',
        healthy: true,
      }),
    ]);
  });

  it('opens, shows and closes one', async () => {
    const session = await open({
      title: 'Mine',
      settings: { 'parallelism.default': '2' },
    });
    expect(session).toMatchObject({
      title: 'Mine',
      state: 'open',
      settings: { 'parallelism.default': '2' },
      limits: { maxRows: 5, timeoutSeconds: 0, maxConcurrent: 2 },
    });
    const { body } = await anna
      .get(`${API}/sessions/${session.id}`)
      .expect(200);
    // What the session may not set is not told, and secrets are masked.
    expect(body.settings).toEqual({
      'parallelism.default': '1',
      'table.secret.password': '******',
    });
    await anna.delete(`${API}/sessions/${session.id}`).expect(204);
    await anna.get(`${API}/sessions/${session.id}`).expect(404);
    expect(sql.alive.size).toBe(0);
  });

  it.each([
    [{ place: 'none' }, 404, 'Target "none" does not exist'],
    [{ place: 'bare' }, 400, 'give it the address of a SQL Gateway'],
    [{ settings: { 'forbidden.key': 'x' } }, 400, 'may not be set'],
    [{ environment: 'none' }, 400, 'SQL environment "none" does not exist'],
    [{ kind: 'data-source', place: 'none' }, 404, 'does not exist'],
    [{ kind: 'other' }, 400, 'kind'],
    [{ more: 1 }, 400, 'not a known field'],
  ])('refuses to open %j', async (input, status, message) => {
    const { body } = await anna
      .post(`${API}/sessions`)
      .send({ kind: 'target', place: 'flink', ...input })
      .expect(status);
    expect(body.error.message).toContain(message);
    expect(sql.alive.size).toBe(0);
    expect((await anna.get(`${API}/sessions`)).body.items).toEqual([]);
  });

  it('says that the gateway does not answer, and leaves nothing', async () => {
    sql.trouble = new Error('SQL Gateway at flink:8083 refused the connection');
    const { body } = await anna
      .post(`${API}/sessions`)
      .send({ kind: 'target', place: 'flink' })
      .expect(503);
    expect(body.error.message).toContain('refused the connection');
    expect((await anna.get(`${API}/sessions`)).body.items).toEqual([]);
  });

  it('gives rows page by page, the same for the same token', async () => {
    sql.statements['SELECT 3 pages'] = {
      pages: [
        {
          columns,
          rows: [[1], [2]],
          done: false,
          resultKind: 'rows',
          jobId: 'j',
        },
        {
          columns,
          rows: [[3], [4]],
          kinds: 'IU',
          done: false,
          resultKind: 'changelog',
        },
        { columns, rows: [], done: true },
      ],
    };
    const { id } = await open();
    const { operation, page } = await run(id, 'SELECT 3 pages');
    expect(operation).toMatchObject({
      state: 'running',
      resultKind: 'rows',
      jobId: 'j',
      rows: 2,
    });
    expect(page).toMatchObject({ columns, rows: [[1], [2]], done: false });
    const second = await fetch(operation.id, `&token=${page.next}`).expect(200);
    expect(second.body).toMatchObject({ rows: [[3], [4]], kinds: 'IU' });
    const again = await fetch(operation.id, `&token=${page.next}`).expect(200);
    expect(again.body).toEqual(second.body);
    const last = await fetch(operation.id, `&token=${second.body.next}`);
    expect(last.body).toMatchObject({
      rows: [],
      done: true,
      state: 'finished',
    });
    expect(last.body.next).toBeUndefined();
    const { body } = await anna.get(`${API}/operations/${operation.id}`);
    expect(body).toMatchObject({
      state: 'finished',
      resultKind: 'changelog',
      rows: 4,
    });
  });

  it('ends a result at the row limit, and its job', async () => {
    sql.statements['SELECT forever'] = {
      streaming: true,
      pages: [1, 2, 3].map(n => ({
        columns,
        rows: [[n], [n]],
        done: false,
        resultKind: 'rows' as const,
      })),
    };
    const { id } = await open();
    const { operation, page } = await run(id, 'SELECT forever');
    const second = await fetch(operation.id, `&token=${page.next}`);
    const third = await fetch(operation.id, `&token=${second.body.next}`);
    expect(third.body).toMatchObject({
      rows: [[3]],
      done: true,
      capped: true,
      state: 'finished',
    });
    expect(sql.canceled).toHaveLength(1);
  });

  it('gives errors as the result of the statement', async () => {
    const error = { message: "Object 'x' not found", line: 1, column: 15 };
    sql.statements['SELECT * FROM x'] = {
      pages: [{ rows: [], done: true, state: 'failed', error }],
    };
    const { id } = await open();
    const { operation, page } = await run(id, 'SELECT * FROM x');
    expect(operation).toMatchObject({ state: 'failed', error });
    expect(page.error).toEqual(error);
  });

  it('runs nothing that the policy refuses, and says where', async () => {
    const { id } = await open();
    const { operation, page } = await run(id, "SELECT 1,\n FORBIDDEN('x')");
    expect(page).toBeUndefined();
    expect(operation).toMatchObject({
      state: 'failed',
      error: {
        message: 'FORBIDDEN is not allowed',
        line: 2,
        column: 2,
        endLine: 2,
        endColumn: 10,
      },
    });
    expect(sql.sent).not.toContainEqual(expect.stringContaining('FORBIDDEN'));
    const { body } = await anna
      .post(`${API}/sessions/${id}/explanations`)
      .send({ statement: 'SELECT FORBIDDEN' })
      .expect(200);
    expect(body).toMatchObject({ ok: false, error: { line: 1, column: 8 } });
  });

  it('puts variables in, and refuses those that are not there', async () => {
    const { id } = await open();
    await run(id, "SELECT '${name}'", { variables: { name: "it's" } });
    expect(sql.sent).toContain("SELECT 'it''s'");
    const { operation } = await run(id, "SELECT '${other}'");
    expect(operation.error.message).toContain('"other" has no value');
  });

  it('cancels a query, and the job of an INSERT', async () => {
    sql.statements['SELECT endless'] = { streaming: true, pages: [] };
    sql.statements['INSERT INTO a SELECT 1'] = {
      pages: [
        {
          rows: [],
          done: true,
          state: 'finished',
          resultKind: 'none',
          jobId: 'abc',
        },
      ],
    };
    const { id } = await open();
    const query = await run(id, 'SELECT endless');
    const { body } = await anna
      .post(`${API}/operations/${query.operation.id}/cancellation`)
      .expect(200);
    expect(body.state).toBe('canceled');
    const insert = await run(id, 'INSERT INTO a SELECT 1');
    expect(insert.operation).toMatchObject({
      jobId: 'abc',
      resultKind: 'none',
    });
    await anna
      .post(`${API}/operations/${insert.operation.id}/cancellation`)
      .expect(200);
    expect(sql.canceled).toContain('abc');
  });

  it('ends a session that is gone on the gateway, with the way out', async () => {
    sql.statements['SELECT endless'] = { streaming: true, pages: [] };
    const { id } = await open();
    const { operation } = await run(id, 'SELECT endless');
    sql.alive.clear();
    const { body } = await anna
      .post(`${API}/sessions/${id}/operations`)
      .send({ statement: 'SELECT 1' })
      .expect(409);
    expect(body.error.message).toContain(
      'The gateway was restarted): open a new one',
    );
    const session = await anna.get(`${API}/sessions/${id}`).expect(200);
    expect(session.body).toMatchObject({
      state: 'ended',
      reason: 'The gateway was restarted',
    });
    const rows = await fetch(operation.id).expect(200);
    expect(rows.body).toMatchObject({ done: true, state: 'canceled' });
    expect(rows.body.error.message).toContain('The session has ended');
  });

  it('has limits of sessions and statements for each user', async () => {
    sql.statements['SELECT endless'] = { streaming: true, pages: [] };
    const sessions = [await open(), await open(), await open()];
    const fourth = await anna
      .post(`${API}/sessions`)
      .send({ kind: 'target', place: 'flink' })
      .expect(429);
    expect(fourth.body.error.message).toContain('3 SQL sessions of yours');
    const { operation } = await run(sessions[0].id, 'SELECT endless');
    await run(sessions[1].id, 'SELECT endless');
    const third = await anna
      .post(`${API}/sessions/${sessions[2].id}/operations`)
      .send({ statement: 'SELECT 1' })
      .expect(429);
    expect(third.body.error.message).toContain('wait for one to end');
    await anna
      .post(`${API}/operations/${operation.id}/cancellation`)
      .expect(200);
    await run(sessions[2].id, 'SELECT 1');
  });

  it('masks what SET and SHOW CREATE tell of secrets', async () => {
    sql.statements.SET = {
      pages: [
        {
          rows: [
            ['s3.secret-key', 'abc'],
            ['parallelism.default', '1'],
          ],
          done: true,
        },
      ],
    };
    sql.statements['SHOW CREATE TABLE t'] = {
      pages: [
        {
          rows: [
            ["CREATE TABLE t WITH (\n 'password' = 'abc',\n 'url' = 'x')"],
          ],
          done: true,
        },
      ],
    };
    const { id } = await open();
    expect((await run(id, 'SET')).page.rows).toEqual([
      ['s3.secret-key', '******'],
      ['parallelism.default', '1'],
    ]);
    expect((await run(id, 'SHOW CREATE TABLE t')).page.rows).toEqual([
      ["CREATE TABLE t WITH (\n 'password' = '******',\n 'url' = 'x')"],
    ]);
  });

  it('audits statements without their text', async () => {
    const { id } = await open();
    await run(id, "CREATE TABLE t (a INT) WITH ('password' = 'geheim')");
    const events = scaleph.auditor.events.filter(
      it => it.eventId === 'sql-statement',
    );
    expect(events).toMatchObject([
      {
        outcome: 'succeeded',
        meta: {
          kind: 'target',
          place: 'flink',
          statement: 'create',
          state: 'finished',
        },
      },
    ]);
    expect(JSON.stringify(scaleph.auditor.events)).not.toContain('geheim');
  });

  it('remembers what ran, searches it and forgets it', async () => {
    const { id } = await open();
    await run(id, 'SELECT first');
    await run(id, 'SELECT second');
    const { body } = await anna.get(`${API}/history?limit=1`).expect(200);
    expect(body.items).toMatchObject([
      { statement: 'SELECT second', place: 'flink' },
    ]);
    const next = await anna.get(
      `${API}/history?limit=1&cursor=${body.nextCursor}`,
    );
    expect(next.body.items).toMatchObject([{ statement: 'SELECT first' }]);
    const found = await anna.get(`${API}/history?search=FIRST`);
    expect(found.body.items).toHaveLength(1);
    await anna.delete(`${API}/sessions/${id}`).expect(204);
    expect((await anna.get(`${API}/history`)).body.items).toHaveLength(2);
    await anna.delete(`${API}/history`).expect(204);
    expect((await anna.get(`${API}/history`)).body.items).toEqual([]);
  });

  it('completes, and knows objects', async () => {
    const { id } = await open();
    const completed = await anna
      .post(`${API}/sessions/${id}/completions`)
      .send({ statement: 'SELECT x', position: 6 })
      .expect(200);
    expect(completed.body.items).toEqual(['after SELECT']);
    const objects = await anna.get(`${API}/sessions/${id}/objects`).expect(200);
    expect(objects.body.items).toMatchObject([{ name: 'default_catalog' }]);
  });

  it.each(['x', '1', '1~x', '-1~0', '1~1~1', "1'~0"])(
    'refuses the token %j',
    async token => {
      const { id } = await open();
      const { operation } = await run(id, 'SELECT 1');
      await fetch(operation.id, `&token=${encodeURIComponent(token)}`).expect(
        400,
      );
    },
  );
});
