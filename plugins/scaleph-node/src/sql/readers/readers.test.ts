import { createMockDirectory } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { openSqlite } from '../../dataSources/connect/openSqlite';
import { mysqlType } from '../../dataSources/types/mysql';
import { postgresqlType } from '../../dataSources/types/postgresql';
import { sqliteType } from '../../dataSources/types/sqlite';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { describeWithServer } from '../../testing/describeWithServer';
import { SqlBatch, SqlReader, SqlReaderConnection } from '../SqlReader';
import { SqlStatementError } from '../SqlStatementError';

jest.setTimeout(30_000);

const directory = createMockDirectory();
const never = new AbortController().signal;

async function read(
  reader: SqlReader,
  connection: SqlReaderConnection,
  statement: string,
  options: { readOnly?: boolean; signal?: AbortSignal } = {},
) {
  const { readOnly = true, signal = never } = options;
  const batches: SqlBatch[] = [];
  for await (const batch of reader.run(connection, {
    statement,
    readOnly,
    timeoutMs: 20_000,
    signal,
  })) {
    batches.push(batch);
  }
  return {
    columns: batches[0]?.columns,
    rows: batches.flatMap(({ rows }) => rows),
    changed: batches[0]?.changed,
    batches: batches.length,
  };
}

/** What every reader does, in the words of its dialect. */
function itReads(options: {
  reader: SqlReader;
  connection: () => SqlReaderConnection;
  schema: string;
  /** Many rows of one number. */
  many: string;
  /** Takes minutes. */
  endless: string;
  values: [statement: string, rows: unknown[][], types?: string[]];
  wrong: [statement: string, message: string, place: object];
  refused: string[];
}) {
  const { reader, connection, schema } = options;
  const run = (
    statement: string,
    more?: { readOnly?: boolean; signal?: AbortSignal },
  ) => read(reader, connection(), statement, more);

  beforeAll(async () => {
    const statements = [
      'DROP VIEW IF EXISTS reader_view',
      'DROP TABLE IF EXISTS reader_table',
      'CREATE TABLE reader_table (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL)',
      "INSERT INTO reader_table VALUES (1, 'one'), (2, 'two')",
      'CREATE VIEW reader_view AS SELECT id FROM reader_table',
    ];
    for (const statement of statements)
      await run(statement, { readOnly: false });
  });

  it('gives values without loss', async () => {
    const [statement, rows, types] = options.values;
    const found = await run(statement);
    expect(found.rows).toEqual(rows);
    const named = found.columns!.map(({ type }) => type);
    expect(types ? named : undefined).toEqual(types);
  });

  it('gives columns also without rows', async () => {
    const { columns, rows } = await run(
      'SELECT * FROM reader_table WHERE id < 0',
    );
    expect(columns?.map(({ name }) => name)).toEqual(['id', 'name']);
    expect(rows).toEqual([]);
  });

  it('gives many rows in batches', async () => {
    const { rows, batches } = await run(options.many);
    expect(rows).toHaveLength(2_500);
    expect(batches).toBe(3);
  });

  it('tells how many rows a statement has changed', async () => {
    const { changed } = await run("UPDATE reader_table SET name = 'x'", {
      readOnly: false,
    });
    expect(changed).toBe(2);
  });

  it('says what is wrong, and where', async () => {
    const [statement, message, place] = options.wrong;
    const error = await run(statement).catch(it => it);
    expect(error).toBeInstanceOf(SqlStatementError);
    expect(error.message).toContain(message);
    expect(error).toMatchObject(place);
  });

  it.each(options.refused)('refuses %s in a session that reads', async text => {
    await expect(run(text)).rejects.toThrow();
    const { rows } = await run('SELECT count(*) FROM reader_table');
    expect(rows).toEqual([[2]]);
  });

  it('takes one statement at a time', async () => {
    await expect(
      run('SELECT 1; DELETE FROM reader_table', { readOnly: false }),
    ).rejects.toThrow();
  });

  it('stops a statement when told', async () => {
    const controller = new AbortController();
    const running = run(options.endless, { signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    await expect(running).rejects.toThrow();
  });

  it('stops a statement whose rows nobody reads on', async () => {
    const batches = reader.run(connection(), {
      statement: options.many,
      readOnly: true,
      timeoutMs: 20_000,
      signal: never,
    });
    for await (const batch of batches) {
      expect(batch.rows).toHaveLength(1_000);
      break;
    }
  });

  it('knows schemas, tables and columns', async () => {
    const ask = (path: { database?: string; table?: string }) =>
      reader.objects(connection(), { ...path, signal: never });
    expect(await ask({})).toContainEqual({
      kind: 'database',
      name: schema,
      current: true,
    });
    expect(await ask({ database: schema })).toEqual(
      expect.arrayContaining([
        { kind: 'table', name: 'reader_table' },
        { kind: 'view', name: 'reader_view' },
      ]),
    );
    expect(
      await ask({ database: schema, table: 'reader_table' }),
    ).toMatchObject([
      { kind: 'column', name: 'id', key: true },
      { kind: 'column', name: 'name', nullable: false },
    ]);
  });
}

function serverConnection(url: URL): SqlReaderConnection {
  return {
    config: {
      host: url.hostname,
      port: Number(url.port),
      database: url.pathname.slice(1),
      user: url.username,
    },
    secrets: { password: decodeURIComponent(url.password) },
    network: NetworkPolicy.allowAll(),
    files: FileRoots.of([]),
  };
}

describeWithServer('PostgreSQL', 'SCALEPH_TEST_POSTGRES_URL', url => {
  itReads({
    reader: postgresqlType.sql!,
    connection: () => serverConnection(url),
    schema: 'public',
    many: 'SELECT i FROM generate_series(1, 2500) AS s(i)',
    endless: 'SELECT pg_sleep(600)',
    values: [
      `SELECT 9007199254740993::bigint, 12::bigint, 1.10::numeric(5,2), 1.5::float8, 'NaN'::float8, true, NULL, '2026-01-02 03:04:05.123456'::timestamp,
        '{"a": 1}'::jsonb, '\\x00ff'::bytea, ARRAY[1,2]`,
      [
        [
          '9007199254740993',
          12,
          '1.10',
          1.5,
          'NaN',
          true,
          null,
          '2026-01-02 03:04:05.123456',
          '{"a": 1}',
          '\\x00ff',
          '{1,2}',
        ],
      ],
      [
        'bigint',
        'bigint',
        'numeric(5,2)',
        'double precision',
        'double precision',
        'boolean',
        'text',
        'timestamp without time zone',
        'jsonb',
        'bytea',
        'integer[]',
      ],
    ],
    wrong: [
      'SELECT id\nFROM nowhere',
      'relation "nowhere" does not exist',
      { line: 2, column: 6 },
    ],
    refused: [
      'DELETE FROM reader_table',
      'WITH gone AS (DELETE FROM reader_table RETURNING id) SELECT * FROM gone',
      'EXPLAIN ANALYZE DELETE FROM reader_table',
      "COPY (SELECT 1) TO PROGRAM 'true'",
      'COMMIT',
      'SET TRANSACTION READ WRITE',
      'SELECT 1; DELETE FROM reader_table',
      'SELECT 1) ; DELETE FROM reader_table; --',
      'CREATE TABLE other (id int)',
      "SELECT set_config('transaction_read_only', 'off', false)",
      "SELECT set_config('transaction_read_only', 'off', true), (SELECT 1 FROM reader_table LIMIT 1)",
    ],
  });

  it('stops a statement that has lifted its own limit', async () => {
    const controller = new AbortController();
    const batches = postgresqlType.sql!.run(serverConnection(url), {
      statement:
        "SELECT set_config('statement_timeout', '0', false), pg_sleep(600)",
      readOnly: true,
      timeoutMs: 20_000,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 200);
    const first = batches[Symbol.asyncIterator]().next();
    await expect(first).rejects.toThrow();
  });

  it('leaves nothing behind', async () => {
    const readAll = async (statement: string) => {
      const rows: unknown[][] = [];
      for await (const batch of postgresqlType.sql!.run(serverConnection(url), {
        statement,
        readOnly: true,
        timeoutMs: 20_000,
        signal: new AbortController().signal,
      })) {
        rows.push(...batch.rows);
      }
      return rows;
    };
    // Locks and settings end with the connection, which each statement has alone.
    await readAll(
      "SELECT pg_advisory_lock(4711), set_config('search_path', 'x', false)",
    );
    expect(
      await readAll(
        "SELECT count(*), current_setting('search_path') <> 'x' FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711",
      ),
    ).toEqual([[0, true]]);
  });
});

describeWithServer('MariaDB', 'SCALEPH_TEST_MYSQL_URL', url => {
  itReads({
    reader: mysqlType.sql!,
    connection: () => serverConnection(url),
    schema: url.pathname.slice(1),
    many: 'SELECT seq FROM seq_1_to_2500',
    endless: 'SELECT SLEEP(600)',
    values: [
      `SELECT CAST(9007199254740993 AS SIGNED), 12, CAST('1.10' AS DECIMAL(5,2)), 1.5e0, NULL, TIMESTAMP('2026-01-02 03:04:05'), 'ü', X'00ff'`,
      [
        [
          '9007199254740993',
          12,
          '1.10',
          1.5,
          null,
          '2026-01-02 03:04:05',
          'ü',
          '0x00ff',
        ],
      ],
    ],
    wrong: ['SELECT id\nFORM nowhere', 'error in your SQL syntax', { line: 2 }],
    refused: [
      'DELETE FROM reader_table',
      '/*! DELETE FROM reader_table */',
      'SELECT 1 /*!50000 INTO OUTFILE "/tmp/x" */',
      "SELECT 1 INTO OUTFILE '/tmp/scaleph-outfile'",
      // With NO_BACKSLASH_ESCAPES the text ends at its backslash, with ANSI_QUOTES the name.
      "SELECT 'a\\' INTO OUTFILE '/tmp/scaleph-outfile' -- '",
      `SELECT 1 AS "a\\" INTO OUTFILE '/tmp/scaleph-outfile' -- "`,
      'SET GLOBAL max_connections = 5',
      'KILL 1',
      'COMMIT',
      'CREATE TABLE other (id int)',
    ],
  });
});

describe('SQLite', () => {
  const file = directory.resolve('reader.db');
  const connection = (): SqlReaderConnection => ({
    config: { path: file } as JsonObject,
    secrets: {},
    network: NetworkPolicy.allowAll(),
    files: FileRoots.of([directory.path]),
  });

  beforeAll(async () => {
    const { files, config } = connection();
    (await openSqlite({ config, files, readonly: false })).close();
  });

  itReads({
    reader: sqliteType.sql!,
    connection,
    schema: 'main',
    many: 'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 2500) SELECT i FROM s',
    endless:
      'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s) SELECT count(*) FROM s',
    values: [
      "SELECT 9007199254740993, 12, 1.5, NULL, 'x', x'00ff'",
      [['9007199254740993', 12, 1.5, null, 'x', '0x00ff']],
    ],
    wrong: ['SELECT * FROM nowhere', 'no such table: nowhere', {}],
    refused: [
      'DELETE FROM reader_table',
      "ATTACH '/tmp/x.db' AS x",
      "VACUUM INTO '/tmp/scaleph-vacuum'",
      'PRAGMA journal_mode = DELETE',
      "SELECT load_extension('/tmp/x')",
      'SELECT 1; SELECT 2',
    ],
  });

  it('refuses a file outside of the roots', async () => {
    await expect(
      read(
        sqliteType.sql!,
        { ...connection(), config: { path: '/etc/passwd' } },
        'SELECT 1',
      ),
    ).rejects.toThrow('outside of the directories');
  });

  it.each([
    "ATTACH '/tmp/x.db' AS x",
    "VACUUM INTO '/tmp/x'",
    'PRAGMA user_version = 1',
  ])('refuses %s in a session that writes', async statement => {
    await expect(
      read(sqliteType.sql!, connection(), statement, { readOnly: false }),
    ).rejects.toThrow('SQLite runs');
  });
});
