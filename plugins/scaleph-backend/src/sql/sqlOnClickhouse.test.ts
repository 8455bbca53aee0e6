import { clickhouseType } from '@scaleph/backstage-plugin-scaleph-node';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { describeWithServer } from '../__testUtils__/describeWithServer';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { testDatabases } from '../__testUtils__/testDatabases';
import { waitFor } from '../__testUtils__/waitFor';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph/sql';
const [sqlite] = testDatabases();

describeWithServer('ClickHouse', 'SCALEPH_TEST_CLICKHOUSE_URL', url => {
  let scaleph: TestScaleph;
  let anna: ReturnType<TestScaleph['as']>;

  beforeAll(async () => {
    scaleph = await startTestScaleph({
      knex: await sqlite.create(),
      config: {
        scaleph: {
          secrets: {
            keys: [{ id: 'k', key: Buffer.alloc(32, 1).toString('base64') }],
          },
          sql: { dataSources: { maxRows: 20_000, timeout: '20s' } },
        },
      },
    });
    anna = scaleph.as('user:default/anna');
    await anna
      .post('/api/scaleph/data-sources')
      .send(
        dataSourceInput('events', {
          type: clickhouseType.type,
          config: {
            host: url.hostname,
            port: Number(url.port),
            database: 'default',
            user: url.username,
          },
          secrets: { password: { value: decodeURIComponent(url.password) } },
        }),
      )
      .expect(201);
  });

  const open = async (more = {}) => {
    const { body } = await anna
      .post(`${API}/sessions`)
      .send({ kind: 'data-source', place: 'events', ...more })
      .expect(201);
    return body.id as string;
  };
  const run = async (session: string, statement: string, waitMs = 5_000) => {
    const { body } = await anna
      .post(`${API}/sessions/${session}/operations`)
      .send({ statement, waitMs })
      .expect(201);
    return body;
  };
  const ended = (operation: string) =>
    waitFor(async () => {
      const { body } = await anna.get(`${API}/operations/${operation}`);
      return body.state !== 'running' && body;
    });

  it('is a place of the console', async () => {
    const { body } = await anna.get(`${API}/places`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ name: 'events', dialect: 'clickhouse' }),
    ]);
  });

  it('gives rows, up to the cap', async () => {
    const session = await open();
    const { operation, page } = await run(
      session,
      'SELECT number AS n FROM system.numbers LIMIT 25000',
    );
    expect(page.columns).toEqual([
      expect.objectContaining({ name: 'n', type: 'UInt64' }),
    ]);
    expect(await ended(operation.id)).toMatchObject({
      state: 'finished',
      rows: 20_000,
    });
  });

  it('reads only, unless the session may write', async () => {
    const create = 'CREATE TABLE sql_console (a Int8) ENGINE = Memory';
    const refused = await run(await open(), create);
    expect((await ended(refused.operation.id)).error.message).toMatch(
      /only reads/,
    );
    const session = await open({ write: true });
    await ended(
      (
        await run(session, 'DROP TABLE IF EXISTS sql_console')
      ).operation.id,
    );
    const done = await run(session, create);
    expect(await ended(done.operation.id)).toMatchObject({ state: 'finished' });
    const tables = await anna
      .get(`${API}/sessions/${session}/objects?database=default`)
      .expect(200);
    expect(tables.body.items).toContainEqual(
      expect.objectContaining({ kind: 'table', name: 'sql_console' }),
    );
  });

  it('says what is wrong, and stops what takes long', async () => {
    const session = await open();
    const wrong = await run(session, 'SELECT * FROM nowhere');
    expect((await ended(wrong.operation.id)).error.message).toMatch(/nowhere/);
    const endless = 'SELECT count() FROM system.numbers';
    const { operation } = await run(session, endless, 0);
    const { body } = await anna
      .post(`${API}/operations/${operation.id}/cancellation`)
      .expect(200);
    expect(body.state).toBe('canceled');
  });
});
