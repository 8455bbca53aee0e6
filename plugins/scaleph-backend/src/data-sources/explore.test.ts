import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  DataSourceBrowser,
  openSqlite,
  FileRoots,
  postgresqlType,
} from '@scaleph/backstage-plugin-scaleph-node';
import { randomBytes } from 'node:crypto';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { dataSourceTypeModule } from '../__testUtils__/dataSourceTypeModule';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { testDatabases } from '../__testUtils__/testDatabases';
import { waitFor } from '../__testUtils__/waitFor';

// Each starts back ends and databases, on machines that may be busy.
jest.setTimeout(60_000);

const API = '/api/scaleph/data-sources';
const PASSWORD = 'hunter2-hunter2';
const [sqlite] = testDatabases();
const directory = createMockDirectory();

let aborted = 0;
const whenAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      aborted += 1;
      reject(signal.reason);
    });
  });
/** Answers what its path says. */
const browser: DataSourceBrowser = {
  levels: ['schema', 'table'],
  async objects({ secrets }, { path: [what], signal }) {
    if (what === 'wait') return whenAborted(signal);
    if (what === 'heedless') return new Promise(() => {});
    if (what === 'fail') throw new Error(`no ${secrets.password} for you`);
    const items = Array.from({ length: 1_200 }, (_, at) => ({
      kind: 'table' as const,
      name: `t${at}`,
      hasChildren: false,
    }));
    return { items, truncated: false };
  },
  async rows({ secrets, received }, { path: [what] }) {
    if (what === 'flood') received!.add(65 * 1024 * 1024);
    const row = [
      `${secrets.password}!`,
      'x'.repeat(9_000),
      Infinity,
      { a: 1n < 2n },
    ];
    return {
      columns: ['a', 'b', 'c', 'd'].map(name => ({ name, type: 'any' })),
      rows: Array.from({ length: 300 }, () => [...row, undefined]),
      truncated: false,
    };
  },
};

let scaleph: TestScaleph;
let anna: ReturnType<TestScaleph['as']>;

beforeAll(async () => {
  const files = FileRoots.of([directory.path]);
  const config = { path: directory.resolve('shop.db') };
  const database = await openSqlite({ config, files, readonly: false });
  database.exec('CREATE TABLE t (a INTEGER, b TEXT)');
  database.exec("INSERT INTO t VALUES (1, 'one'), (2, 'two'), (3, 'three')");
  database.close();
  scaleph = await startTestScaleph({
    knex: await sqlite.create(),
    config: {
      scaleph: {
        dataSources: { browseTimeout: { seconds: 5 } },
        files: { roots: [directory.path] },
        secrets: {
          keys: [{ id: 'k', key: randomBytes(32).toString('base64') }],
        },
      },
    },
    features: [
      dataSourceTypeModule({ ...postgresqlType, type: 'odd', browser }),
      dataSourceTypeModule({
        ...postgresqlType,
        type: 'mute',
        browser: undefined,
      }),
    ],
  });
  anna = scaleph.as('user:default/anna');
  const secrets = { password: { value: PASSWORD } };
  for (const input of [
    dataSourceInput('odd', { type: 'odd', secrets }),
    dataSourceInput('mute', { type: 'mute' }),
    dataSourceInput('file', { type: 'sqlite', config }),
  ]) {
    await anna.post(API).send(input).expect(201);
  }
});

it('tells which types can be looked into', async () => {
  const { body } = await anna.get('/api/scaleph/data-source-types').expect(200);
  const browse = Object.fromEntries(
    body.items.map((it: { type: string; browse: string[] }) => [
      it.type,
      it.browse,
    ]),
  );
  expect(browse).toMatchObject({
    postgresql: ['schema', 'table', 'column'],
    sqlite: ['table', 'column'],
    'local-directory': ['directory', 'file'],
    mute: [],
  });
});

it('shows tables, columns and first rows', async () => {
  const tables = await anna.get(`${API}/file/objects`).expect(200);
  expect(tables.body).toEqual({
    items: [{ kind: 'table', name: 't', hasChildren: true, hasRows: true }],
    truncated: false,
  });
  const columns = await anna.get(`${API}/file/objects?path=t`).expect(200);
  expect(columns.body.items.map((it: { name: string }) => it.name)).toEqual([
    'a',
    'b',
  ]);
  const rows = await anna.get(`${API}/file/rows?path=t&limit=2`).expect(200);
  expect(rows.body).toEqual({
    columns: [
      { name: 'a', type: 'INTEGER' },
      { name: 'b', type: 'TEXT' },
    ],
    rows: [
      [1, 'one'],
      [2, 'two'],
    ],
    truncated: true,
  });
});

it('searches, and caps a level', async () => {
  const all = await anna.get(`${API}/odd/objects?path=a`).expect(200);
  expect(all.body.items).toHaveLength(1_000);
  expect(all.body.truncated).toBe(true);
  const found = await anna.get(`${API}/odd/objects?search=T119`).expect(200);
  expect(found.body.items).toHaveLength(11);
});

it('caps rows and bytes, and tells no secret', async () => {
  const { body, text } = await anna
    .get(`${API}/odd/rows?path=a&limit=200`)
    .expect(200);
  expect(text).not.toContain(PASSWORD);
  expect(body.rows).toHaveLength(200);
  expect(body.truncated).toBe(true);
  expect(body.cut).toEqual({ columns: ['b'] });
  const [masked, long, number, object, nothing] = body.rows[0];
  expect([masked, number, object, nothing]).toEqual([
    '******!',
    'Infinity',
    '{"a":true}',
    null,
  ]);
  expect(long).toHaveLength(2_001);
  expect(text.length).toBeLessThan(1024 * 1024 + 1_000);
});

it.each([
  ['odd/objects?path=fail', 503, /no \*{6} for you/],
  ['odd/objects?path=heedless', 503, /did not answer within 5 s/],
  ['mute/objects', 400, /cannot be looked into/],
  ['file/objects?path=nothing', 404, /"nothing" does not exist/],
  ['file/rows?path=nothing', 404, /"nothing" does not exist/],
  ['odd/rows?path=flood', 400, /sent more than 64 MiB .* and was stopped/],
  ['gone/objects', 404, /"gone" does not exist/],
  ['odd/rows', 400, /path/],
  ['odd/rows?path=a&limit=201', 400, /limit/],
  ['odd/objects?path=a%00', 400, /NUL/],
])('%s answers %i', async (path, status, message) => {
  const { body } = await anna.get(`${API}/${path}`).expect(status);
  expect(body.error.message).toMatch(message);
});

it('stops when nobody waits any more, and runs a few at a time', async () => {
  const before = aborted;
  const waiting = Array.from({ length: 4 }, () =>
    anna.get(`${API}/odd/objects?path=wait`),
  );
  const outcomes = waiting.map(request =>
    request.then(
      it => it,
      it => it,
    ),
  );
  await waitFor(async () => {
    const { status } = await anna.get(`${API}/file/objects`);
    return status === 429;
  });
  const bert = scaleph.as('user:default/bert');
  await bert.get(`${API}/file/objects`).expect(200);
  waiting.forEach(request => request.abort());
  await waitFor(async () => aborted === before + 4);
  await waitFor(
    async () => (await anna.get(`${API}/file/objects`)).status === 200,
  );
  expect(outcomes).toHaveLength(4);
});
