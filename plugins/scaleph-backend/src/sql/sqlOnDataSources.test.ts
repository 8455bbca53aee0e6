import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  connectMysql,
  connectPostgresql,
  FileRoots,
  NetworkPolicy,
  openSqlite,
} from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { randomBytes } from 'node:crypto';
import { Knex } from 'knex';
import { describeWithServer } from '../__testUtils__/describeWithServer';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { TestDatabase, testDatabases } from '../__testUtils__/testDatabases';
import { waitFor } from '../__testUtils__/waitFor';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph/sql';
const databases = testDatabases();
const directory = createMockDirectory();

function serverOf(url: URL) {
  return {
    config: {
      host: url.hostname,
      port: Number(url.port),
      database: url.pathname.slice(1),
      user: url.username,
    },
    secrets: { password: decodeURIComponent(url.password) },
  };
}

/** What a user sees of each kind of data source. */
function itRunsSql(options: {
  database: TestDatabase;
  type: string;
  source: () => { config: JsonObject; secrets: Record<string, string> };
  prepare: () => Promise<void>;
  /** 25,000 rows of one number. */
  many: string;
  endless: string;
  wrong: string;
}) {
  const key = randomBytes(32).toString('base64');
  let knex: Knex;
  let scaleph: TestScaleph;
  let other: TestScaleph;
  let anna: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    await options.prepare();
    knex = await options.database.create();
    const start = async (of: Knex) =>
      startTestScaleph({
        knex: of,
        roots: [directory.path],
        config: {
          scaleph: {
            files: { roots: [directory.path] },
            secrets: { keys: [{ id: 'k', key }] },
            sql: { dataSources: { maxRows: 20_000, timeout: '20s' } },
          },
        },
      });
    scaleph = await start(knex);
    // SQLite has one connection, which both share.
    other = await start((await options.database.connectAgain?.()) ?? knex);
    anna = scaleph.as('user:default/anna');
    await anna
      .post('/api/scaleph/data-sources')
      .send({
        name: 'shop',
        type: options.type,
        owner: 'group:default/data',
        config: options.source().config,
        secrets: Object.fromEntries(
          Object.entries(options.source().secrets).map(([name, value]) => [
            name,
            { value },
          ]),
        ),
      })
      .expect(201);
  });

  const open = async (more: object = {}) => {
    const { body } = await anna
      .post(`${API}/sessions`)
      .send({ kind: 'data-source', place: 'shop', ...more })
      .expect(201);
    return body;
  };
  const run = async (session: string, statement: string, waitMs = 5_000) => {
    const { body } = await anna
      .post(`${API}/sessions/${session}/operations`)
      .send({ statement, waitMs })
      .expect(201);
    return body;
  };

  /** The operation when it has ended: its first rows come before that. */
  const ended = (operation: string) =>
    waitFor(async () => {
      const { body } = await anna
        .get(`${API}/operations/${operation}`)
        .expect(200);
      return body.state !== 'running' && body;
    });

  it('is a place', async () => {
    const { body } = await anna.get(`${API}/places`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        kind: 'data-source',
        name: 'shop',
        type: options.type,
        features: ['explain', 'write'],
      }),
    ]);
  });

  it('gives rows, their columns and the end', async () => {
    const { id } = await open();
    const { operation, page } = await run(id, 'SELECT id, name FROM sql_test');
    expect(page).toMatchObject({
      columns: [{ name: 'id' }, { name: 'name' }],
      rows: [
        [1, 'one'],
        [2, 'two'],
      ],
    });
    expect(await ended(operation.id)).toMatchObject({
      state: 'finished',
      resultKind: 'rows',
      rows: 2,
    });
  });

  it('gives many rows through any back end, up to the cap, and again', async () => {
    const { id } = await open();
    const { operation, page } = await run(id, options.many);
    const readers = [other.as('user:default/anna'), anna];
    const readAll = async () => {
      let rows = 0;
      let token = '';
      for (let turn = 0; ; turn++) {
        const { body } = await readers[turn % 2]
          .get(`${API}/operations/${operation.id}/rows?waitMs=5000${token}`)
          .expect(200);
        rows += body.rows.length;
        if (body.done) return { rows, capped: body.capped };
        token = `&token=${body.next}`;
      }
    };
    expect(page.rows.length).toBeGreaterThan(0);
    expect(await readAll()).toEqual({ rows: 20_000, capped: true });
    // A page that is opened again finds them.
    expect(await readAll()).toEqual({ rows: 20_000, capped: true });
  });

  it('says what is wrong with a statement', async () => {
    const { id } = await open();
    const { operation } = await run(id, options.wrong);
    const failed = await ended(operation.id);
    expect(failed).toMatchObject({ state: 'failed' });
    expect(failed.error.message).toMatch(/nowhere/);
  });

  it('reads only, unless the session may write', async () => {
    const reading = await open();
    const refused = await run(reading.id, 'DELETE FROM sql_test WHERE id = 2');
    expect(refused.operation.state).toBe('failed');
    const writing = await open({ write: true });
    const { operation } = await run(
      writing.id,
      "UPDATE sql_test SET name = 'two' WHERE id = 2",
    );
    expect(operation).toMatchObject({ state: 'finished', resultKind: 'none' });
    expect(scaleph.auditor.events).toContainEqual(
      expect.objectContaining({
        eventId: 'sql-statement',
        meta: expect.objectContaining({
          write: true,
          place: 'shop',
          statement: 'update',
        }),
      }),
    );
  });

  it('stops a statement, from another back end too', async () => {
    const { id } = await open();
    const { operation } = await run(id, options.endless, 0);
    const { body } = await other
      .as('user:default/anna')
      .post(`${API}/operations/${operation.id}/cancellation`)
      .expect(200);
    expect(body.state).toBe('canceled');
    const { body: page } = await anna
      .get(`${API}/operations/${operation.id}/rows?waitMs=5000`)
      .expect(200);
    expect(page).toMatchObject({ rows: [], done: true, state: 'canceled' });
  });

  it('finds out that the back end that ran it has ended', async () => {
    const { id } = await open();
    const { operation } = await run(id, 'SELECT id FROM sql_test');
    await ended(operation.id);
    await knex('sql_operations').where({ id: operation.id }).update({
      state: 'running',
      ended_at: null,
      seen_at: '2026-01-01T00:00:00.000Z',
      pages: 0,
    });
    const { body } = await anna
      .get(`${API}/operations/${operation.id}/rows?waitMs=0`)
      .expect(200);
    expect(body).toMatchObject({ done: true, state: 'failed' });
    expect(body.error.message).toContain('has ended');
  });

  it('explains and lists tables', async () => {
    const { id } = await open();
    const plan = await anna
      .post(`${API}/sessions/${id}/explanations`)
      .send({ statement: 'SELECT * FROM sql_test' })
      .expect(200);
    expect(plan.body).toMatchObject({ ok: true });
    expect(plan.body.text).toContain('sql_test');
    const schemas = await anna.get(`${API}/sessions/${id}/objects`).expect(200);
    const { name } = schemas.body.items.find(
      (it: { current?: boolean }) => it.current,
    );
    const tables = await anna.get(
      `${API}/sessions/${id}/objects?database=${name}`,
    );
    expect(tables.body.items).toContainEqual(
      expect.objectContaining({ kind: 'table', name: 'sql_test' }),
    );
  });

  afterEach(async () => {
    const { body } = await anna.get(`${API}/sessions`).expect(200);
    for (const { id } of body.items) {
      await anna.delete(`${API}/sessions/${id}`).expect(204);
    }
    await waitFor(
      async () =>
        (await knex('sql_operations').where('state', 'running')).length === 0,
    );
  });
}

const TABLE =
  'CREATE TABLE sql_test (id INTEGER PRIMARY KEY, name VARCHAR(20))';
const ROWS = "INSERT INTO sql_test VALUES (1, 'one'), (2, 'two')";

describeWithServer('PostgreSQL', 'SCALEPH_TEST_POSTGRES_URL', url => {
  itRunsSql({
    database: databases[databases.length - 1],
    type: 'postgresql',
    source: () => serverOf(url),
    async prepare() {
      const client = await connectPostgresql({
        ...serverOf(url),
        network: NetworkPolicy.allowAll(),
      });
      for (const sql of ['DROP TABLE IF EXISTS sql_test', TABLE, ROWS]) {
        await client.query(sql);
      }
      await client.end();
    },
    many: 'SELECT i FROM generate_series(1, 25000) AS s(i)',
    endless: 'SELECT pg_sleep(600)',
    wrong: 'SELECT * FROM nowhere',
  });
});

describeWithServer('MariaDB', 'SCALEPH_TEST_MYSQL_URL', url => {
  itRunsSql({
    database: databases[databases.length - 1],
    type: 'mysql',
    source: () => serverOf(url),
    async prepare() {
      const client = await connectMysql({
        ...serverOf(url),
        network: NetworkPolicy.allowAll(),
      });
      for (const sql of ['DROP TABLE IF EXISTS sql_test', TABLE, ROWS]) {
        await client.query(sql);
      }
      await client.end();
    },
    many: 'SELECT seq FROM seq_1_to_25000',
    endless: 'SELECT SLEEP(600)',
    wrong: 'SELECT * FROM nowhere',
  });
});

describe('SQLite', () => {
  const config = { path: directory.resolve('shop.db') };
  itRunsSql({
    database: databases[0],
    type: 'sqlite',
    source: () => ({ config, secrets: {} }),
    async prepare() {
      const database = await openSqlite({
        config,
        files: FileRoots.of([directory.path]),
        readonly: false,
      });
      database.exec(`${TABLE}; ${ROWS}`);
      database.close();
    },
    many: 'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 25000) SELECT i FROM s',
    endless:
      'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s) SELECT count(*) FROM s',
    wrong: 'SELECT * FROM nowhere',
  });
});
