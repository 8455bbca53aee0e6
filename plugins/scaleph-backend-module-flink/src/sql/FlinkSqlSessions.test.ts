import {
  NetworkPolicy,
  SqlRowsGoneError,
  SqlSessionGoneError,
  SqlSessionPage,
  TargetConnection,
} from '@scaleph/backstage-plugin-scaleph-node';
import { JsonObject } from '@backstage/types';
import { readRecordings, Recording } from '../__testUtils__/recordings';
import { withReplay } from '../__testUtils__/replay';
import { withServer } from '../__testUtils__/withServer';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { FlinkSqlSessions } from './FlinkSqlSessions';
import { JarDirectories } from './JarDirectories';

const network = NetworkPolicy.allowAll();
const session = { session: 'b7559e66-ba8e-46eb-b940-d3dcb487bfff' };
const versions: Recording = {
  name: 'versions',
  method: 'GET',
  path: '/api_versions',
  status: 200,
  answer: '{"versions": ["V1", "V2"]}',
};
const target = (config: JsonObject = {}): TargetConnection => ({
  name: 'flink',
  title: 'Flink',
  type: 'flink-session',
  config: { gatewayUrl: 'http://gateway:8083', ...config },
  revision: 1,
  secrets: async () => ({}),
});

async function withSessions<T>(
  url: string,
  work: (sessions: FlinkSqlSessions) => Promise<T>,
): Promise<T> {
  const client = new SqlGatewayClient({ url, network, timeoutMs: 500 });
  try {
    return await work(
      new FlinkSqlSessions({
        gateway: async () => client,
        jars: JarDirectories.of([]),
      }),
    );
  } finally {
    client.close();
  }
}

/** What a recorded statement gives, fetched to its end. */
async function resultOf(name: string, maxRows = 5_000) {
  const isOf = new RegExp(`^\\d+-${name}-(?:submit|fetch)`);
  const its = readRecordings('sql-gateway').filter(it => isOf.test(it.name));
  // Empty parts, which there were many of, are not among the recordings.
  const fetches = its.filter(it => /\/result\/\d+/.test(it.path));
  fetches.forEach((it, at) => {
    const next = fetches[at + 1];
    if (!next) return;
    const answer = JSON.parse(it.answer);
    it.answer = it.answer.replace(answer.nextResultUri, next.path);
  });
  const { statement } = its[0].body as { statement: string };
  return withReplay([...its, versions], async ({ url }) =>
    withSessions(url, async sessions => {
      const operation = await sessions.execute(target(), session, {
        statement,
      });
      const pages: SqlSessionPage[] = [];
      let token: string | undefined;
      do {
        const options = { token, waitMs: 2_000, maxRows };
        pages.push(await sessions.fetch(target(), session, operation, options));
        token = pages.at(-1)!.next;
      } while (token !== undefined);
      return {
        pages,
        rows: pages.flatMap(({ rows }) => rows),
        first: pages[0],
        last: pages.at(-1)!,
      };
    }),
  );
}

describe('Recorded results', () => {
  it('of a statement without rows', async () => {
    expect((await resultOf('create-table-datagen')).pages).toEqual([
      { rows: [], done: true, state: 'finished', resultKind: 'none' },
    ]);
  });

  it('of an INSERT: the job', async () => {
    const { first } = await resultOf('insert');
    expect(first).toMatchObject({ rows: [], done: true, resultKind: 'none' });
    expect(first.jobId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('of SHOW', async () => {
    const { first, last } = await resultOf('show-catalogs');
    expect(first).toMatchObject({
      columns: [{ name: 'catalog name', type: 'STRING' }],
      rows: [['default_catalog']],
      state: 'finished',
      resultKind: 'rows',
    });
    expect(last.done).toBe(true);
  });

  it('of a query: values, types and the end', async () => {
    const { first, rows, last } = await resultOf('select-literal');
    expect(rows).toHaveLength(1);
    expect(last).toMatchObject({ done: true, state: 'finished' });
    expect(first.columns?.map(({ type }) => type).slice(0, 5)).toEqual([
      'INT',
      'STRING',
      'DATE',
      'TIMESTAMP(3)',
      'ARRAY<INT>',
    ]);
    for (const value of rows[0]) {
      expect(value === null || typeof value !== 'object').toBe(true);
    }
  });

  it('of a query in pages as small as asked for', async () => {
    const whole = await resultOf('select-paging');
    const small = await resultOf('select-paging', 100);
    expect(whole.rows.length).toBeGreaterThan(100);
    expect(small.rows).toEqual(whole.rows);
    expect(Math.max(...small.pages.map(({ rows }) => rows.length))).toBe(100);
  });

  it('of a changelog: a letter for each row', async () => {
    const { pages, rows } = await resultOf('select-changelog');
    const kinds = pages
      .map(it => it.kinds ?? 'I'.repeat(it.rows.length))
      .join('');
    expect(kinds).toHaveLength(rows.length);
    expect(kinds).toMatch(/^I(?:BU)+/);
    expect(pages.some(({ resultKind }) => resultKind === 'changelog')).toBe(
      true,
    );
  });

  it.each<[string, RegExp, object]>([
    ['bad-syntax', /Non-query expression/, {}],
    [
      'bad-table',
      /Object '.*' not found/,
      { line: 1, column: expect.any(Number) },
    ],
    ['bad-connector-select', /Could not find any factory|Cannot discover/, {}],
    ['runtime-failure', /./, {}],
    ['multi-statement', /./, {}],
  ])('of %s: what is wrong, in a line', async (name, message, place) => {
    const { last } = await resultOf(name);
    expect(last).toMatchObject({
      rows: [],
      done: true,
      state: 'failed',
      error: place,
    });
    expect(last.error!.message).toMatch(message);
    expect(last.error!.message).not.toMatch(/\n|^(?:org|java)\./);
    expect(last.error!.detail ?? '').not.toMatch(/^\s*at /m);
  });
});

describe('A gateway that', () => {
  const answer = (status: number, body: string) =>
    withServer.bind(null, (request, response) => {
      const isVersions = request.url === '/api_versions';
      response.writeHead(isVersions ? 200 : status, {
        'content-type': 'application/json',
      });
      response.end(isVersions ? versions.answer : body);
    });
  const fetchOf = (sessions: FlinkSqlSessions, token?: string) =>
    sessions.fetch(
      target(),
      session,
      { operation: 'o' },
      {
        token,
        waitMs: 50,
        maxRows: 10,
      },
    );
  const errors = (message: string) =>
    JSON.stringify({
      errors: [
        'Internal server error.',
        `<Exception on server side:\norg.apache.flink.table.gateway.api.utils.SqlGatewayException: ${message}\n\tat a.B.c(B.java:1)\nEnd of exception on server side>`,
      ],
    });

  it('has no such session: it is gone', async () => {
    await answer(
      500,
      errors("Session 'x' does not exist."),
    )(url =>
      withSessions(url, async sessions => {
        await expect(fetchOf(sessions)).rejects.toThrow(SqlSessionGoneError);
        await expect(
          sessions.execute(target(), session, { statement: 'SELECT 1' }),
        ).rejects.toThrow('does not have the session any more');
      }),
    );
  });

  it('has given out these rows: they are gone', async () => {
    await answer(
      500,
      errors('Expecting token to be 9 or 8, but found 3.'),
    )(url =>
      withSessions(url, async sessions => {
        await expect(fetchOf(sessions, '3')).rejects.toThrow(SqlRowsGoneError);
      }),
    );
  });

  it.each([
    ['is overloaded', 503, ''],
    ['cuts its answer off', 200, '{"resultType": "PAYL'],
    ['answers with a page', 200, '<html>Login</html>'],
  ])('%s fails the call and not the statement', async (_, status, body) => {
    await answer(
      status,
      body,
    )(url =>
      withSessions(url, async sessions => {
        await expect(fetchOf(sessions)).rejects.toMatchObject({
          name: 'FlinkUnavailableError',
        });
      }),
    );
  });

  it('is not there fails the call', async () => {
    await withSessions('http://127.0.0.1:1', async sessions => {
      await expect(fetchOf(sessions)).rejects.toMatchObject({
        name: 'FlinkUnavailableError',
        failure: 'refused',
      });
    });
  });

  it('is slow is asked no longer than told', async () => {
    await withServer(
      (request, response) => {
        if (request.url === '/api_versions') response.end(versions.answer);
      },
      url =>
        withSessions(url, async sessions => {
          await expect(fetchOf(sessions)).rejects.toMatchObject({
            failure: 'timeout',
          });
        }),
    );
  });

  it('is not ready is asked again until the wait is over', async () => {
    const body = JSON.stringify({
      resultType: 'NOT_READY',
      nextResultUri: '/v2/sessions/s/operations/o/result/0?rowFormat=JSON',
    });
    await answer(
      200,
      body,
    )(url =>
      withSessions(url, async sessions => {
        await expect(fetchOf(sessions)).resolves.toEqual({
          rows: [],
          done: false,
          state: 'running',
          next: '0',
        });
      }),
    );
  });
});

describe('The policy of a target', () => {
  const sessions = new FlinkSqlSessions({
    gateway: () => Promise.reject(new Error('not asked')),
    jars: JarDirectories.of([]),
  });
  const check = (statement: string, config?: JsonObject) =>
    sessions.check(target(config), statement, { ownJobs: ['a'] });

  it('refuses files and jars unless its configuration allows them', () => {
    const sql = { allowedPaths: ['/srv/jars'], allowJars: true };
    expect(check("ADD JAR '/srv/jars/a.jar'")).toHaveLength(1);
    expect(check("ADD JAR '/srv/jars/a.jar'", { sql })).toEqual([]);
    expect(check("ADD JAR '/tmp/a.jar'", { sql })).toHaveLength(1);
  });

  it('lets STOP JOB name own jobs', () => {
    expect(check("STOP JOB 'a'")).toEqual([]);
    expect(check("STOP JOB 'b'")).toHaveLength(1);
  });

  it('checks settings', () => {
    const settings = { 'parallelism.default': '2', 'rest.address': 'x' };
    expect(sessions.checkSettings(target(), settings)).toEqual([
      expect.stringContaining("'rest.address' may not be set"),
    ]);
  });

  it('takes jars only where it says so', async () => {
    const jar = {
      name: 'a.jar',
      sha256: 'x',
      sizeBytes: 1,
      open: async function* open() {},
    };
    await expect(sessions.addJar(target(), session, jar)).rejects.toThrow(
      'sql.allowJars',
    );
    await expect(
      sessions.addJar(target({ sql: { allowJars: true } }), session, jar),
    ).rejects.toThrow('sql.jarDirectory');
  });

  it('knows whether there is a gateway', () => {
    expect(sessions.available(target())).toBe(true);
    expect(sessions.available({ ...target(), config: {} })).toBe(false);
  });
});
