import { Knex } from 'knex';
import {
  ClusterEngine,
  clusterEngineModule,
} from '../__testUtils__/clusterEngine';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { dumpDatabase } from '../__testUtils__/dumpDatabase';
import { FakeSqlSessions } from '../__testUtils__/FakeSqlSessions';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { targetInput } from '../__testUtils__/targetInput';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph/sql';
const SECRET = 'correct-horse-"7"';

describeDatabases('SQL environments and secrets', database => {
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
    });
    anna = scaleph.as('user:default/anna');
    await anna
      .post('/api/scaleph/targets')
      .send(targetInput('flink'))
      .expect(201);
    await anna
      .post('/api/scaleph/data-sources')
      .send(
        dataSourceInput('shop', { secrets: { password: { value: SECRET } } }),
      )
      .expect(201);
  });
  beforeEach(() => {
    sql.sent.length = 0;
  });

  const put = (name: string, initialSql: string, more: object = {}) =>
    anna
      .put(`${API}/environments/${name}`)
      .send({ owner: 'data', initialSql, variables: {}, ...more });
  const open = (environment: string) =>
    anna
      .post(`${API}/sessions`)
      .send({ kind: 'target', place: 'flink', environment });
  const run = async (session: string, statement: string) => {
    const { body } = await anna
      .post(`${API}/sessions/${session}/operations`)
      .send({ statement, waitMs: 1_000 })
      .expect(201);
    return body;
  };

  it('are made, replaced at their ETag, and deleted', async () => {
    const made = await put('one', 'CREATE VIEW a AS SELECT 1', {
      title: 'One',
    });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({
      name: 'one',
      title: 'One',
      owner: 'group:default/data',
      updatedBy: 'user:default/anna',
    });
    expect(made.headers.etag).toBe(made.body.etag);
    await put('one', 'USE a').expect(428);
    await put('one', 'USE a').set('If-Match', '"old-1"').expect(412);
    const replaced = await put('one', 'USE a').set('If-Match', made.body.etag);
    expect(replaced.body).toMatchObject({ initialSql: 'USE a' });
    const { body } = await anna.get(`${API}/environments`).expect(200);
    expect(body.items).toEqual([replaced.body]);
    await anna.delete(`${API}/environments/one`).expect(204);
    await anna.delete(`${API}/environments/one`).expect(404);
  });

  it.each([
    ['INSERT INTO a SELECT 1', 'Statement 1 (INSERT INTO a SELECT 1)'],
    ['USE a; SELECT 1', 'Statement 2 (SELECT 1)'],
    ['NONSENSE', 'Statement 1'],
    ['CREATE TABLE a AS SELECT 1', 'Statement 1 (CREATE TABLE a AS'],
    [
      "CREATE TEMPORARY TABLE a (x INT) WITH ('k' = 'v') /* x */ AS\nSELECT 1",
      'Statement 1',
    ],
    ['CREATE OR REPLACE TABLE a AS SELECT 1', 'Statement 1'],
    [
      "CREATE MATERIALIZED TABLE a FRESHNESS = INTERVAL '1' MINUTE AS SELECT 1",
      'Statement 1',
    ],
    ['ALTER MATERIALIZED TABLE a RESUME', 'Statement 1'],
    [
      "CREATE TABLE a (x INT) WITH ('url' = '${data-source.none.url}')",
      'Data source "none" does not exist',
    ],
  ])('hold no %j', async (initialSql, message) => {
    const { body } = await put('bad', initialSql).expect(400);
    expect(body.error.message).toContain(message);
  });

  it('hold computed columns, views and functions', async () => {
    const initialSql = `CREATE TABLE a (x INT, y AS x + 1, \`as\` INT) WITH ('k' = 'as');
CREATE TEMPORARY VIEW v AS SELECT 1;
CREATE TEMPORARY SYSTEM FUNCTION f AS 'org.example.F'`;
    await put('fine', initialSql).expect(200);
  });

  it('start no job by their variables either', async () => {
    const initialSql = 'CREATE TABLE a ${rest}';
    const { status } = await put('later', initialSql, {
      variables: { rest: 'AS SELECT 1' },
    });
    const opened = status === 200 ? await open('later') : undefined;
    expect(opened?.status ?? status).toBe(400);
    expect(sql.sent.join()).not.toContain('SELECT');
  });

  it('hold no owner that is none', async () => {
    await put('bad', '', { owner: 'system:default/x' }).expect(400);
  });

  it('run when a session opens, with variables and fields of data sources', async () => {
    await put(
      'shop',
      `-- the shop; of course
CREATE TABLE o (a INT) WITH ('topic' = '\${topic}', 'url' = '\${data-source.shop.host}', 'password' = '\${data-source.shop.password}');
USE x;`,
      { variables: { topic: "it's" } },
    ).expect(200);
    const { body } = await open('shop').expect(201);
    expect(body.environment).toBe('shop');
    expect(sql.sent).toEqual([
      `CREATE TABLE o (a INT) WITH ('topic' = 'it''s', 'url' = 'db.example.com', 'password' = '${SECRET}')`,
      'USE x',
    ]);
    // Its variables are there for every statement.
    await run(body.id, "SELECT '${topic}'");
    expect(sql.sent.at(-1)).toBe("SELECT 'it''s'");
  });

  it('tell which statement failed, and leave no session', async () => {
    await put('broken', "USE a;\nUSE 'b'").expect(200);
    const before = sql.alive.size;
    sql.statements["USE 'b'"] = {
      pages: [
        {
          rows: [],
          done: true,
          state: 'failed',
          error: { message: 'No b here' },
        },
      ],
    };
    const { body } = await open('broken').expect(400);
    expect(body.error.message).toBe(
      `Environment "broken": statement 2 (USE 'b') failed: No b here`,
    );
    expect(sql.alive.size).toBe(before);
  });

  describe('The secret of a data source', () => {
    const create = `CREATE TABLE s (a INT) WITH ('password' = '\${data-source.shop.password}')`;
    let session: string;

    beforeAll(async () => {
      const { body } = await anna
        .post(`${API}/sessions`)
        .send({ kind: 'target', place: 'flink' })
        .expect(201);
      session = body.id;
      await run(session, create);
    });

    it('stands in no answer about the statement', async () => {
      const { operation } = await run(session, create);
      expect(operation).toMatchObject({ state: 'finished', statement: create });
    });

    it('is scrubbed from rows', async () => {
      const nested = JSON.stringify({ p: SECRET });
      sql.statements['SELECT * FROM s'] = {
        pages: [
          {
            rows: [[SECRET, `x${SECRET}y`, nested, 1, null]],
            done: true,
          },
        ],
      };
      const { page } = await run(session, 'SELECT * FROM s');
      expect(page.rows).toEqual([
        ['******', 'x******y', '{"p":"******"}', 1, null],
      ]);
    });

    it('is scrubbed from errors', async () => {
      sql.statements['SELECT broken'] = {
        pages: [
          {
            rows: [],
            done: true,
            state: 'failed',
            error: { message: `Login ${SECRET}`, detail: `at ${SECRET}` },
          },
        ],
      };
      const { operation } = await run(session, 'SELECT broken');
      expect(operation.error).toEqual({
        message: 'Login ******',
        detail: 'at ******',
      });
    });

    it('is not stored', async () => {
      const dump = await dumpDatabase(knex);
      expect(dump).not.toContain(SECRET);
      expect(dump).not.toContain(JSON.stringify(SECRET).slice(1, -1));
    });

    it.each([
      "SELECT '${data-source.shop.password}'",
      "SELECT REVERSE('${data-source.shop.password}')",
      "INSERT INTO a SELECT '${data-source.shop.password}'",
      "CREATE TABLE t WITH ('a' = 'b') AS SELECT '${data-source.shop.password}'",
      "CREATE VIEW v AS SELECT * FROM a WHERE x IN ('b', 'c' = '${data-source.shop.password}')",
      'SELECT ${data-source.shop.password}',
    ])('has no place in %s', async statement => {
      const count = sql.sent.length;
      const { operation } = await run(session, statement);
      expect(operation).toMatchObject({ state: 'failed' });
      expect(operation.error.message).toContain('is a secret');
      expect(sql.sent).toHaveLength(count);
    });

    it.each([
      [
        "SELECT '${data-source.none.host}'",
        'data source "none" does not exist',
      ],
      ["SELECT '${data-source.shop.none}'", 'has no field "none"'],
    ])('and %s says what is missing', async (statement, message) => {
      const { operation } = await run(session, statement);
      expect(operation.error.message).toContain(message);
    });
  });
});
