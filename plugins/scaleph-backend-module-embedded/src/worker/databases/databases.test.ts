import { readFile } from 'node:fs/promises';
import { describeDatabases, TestDatabase } from '../../__testUtils__/databases';
import { chain, Harness, node, pipeline } from '../../__testUtils__/harness';

/** Rows that are easily lost on the way. */
const ROWS = `
  SELECT 1 AS id, 9007199254740993::BIGINT AS large, 123456789.12::DECIMAL(12,2) AS amount,
    12345678901234567890.12345678::DECIMAL(38,8) AS exact, 0.1::DOUBLE AS ratio, true AS flag,
    'plain' AS text, '\\x00\\xFF'::BLOB AS bytes, DATE '2024-02-29' AS day,
    TIME '23:59:59.123456' AS clock, TIMESTAMP '2024-02-29 12:34:56.789012' AS moment,
    TIMESTAMPTZ '2024-02-29 12:34:56.5+02:00' AS instant, '{"a": [1, "ü"]}'::JSON AS doc FROM one
  UNION ALL SELECT 2, -9223372036854775808, -0.01, -0.00000001, -1.5e300, false, '', ''::BLOB,
    DATE '1000-01-01', TIME '00:00:00', TIMESTAMP '1970-01-01 00:00:01',
    TIMESTAMPTZ '1999-12-31 23:59:59+00', '"x"'
  UNION ALL SELECT 3, 0, 0, 0, 0, NULL, 'a "quoted", \\N text' || chr(10) || 'line' || chr(13) || chr(10) || chr(9) || '\\ ''end', NULL, NULL, NULL, NULL, NULL, NULL
  UNION ALL SELECT 4, NULL, NULL, NULL, NULL, true, '纳雅 😀 NULL \\t', 'abc'::BLOB, NULL, NULL, NULL, NULL, '{}'
  UNION ALL SELECT 5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL`;

const one = node.fake('one', 1, { x: 'int' });

jest.setTimeout(60_000);

describeDatabases((name, createDatabase) => {
  let harness: Harness;
  let database: TestDatabase;

  beforeAll(async () => {
    harness = await Harness.create();
    database = await createDatabase(harness);
    harness.connections.db = database.connection;
  });

  afterAll(async () => {
    await database.drop();
    await harness.remove();
  });

  const json = async (file: string) =>
    (await readFile(harness.path('data', file), 'utf8'))
      .trim()
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line));

  /** Runs a pipeline that must finish. */
  const run = async (document: Parameters<Harness['run']>[0]) => {
    const result = await harness.run(document);
    expect(result.reason).toBeUndefined();
    expect(result.state).toBe('FINISHED');
    return result;
  };

  const rowsOf = async (table: string) =>
    (await database.query(`SELECT id, v FROM ${table} ORDER BY id`)).map(
      row => `${row.id}:${row.v}`,
    );

  /** Writes rows (id, v) into a table. */
  const write = (table: string, rows: string, options = {}) =>
    harness.run(
      chain(
        one,
        node.sql(
          'rows',
          `SELECT * FROM (VALUES ${rows}) AS t(id, v), (SELECT 1 FROM one)`,
        ),
        node.sql('tidy', 'SELECT id, v FROM rows'),
        node.writeTable('write', table, options),
      ),
    );

  it('keeps every value on the way there and back', async () => {
    const document = pipeline(
      [
        one,
        node.sql('rows', ROWS),
        node.writeTable('write', 'types', { primary_keys: ['id'] }),
        node.write('before', 'before.json', { file_format_type: 'json' }),
      ],
      ['one > rows', 'rows > write', 'rows > before'],
    );
    const there = await run(document);
    expect(there.nodes.find(n => n.node === 'write')).toMatchObject({
      rowsOut: 5,
    });
    const back = await run(
      chain(
        node.table('read', { query: 'SELECT * FROM types ORDER BY id;' }),
        node.sql(
          'same',
          // What has another type in that database than in DuckDB; the value is the same.
          `SELECT * REPLACE (${
            name === 'SQLite' ? 'exact::DECIMAL(38,8) AS exact, ' : ''
          }
             doc::JSON AS doc, instant::TIMESTAMPTZ AS instant) FROM read`,
        ),
        node.write('after', 'after.json', { file_format_type: 'json' }),
      ),
    );
    expect(back.nodes[0]).toMatchObject({ rowsOut: 5 });
    const sorted = (await json('before.json')).sort((a, b) => a.id - b.id);
    expect(await json('after.json')).toEqual(sorted);
  });

  it('appends, overwrites and upserts', async () => {
    await write('modes', `(1, 'a'), (2, 'b')`, { primary_keys: ['id'] });
    expect(await rowsOf('modes')).toEqual(['1:a', '2:b']);

    const upserted = await write('modes', `(2, 'x'), (3, 'y'), (3, 'z')`, {
      primary_keys: ['id'],
    });
    expect(upserted.reason).toBeUndefined();
    expect(await rowsOf('modes')).toEqual(['1:a', '2:x', '3:z']);

    const twice = await write('modes', `(4, 'n'), (1, 'again')`);
    expect(twice).toMatchObject({ state: 'FAILED' });
    expect(await rowsOf('modes')).toEqual(['1:a', '2:x', '3:z']);

    await write('modes', `(7, 'new')`, { data_save_mode: 'DROP_DATA' });
    expect(await rowsOf('modes')).toEqual(['7:new']);

    await write('modes', `(8, 'appended')`);
    expect(await rowsOf('modes')).toEqual(['7:new', '8:appended']);

    const refused = await write('modes', `(9, 'no')`, {
      data_save_mode: 'ERROR_WHEN_DATA_EXISTS',
    });
    expect(refused.reason).toContain('holds rows already');

    const again = await write('modes', `(1.5, 'other type')`, {
      schema_save_mode: 'RECREATE_SCHEMA',
    });
    expect(again.reason).toBeUndefined();
    expect(await rowsOf('modes')).toEqual(['1.5:other type']);
  });

  it('leaves tables and files as they were when a later sink fails', async () => {
    await write('whole', `(1, 'old')`);
    await harness.write('whole.csv', 'old');
    const result = await harness.run(
      pipeline(
        [
          node.fake('make', 20_000, { id: 'int', v: 'string' }),
          node.writeTable('replace', 'whole', { data_save_mode: 'DROP_DATA' }),
          node.writeTable('fresh', 'not_made'),
          node.write('file', 'whole.csv'),
          node.sql('broken', `SELECT CAST('x' || v AS INTEGER) AS n FROM make`),
          node.console('show'),
        ],
        [
          'make > replace',
          'make > fresh',
          'make > file',
          'make > broken',
          'broken > show',
        ],
      ),
    );
    expect(result).toMatchObject({
      state: 'FAILED',
      reason: expect.stringContaining('Could not convert string'),
      outputs: [],
    });
    expect(await rowsOf('whole')).toEqual(['1:old']);
    await expect(database.query('SELECT * FROM not_made')).rejects.toThrow(
      /not_made/,
    );
    expect(await readFile(harness.path('data/whole.csv'), 'utf8')).toBe('old');
  });

  it('moves many rows in bounded memory', async () => {
    const result = await run(
      chain(
        node.fake('make', 200_000, { id: 'bigint', v: 'string', w: 'double' }),
        node.writeTable('write', 'many', { batch_size: 2000 }),
      ),
    );
    expect(result.nodes[1]).toMatchObject({
      rowsIn: 200_000,
      rowsOut: 200_000,
    });
    const back = await run(
      chain(
        node.table('read', { table_path: 'many' }),
        node.sql(
          'count',
          'SELECT count(*) AS n, count(DISTINCT v) AS v FROM read',
        ),
        node.write('write', 'many.json', { file_format_type: 'json' }),
      ),
    );
    expect(back.nodes.map(n => [n.rowsIn, n.rowsOut])).toEqual([
      [0, 200_000],
      [200_000, 1],
      [1, 1],
    ]);
    expect((await json('many.json'))[0].n).toBe(200_000);
  });

  test.each([
    [
      'a source table that does not exist',
      node.table('t', { table_path: 'nope' }),
      'able "(\\w+\\.)?nope" does not exist',
    ],
    [
      'a query with a mistake',
      node.table('t', { query: 'SELEC 1' }),
      'SELEC|syntax',
    ],
    [
      'a query that changes something',
      node.table('t', { query: 'DELETE FROM whole' }),
      '',
    ],
    [
      'two statements',
      node.table('t', { query: 'SELECT 1; DELETE FROM whole' }),
      '',
    ],
    [
      'a query that ends what is around it',
      node.table('t', { query: `SELECT 1) TO STDOUT; DELETE FROM whole; --` }),
      '',
    ],
  ])('fails with a message about %s', async (_, source, message) => {
    const before = await rowsOf('whole');
    const result = await harness.run(chain(source, node.console('show')));
    expect(result.state).toBe('FAILED');
    expect(result.reason).toMatch(/^Node "t": /);
    expect(result.reason).toMatch(new RegExp(message));
    expect(result.nodes[0]).toMatchObject({ state: 'failed' });
    expect(await rowsOf('whole')).toEqual(before);
  });

  test.each([
    ['a column that the table lacks', { table: 'whole' }, 'has no column "x"'],
    [
      'a table that may not be made',
      { table: 'absent', schema_save_mode: 'ERROR_WHEN_SCHEMA_NOT_EXIST' },
      'Table "absent" does not exist',
    ],
    [
      'a key that the rows lack',
      { table: 'absent', primary_keys: ['nokey'] },
      'primary_keys names "nokey"',
    ],
  ])(
    'fails with a message about %s',
    async (_, { table, ...options }, message) => {
      const result = await harness.run(
        chain(one, node.writeTable('write', table, options)),
      );
      expect(result.state).toBe('FAILED');
      expect(result.reason).toContain(message);
    },
  );

  it('needs a unique index for an upsert', async () => {
    const result = await write('whole', `(1, 'x')`, { primary_keys: ['id'] });
    expect(result.state).toBe('FAILED');
    expect(result.reason).toContain(
      'upsert needs a unique index or primary key',
    );
    expect(await rowsOf('whole')).toEqual(['1:old']);
  });

  it('quotes names', async () => {
    const odd = `we"ird \`na;me'`.replace('.', '');
    await run(
      chain(
        one,
        node.sql('rows', `SELECT x AS "col ""umn\`'" FROM one`),
        node.writeTable('write', odd),
      ),
    );
    const back = await run(
      chain(node.table('read', { table_path: odd }), node.console('show')),
    );
    expect(back.nodes[1].rowsIn).toBe(1);
  });

  if (name !== 'SQLite') {
    it('says that the password is wrong, without it', async () => {
      harness.connections.db = {
        ...database.connection,
        secrets: { password: 'hunter2-wrong' },
      };
      const runId = await harness.submit(
        chain(
          node.table('read', { table_path: 'whole' }),
          node.console('show'),
        ),
      );
      const result = await harness.end(runId);
      harness.connections.db = database.connection;
      expect(result.state).toBe('FAILED');
      expect(result.reason).toMatch(/password|denied/i);
      expect(result.reason).not.toContain('hunter2');
      for (const file of [
        'plan.json',
        'status.json',
        'log.ndjson',
        'worker.err',
      ]) {
        const text = await readFile(harness.path('runs', runId, file), 'utf8');
        expect(text).not.toContain('hunter2');
      }
    });
  }
});
