import { writeFile } from 'node:fs/promises';
import { chain, Harness, node } from '../__testUtils__/harness';
import { DuckDb } from '../worker/duckdb/DuckDb';
import { StopSignal } from '../worker/StopSignal';

let harness: Harness;

beforeAll(async () => {
  harness = await Harness.create();
  await harness.write('in.csv', 'id\n1\n');
  await harness.write('other.csv', 'id\n2\n');
});

afterAll(async () => {
  await harness.remove();
});

describe('a query of a Sql node', () => {
  test.each([
    [
      'reads a file',
      `SELECT * FROM read_csv('/etc/passwd')`,
      'table function "read_csv"',
    ],
    [
      'reads a file as text',
      `SELECT * FROM read_text('/etc/passwd'), read`,
      'table function "read_text"',
    ],
    [
      'reads a file by its name',
      `SELECT * FROM '/etc/passwd'`,
      'table "/etc/passwd" is not a node',
    ],
    [
      'reads a file in a subquery',
      `SELECT (SELECT count(*) FROM glob('/*')) FROM read`,
      'table function "glob"',
    ],
    [
      'reads a file in a CTE',
      `WITH x AS (FROM read_parquet('a')) FROM x, read`,
      'table function "read_parquet"',
    ],
    [
      'reads another node',
      'SELECT * FROM write',
      'table "write" is not a node above',
    ],
    [
      'reads what its own CTE hides',
      'WITH write AS (SELECT * FROM write) SELECT * FROM write, read',
      'table "write" is not a node above',
    ],
    [
      'begins a recursive CTE with what that hides',
      'WITH RECURSIVE write AS (SELECT * FROM write UNION ALL SELECT * FROM write WHERE false) SELECT * FROM write, read',
      'table "write" is not a node above',
    ],
    [
      'is very long',
      `SELECT ${'1 + '.repeat(20_000)}1 FROM read`,
      '65536 are the most',
    ],
    [
      'reads the catalog',
      'SELECT * FROM duckdb_settings()',
      'table function "duckdb_settings"',
    ],
    [
      'reads the catalog by a view',
      'SELECT * FROM duckdb_tables',
      'table "duckdb_tables" is not',
    ],
    [
      'reads information_schema',
      'SELECT * FROM information_schema.tables',
      'table "information_schema.tables" is not',
    ],
    [
      'makes a query of a string',
      `SELECT * FROM query('select 1')`,
      'table function "query"',
    ],
    [
      'names a table by a string',
      `SELECT * FROM query_table('read')`,
      'table function "query_table"',
    ],
    [
      'reads a setting',
      `SELECT current_setting('temp_directory') FROM read`,
      'function "current_setting"',
    ],
    [
      'reads the environment',
      `SELECT getenv('HOME') FROM read`,
      'function "getenv"',
    ],
    ['copies', `COPY (SELECT 1) TO '/tmp/x.csv'`, 'must be one SELECT'],
    ['attaches', `ATTACH '/tmp/x.db'`, 'must be one SELECT'],
    ['installs', 'INSTALL httpfs', 'must be one SELECT'],
    ['loads', 'LOAD httpfs', 'must be one SELECT'],
    ['sets', 'SET threads = 100', 'must be one SELECT'],
    ['calls a pragma', 'PRAGMA database_list', 'must be one SELECT'],
    ['exports', `EXPORT DATABASE '/tmp/x'`, 'must be one SELECT'],
    ['writes', 'DROP VIEW read', 'must be one SELECT'],
    ['describes', 'DESCRIBE read', 'SHOW, DESCRIBE and SUMMARIZE'],
    ['holds two statements', 'SELECT * FROM read; SELECT 1', 'holds 2'],
    ['holds none', '-- nothing', 'holds 0'],
    [
      'ends the statement around it',
      "SELECT * FROM read) TO '/tmp/x'; --",
      'not valid SQL',
    ],
    ['has a parameter marker', 'SELECT ? FROM read', 'parameter marker'],
    [
      'has a mistake',
      'SELEC 1',
      'not valid SQL: syntax error at or near "SELEC" (line 1, column 1)',
    ],
  ])('is refused when it %s', async (_, query, message) => {
    const document = chain(
      node.csv('read', 'in.csv'),
      node.sql('query', query),
      node.write('write', 'out.csv'),
    );
    await expect(harness.submit(document)).rejects.toMatchObject({
      name: 'InputError',
      problems: [
        {
          code: 'invalid-option',
          node: 'query',
          pointer: '/spec/nodes/1/options/query',
          message: expect.stringContaining(message),
        },
      ],
    });
  });

  test.each([
    'WITH a AS (SELECT id FROM read), b AS (FROM a) SELECT a.id FROM a JOIN b USING (id)',
    'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n FROM t, READ',
    'FROM read',
    'SELECT (SELECT max(id) FROM read) AS m, x FROM range(3) AS r(x), unnest([1, 2]) AS u(y), read',
    `SELECT * FROM read PIVOT (count(*) FOR id IN (1, 2))`,
    'SELECT id FROM read UNION ALL SELECT id FROM read;',
    'VALUES (1), (2)',
  ])('may be %s', async query => {
    const run = await harness.run(
      chain(
        node.csv('read', 'in.csv'),
        node.sql('query', query),
        node.console('show'),
      ),
    );
    expect(run.reason).toBeUndefined();
    expect(run.state).toBe('FINISHED');
  });
});

describe('the database of a worker, even without the check of queries', () => {
  let database: DuckDb;

  beforeAll(async () => {
    await writeFile(harness.path('secret.csv'), 'id\n3\n');
    database = await DuckDb.create({
      limits: { memory: 5e8, threads: 1, orphanTimeout: 1e6 },
      temporary: harness.path('tmp'),
      files: [harness.path('data/in.csv')],
      stop: new StopSignal(),
    });
  });

  afterAll(() => database.close());

  it('reads the files of its run', async () => {
    const path = harness.path('data/in.csv');
    const { rows } = await database.run(
      `SELECT count(*) FROM read_csv('${path}')`,
    );
    expect(rows).toBe(1);
  });

  test.each([
    [
      'another file',
      () => `SELECT * FROM read_csv('${harness.path('secret.csv')}')`,
    ],
    [
      'a file beside',
      () => `SELECT * FROM read_csv('${harness.path('data/other.csv')}')`,
    ],
    [
      'a way around',
      () => `SELECT * FROM read_csv('${harness.path('tmp/../secret.csv')}')`,
    ],
    ['a list of files', () => `SELECT * FROM glob('/etc/*')`],
    ['text', () => `SELECT * FROM read_text('/etc/passwd')`],
    [
      'writing elsewhere',
      () => `COPY (SELECT 1) TO '${harness.path('data/evil.csv')}'`,
    ],
    ['writing its own input', () => `ATTACH '${harness.path('x.db')}'`],
    [
      'the network',
      () => `SELECT * FROM read_csv('https://example.com/x.csv')`,
    ],
    [
      'object storage',
      () => `SELECT * FROM read_parquet('s3://bucket/x.parquet')`,
    ],
    ['installing an extension', () => 'INSTALL httpfs'],
    ['loading an extension', () => 'LOAD httpfs'],
    ['settings', () => 'SET enable_external_access = true'],
    ['the lock itself', () => 'SET lock_configuration = false'],
    ['more memory', () => `SET memory_limit = '100GB'`],
    ['exports', () => `EXPORT DATABASE '${harness.path('data/x')}'`],
    ['stored secrets', () => `CREATE PERSISTENT SECRET s (TYPE s3)`],
    ['the environment', () => `SELECT getenv('HOME')`],
  ])('refuses %s', async (_, sql) => {
    await expect(database.execute(sql())).rejects.toThrow(
      /disabled by configuration|disabled through configuration|configuration has been locked|does not exist|not.*allowed|cannot be loaded|is disabled|Missing Extension|httpfs/i,
    );
  });
});
