import { DataSourceConnection } from '../../dataSources/DataSourceConnection';
import { sqlserverType } from '../../dataSources/types/sqlserver';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { TdsAnswer, tdsServer } from '../../testing/tdsServer';
import { requireSelect } from './requireSelect';
import { sqlserverReader } from './sqlserverReader';

jest.setTimeout(30_000);

const { signal: never } = new AbortController();
let answer: (statement: string) => TdsAnswer;
let server: Awaited<ReturnType<typeof tdsServer>>;

beforeEach(async () => {
  answer = () => ({ columns: ['a', 'b'], rows: [['1', null]] });
  server = await tdsServer({
    password: 'the-password',
    database: 'sales',
    answer: statement => answer(statement),
  });
});
afterEach(() => server.stop());

const connection = (config = {}, more = {}): DataSourceConnection => ({
  config: {
    host: '127.0.0.1',
    port: server.port,
    database: 'sales',
    user: 'sa',
    ...config,
  },
  secrets: { password: 'the-password' },
  network: NetworkPolicy.allowAll(),
  files: FileRoots.of([]),
  ...more,
});

async function run(statement: string, options = {}) {
  const rows: unknown[][] = [];
  let columns;
  let changed;
  for await (const batch of sqlserverReader.run(connection(), {
    statement,
    readOnly: true,
    timeoutMs: 10_000,
    signal: never,
    ...options,
  })) {
    columns = batch.columns ?? columns;
    changed = batch.changed ?? changed;
    rows.push(...batch.rows);
  }
  return { columns, rows, changed };
}

it('tests a connection', async () => {
  answer = () => ({ columns: [''], rows: [['16.0.1000.6']] });
  await expect(
    sqlserverType.testConnection({ ...connection(), signal: never }),
  ).resolves.toBe('SQL Server 16.0.1000.6 answered');
});

it.each<[string, object, object, RegExp]>([
  [
    'password',
    {},
    { secrets: { password: 'hunter2-hunter2' } },
    /refused user "sa": Login failed/,
  ],
  ['database', { database: 'other' }, {}, /no database "other"/],
  ['encryption', { ssl: 'verify-full' }, {}, /TLS|encrypt/i],
  ['port', { port: 1 }, {}, /refused the connection/],
  [
    'address',
    {},
    { network: NetworkPolicy.of({ deniedRanges: ['127.0.0.0/8'] }) },
    /may not reach/,
  ],
])('says what is wrong with the %s', async (_, config, more, message) => {
  const request = { ...connection(config, more), signal: never };
  const error = await sqlserverType.testConnection(request).catch(it => it);
  expect(error.name).toBe('ConnectionError');
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain('hunter2');
});

it('reads in a transaction that is rolled back', async () => {
  expect(await run('SELECT a, b FROM t')).toEqual({
    columns: [
      { name: 'a', type: 'nvarchar(4000)', nullable: true },
      { name: 'b', type: 'nvarchar(4000)', nullable: true },
    ],
    rows: [['1', null]],
    changed: undefined,
  });
  expect(server.batches).toEqual([
    'BEGIN TRANSACTION',
    'SELECT a, b FROM t',
    'IF @@TRANCOUNT > 0 ROLLBACK',
  ]);
});

it('reads many rows', async () => {
  const rows = Array.from({ length: 12_345 }, (_, at) => [String(at), null]);
  answer = () => ({ columns: ['a', 'b'], rows });
  const found = await run('SELECT a, b FROM t');
  expect(found.rows).toEqual(rows);
});

it('writes where it may', async () => {
  answer = () => ({ columns: [], rows: [] });
  const found = await run('DELETE FROM t', { readOnly: false });
  expect(found).toMatchObject({ rows: [], changed: 1 });
  expect(server.batches).toEqual(['DELETE FROM t']);
});

it('says what a statement has wrong, and where', async () => {
  answer = statement =>
    statement.startsWith('SELECT')
      ? { error: { number: 208, message: "Invalid object name 't'.", line: 2 } }
      : { columns: [], rows: [] };
  await expect(run('SELECT a\nFROM t')).rejects.toMatchObject({
    name: 'SqlStatementError',
    message: "Invalid object name 't'.",
    line: 2,
  });
});

it('stops on the server when it is aborted', async () => {
  const stop = new AbortController();
  answer = statement =>
    statement.startsWith('SELECT') ? 'never' : { columns: [], rows: [] };
  const outcome = run('SELECT a FROM t', { signal: stop.signal }).catch(
    it => it,
  );
  while (server.batches.length < 2) await new Promise(setImmediate);
  stop.abort(new Error('enough'));
  expect((await outcome).message).toBe('enough');
});

it('stops after its time limit', async () => {
  answer = statement =>
    statement.startsWith('SELECT') ? 'never' : { columns: [], rows: [] };
  await expect(run('SELECT a FROM t', { timeoutMs: 300 })).rejects.toThrow(
    /longer than it may/,
  );
  expect(server.seen.attentions).toBe(1);
});

it.each([
  'DELETE FROM t',
  'SELECT * INTO x FROM t',
  'SELECT 1 DELETE FROM t',
  'SELECT 1; DROP TABLE t',
  'SELECT 1 EXEC xp_cmdshell',
  "SELECT * FROM OPENROWSET('SQLNCLI', 'x', 'y')",
  'WITH x AS (SELECT 1 AS a) DELETE FROM x',
  'SELECT 1 COMMIT',
  'SELECT NEXT VALUE FOR s',
  "EXEC('DELETE FROM t')",
  'SELECT 1 /* a /* b */ */ SHUTDOWN',
  'SELECT 1 AS [a]]b] INSERT INTO t VALUES (1)',
  "SELECT 'a''' UPDATE t SET a = 1",
  "SELECT 1 WAITFOR DELAY '1:00'",
  'SELECT 0x1TRUNCATE TABLE t',
  "SELECT $EXEC('DELETE FROM t')",
  "SELECT 1 .EXEC('DELETE FROM t')",
  'SELECT 1 CHECKPOINT',
  '',
])('does not take %j for reading', statement => {
  expect(() => requireSelect(statement)).toThrow(/only reads/);
});

it.each([
  'SELECT 1;',
  'SELECT [delete], [into] FROM t -- DROP TABLE t',
  "SELECT 'DELETE FROM t' AS a",
  'SELECT x.load FROM x',
  'WITH x AS (SELECT 1 AS a) SELECT * FROM x',
  '/* DROP */ SELECT TOP (5) * FROM [into]',
  '(SELECT 1) UNION ALL (SELECT 2)',
])('takes %j for reading', statement => {
  expect(() => requireSelect(statement)).not.toThrow();
});

describe('its browser', () => {
  const { objects, rows } = sqlserverType.browser!;

  it('shows what the catalog says', async () => {
    answer = () => ({
      columns: ['', 'name', '', '', '', '', '', ''],
      rows: [
        ['table', 'orders', null, null, '0', '0', '12', '8192'],
        ['view', 'v', null, null, '0', '0', null, null],
      ],
    });
    const found = await objects(connection(), {
      path: ["o'brien"],
      search: "x'y",
      limit: 10,
      signal: never,
    });
    expect(found.items).toEqual([
      {
        kind: 'table',
        name: 'orders',
        rows: 12,
        bytes: 8192,
        hasChildren: true,
        hasRows: true,
      },
      { kind: 'view', name: 'v', hasChildren: true, hasRows: true },
    ]);
    expect(server.batches[0]).toContain(
      "SCHEMA_NAME(o.schema_id) = N'o''brien'",
    );
    expect(server.batches[0]).toContain("LOWER(N'x''y')");
  });

  it('reads first rows of what has a hostile name', async () => {
    answer = statement =>
      /sys\.all_columns/.test(statement)
        ? {
            columns: ['', 'name', 'type', '', '', '', '', ''],
            rows: [
              ['column', 'a]b', 'int', '1', '0', '0', null, null],
              ['column', 'note', 'nvarchar(max)', '1', '0', '0', null, null],
              ['column', 'b', 'varbinary(max)', '1', '0', '0', null, null],
            ],
          }
        : {
            columns: ['', '', ''],
            rows: [['1', 'é'.repeat(8_000), 'short']],
          };
    const path = ['dbo', 'a]; DROP TABLE b --'];
    const sample = await rows!(connection(), { path, limit: 5, signal: never });
    const statement = server.batches.find(it =>
      it.includes('DROP TABLE b --]'),
    );
    expect(statement).toBe(
      'SELECT TOP (6) [a]]b], LEFT([note], 8000), SUBSTRING([b], 1, 4000) FROM [dbo].[a]]; DROP TABLE b --]',
    );
    expect(sample.columns).toEqual([
      { name: 'a]b', type: 'int' },
      { name: 'note', type: 'nvarchar(max)' },
      { name: 'b', type: 'varbinary(max)' },
    ]);
    expect(sample.cut).toEqual({ columns: ['note'] });
    expect(String(sample.rows[0][1])).toMatch(/^é{8000}…$/);
  });

  it('knows what does not exist', async () => {
    answer = () => ({ columns: ['a'], rows: [] });
    const request = { path: ['nowhere'], limit: 10, signal: never };
    await expect(objects(connection(), request)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });
});

it('makes URLs in which a database adds no property', () => {
  const config = { host: 'db', database: 'a};encrypt=false', user: 'sa' };
  expect(sqlserverType.fields!(config).url).toBe(
    'jdbc:sqlserver://db:1433;databaseName={a}};encrypt=false};encrypt=false;trustServerCertificate=false',
  );
});

it('sends no password where encryption was asked for and is not had', async () => {
  const request = { ...connection({ ssl: 'require' }), signal: never };
  await expect(sqlserverType.testConnection(request)).rejects.toThrow(
    /offers no encryption/,
  );
  expect(server.seen.logins).toBe(0);
});
