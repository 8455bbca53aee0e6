import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { chain, Harness, node, pipeline } from '../__testUtils__/harness';

jest.setTimeout(60_000);

let harness: Harness;

beforeEach(async () => {
  harness = await Harness.create();
});

afterEach(async () => {
  await harness.remove();
});

const read = (name: string) => readFile(harness.path('data', name), 'utf8');

/** Copies a source into JSON lines and answers them. */
const rowsOf = async (source: Parameters<typeof chain>[0]) => {
  const run = await harness.run(
    chain(
      source,
      node.write('write', 'rows.json', { file_format_type: 'json' }),
    ),
  );
  expect(run.reason).toBeUndefined();
  const lines = (await read('rows.json')).split('\n').filter(Boolean);
  expect(run.nodes.map(n => n.rowsOut)).toEqual([lines.length, lines.length]);
  return lines.map(line => JSON.parse(line));
};

const file = (path: string, options: object) => node.csv('read', path, options);

describe('a source reads', () => {
  it('CSV with quotes, newlines, empty values and text of all kinds', async () => {
    const plain = Array.from({ length: 30_000 }, (_, i) => `${i},x`).join('\n');
    await harness.write(
      'in.csv',
      `a,b\n${plain}\n-1,"a ""b"", c\nd 😀 ü"\n-2,\n-3,""\n`,
    );
    const rows = await rowsOf(file('in.csv', {}));
    expect(rows).toHaveLength(30_003);
    expect(rows.slice(-3)).toEqual([
      { a: -1, b: 'a "b", c\nd 😀 ü' },
      { a: -2, b: null },
      { a: -3, b: null },
    ]);
  });

  test.each([
    [
      'with another delimiter',
      'a;b\n1;2\n',
      { field_delimiter: ';' },
      [{ a: 1, b: 2 }],
    ],
    [
      'without a header',
      '1,2\n',
      { csv_use_header_line: false },
      [{ column0: 1, column1: 2 }],
    ],
    [
      'with lines to skip',
      '# x\n\na,b\n1,2\n',
      { skip_header_row_number: 2 },
      [{ a: 1, b: 2 }],
    ],
    ['with Windows line ends', 'a,b\r\n1,2\r\n', {}, [{ a: 1, b: 2 }]],
    ['with one line', 'a,b', {}, []],
    [
      'with a text for NULL',
      'a,b\n1,\\N\n',
      { null_format: '\\N' },
      [{ a: 1, b: null }],
    ],
    [
      'by given types',
      'a,b\n01,2\n',
      { schema: { fields: { a: 'string', b: 'decimal(10,2)' } } },
      [{ a: '01', b: 2 }],
    ],
    ['some of its columns', 'a,b\n1,2\n', { read_columns: ['b'] }, [{ b: 2 }]],
    [
      'with a type that changes late',
      `a\n${'1\n'.repeat(30_000)}x\n`,
      { read_columns: ['a'] },
      [{ a: 'x' }],
    ],
  ])('CSV %s', async (_, text, options, expected) => {
    await harness.write('in.csv', text);
    const rows = await rowsOf(file('in.csv', options));
    expect(rows.slice(-1)).toEqual(expected);
  });

  test.each([
    ['lines of objects', '{"a": 1, "b": {"c": [1]}}\n{"a": 2}\n'],
    ['an array', '[{"a": 1, "b": {"c": [1]}}, {"a": 2}]'],
  ])('JSON, %s', async (_, text) => {
    await harness.write('in.json', text);
    expect(await rowsOf(file('in.json', { file_format_type: 'json' }))).toEqual(
      [
        { a: 1, b: { c: [1] } },
        { a: 2, b: null },
      ],
    );
  });

  it('text', async () => {
    await harness.write('in.txt', '1\u0001"x"\n2\u0001y\n');
    expect(
      await rowsOf(
        file('in.txt', {
          file_format_type: 'text',
          schema: { fields: { n: 'int', s: 'string' } },
        }),
      ),
    ).toEqual([
      { n: 1, s: '"x"' },
      { n: 2, s: 'y' },
    ]);
  });

  it('Parquet, and counts what a filter skips', async () => {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const path = harness.path('data', 'in.parquet');
    await connection.run(
      `COPY (SELECT i FROM range(500000) r(i)) TO '${path}' (ROW_GROUP_SIZE 10000)`,
    );
    connection.closeSync();
    const run = await harness.run(
      chain(
        file('in.parquet', { file_format_type: 'parquet' }),
        node.sql('some', 'SELECT i FROM read WHERE i < 10'),
        node.write('write', 'out.csv'),
      ),
    );
    expect(run.nodes.map(n => [n.rowsIn, n.rowsOut])).toEqual([
      [0, 500_000],
      [500_000, 10],
      [10, 10],
    ]);
  });

  it('Parquet gets sums of large integers to the last digit', async () => {
    await harness.write('in.csv', 'i\n9007199254740993\n9007199254740994\n');
    const run = await harness.run(
      chain(
        file('in.csv', {}),
        node.sql('total', 'SELECT sum(i) AS total, count(*) AS n FROM read'),
        node.write('write', 'out.parquet', { file_format_type: 'parquet' }),
      ),
    );
    expect(run.reason).toBeUndefined();
    const connection = await (await DuckDBInstance.create()).connect();
    const reader = await connection.runAndReadAll(
      `SELECT total::VARCHAR AS total, n FROM '${harness.path(
        'data',
        'out.parquet',
      )}'`,
    );
    connection.closeSync();
    expect(reader.getRowObjects()).toEqual([
      { total: '18014398509481987', n: 2n },
    ]);
  });

  it('all files of a directory but hidden ones, and the matches of a pattern', async () => {
    await harness.write('d/1.csv', 'a\n1\n');
    await harness.write('d/2.csv', 'a,b\n2,x\n');
    await harness.write('d/.hidden.csv', 'a\n9\n');
    await harness.write('d/sub/3.csv', 'a\n3\n');
    const all = [
      { a: 1, b: null },
      { a: 2, b: 'x' },
      { a: 3, b: null },
    ];
    expect(await rowsOf(file('d', {}))).toEqual(all);
    expect(await rowsOf(file('d/*.csv', {}))).toEqual(all.slice(0, 2));
  });
});

describe('a source fails with a message about', () => {
  beforeEach(async () => {
    await writeFile(harness.path('secret.csv'), 'a\n1\n');
    await symlink(harness.path('secret.csv'), harness.path('data/link.csv'));
    await mkdir(harness.path('data/empty'));
    await harness.write('bad.csv', `a\n${'1\n'.repeat(5_000_000)}x\n`);
    await harness.write('bad.json', '{"a": 1}\n{"a": ');
  });

  test.each([
    [
      'a file that does not exist',
      'nope.csv',
      {},
      'File "nope.csv" does not exist',
    ],
    [
      'a pattern without matches',
      'nope*.csv',
      {},
      'No file matches "nope*.csv"',
    ],
    ['an empty directory', 'empty', {}, 'holds no file'],
    ['a way out', '../secret.csv', {}, 'outside'],
    ['an absolute path', '/etc/passwd', {}, 'outside'],
    ['a link that leads out', 'link.csv', {}, 'outside'],
    [
      'a file of another format',
      'bad.csv',
      { file_format_type: 'parquet' },
      'No magic bytes',
    ],
    ['a value of another type', 'bad.csv', {}, 'column "a"'],
    ['broken JSON', 'bad.json', { file_format_type: 'json' }, 'JSON'],
    [
      'a column that is not there',
      'bad.csv',
      { read_columns: ['zzz'] },
      '"zzz" not found',
    ],
  ])('%s', async (_, path, options, message) => {
    const run = await harness.run(
      chain(file(path, options), node.write('write', 'out.csv')),
    );
    expect(run).toMatchObject({
      state: 'FAILED',
      reason: expect.stringContaining(message),
      nodes: [{ node: 'read', state: 'failed' }, { node: 'write' }],
    });
    expect(run.reason).toMatch(/^Node "read": /);
    expect(await readdir(harness.path('data'))).not.toContain('out.csv');
  });

  it('a column that a query names and the node above lacks', async () => {
    await harness.write('in.csv', 'a\n1\n');
    const run = await harness.run(
      chain(
        file('in.csv', {}),
        node.sql('q', 'SELECT zzz FROM read'),
        node.console('show'),
      ),
    );
    expect(run.reason).toMatch(/^Node "q": .*"zzz"/s);
  });
});

describe('a sink', () => {
  const make = node.fake('make', 3, { id: 'int' });

  it('replaces a file only when the run has succeeded', async () => {
    await harness.write('out.csv', 'old');
    const run = await harness.run(
      pipeline(
        [
          make,
          node.write('write', 'out.csv'),
          node.sql('bad', `SELECT error('no: ' || id) AS x FROM make`),
          node.console('show'),
        ],
        ['make > write', 'make > bad', 'bad > show'],
      ),
    );
    expect(run).toMatchObject({
      state: 'FAILED',
      reason: expect.stringContaining('no: '),
    });
    expect(await read('out.csv')).toBe('old');
    expect((await readdir(harness.path('data'))).sort()).toEqual([
      '.keep',
      'out.csv',
    ]);
  });

  it('adds files to a directory, replaces them, or refuses', async () => {
    const to = (mode: string) =>
      harness.run(
        chain(make, node.write('write', 'dir', { data_save_mode: mode })),
      );
    await to('APPEND_DATA');
    await to('APPEND_DATA');
    await harness.write('dir/other.csv', 'of somebody else');
    expect(await readdir(harness.path('data/dir'))).toHaveLength(3);
    expect((await to('ERROR_WHEN_DATA_EXISTS')).reason).toContain(
      'holds data already',
    );
    await to('DROP_DATA');
    expect((await readdir(harness.path('data/dir'))).sort()).toEqual([
      'other.csv',
      'write.csv',
    ]);
  });

  test.each([
    [
      'a header or none, and a delimiter',
      { enable_header_write: false, field_delimiter: '|' },
      '1|\n',
    ],
    ['some columns', { sink_columns: ['b', 'a'] }, 'b,a\n,1\n'],
  ])('writes %s', async (_, options, text) => {
    await harness.run(
      chain(
        make,
        node.sql('q', 'SELECT 1 AS a, NULL AS b FROM make LIMIT 1'),
        node.write('write', 'o.csv', options),
      ),
    );
    expect(await read('o.csv')).toBe(text);
  });

  test.each([
    ['the same file as another', ['x.csv', './x.csv'], 'writes the same file'],
    ['a file outside', ['../x.csv', 'y.csv'], 'outside'],
  ])('does not write %s', async (_, [a, b], message) => {
    const run = await harness.run(
      pipeline(
        [make, node.write('a', a), node.write('b', b)],
        ['make > a', 'make > b'],
      ),
    );
    expect(run.reason).toContain(message);
    expect(await readdir(harness.path('data'))).toEqual(['.keep']);
  });
});

test('Filter and FieldMapper, alone and after each other', async () => {
  const transform = (id: string, connector: string, options: object) => ({
    id,
    kind: 'transform' as const,
    connector,
    options: { ...options },
  });
  await harness.write('in.csv', 'a,b,c\n1,2,3\n4,5,6\n');
  const run = await harness.run(
    chain(
      file('in.csv', {}),
      transform('without', 'Filter', { exclude_fields: ['a'] }),
      node.sql('one', 'SELECT * FROM without WHERE b > 2'),
      transform('with', 'Filter', { include_fields: ['c', 'b'] }),
      transform('named', 'FieldMapper', {
        field_mapper: { c: 'C 1', b: 'b"2' },
      }),
      node.sql('two', 'SELECT * FROM named WHERE "C 1" > 100'),
      node.write('write', 'out.csv'),
    ),
  );
  expect(run.reason).toBeUndefined();
  expect(run.nodes.map(n => [n.node, n.rowsIn, n.rowsOut])).toEqual([
    ['read', 0, 2],
    ['without', 2, 2],
    ['one', 2, 1],
    ['with', 1, 1],
    ['named', 1, 1],
    ['two', 1, 0],
    ['write', 0, 0],
  ]);
  expect(await read('out.csv')).toBe('C 1,"b""2"\n');
});

test('parameters are replaced', async () => {
  await harness.write('in.csv', 'a\n1\n5\n');
  const document = chain(
    file('${name}.csv', {}),
    node.sql('q', 'SELECT a FROM read WHERE a > ${least}'),
    node.write('write', 'out.csv'),
  );
  document.spec.parameters = { name: { default: 'in' }, least: {} };
  const run = await harness.run(document, { least: '3' });
  expect(run.nodes.at(-1)).toMatchObject({ rowsOut: 1 });
});
