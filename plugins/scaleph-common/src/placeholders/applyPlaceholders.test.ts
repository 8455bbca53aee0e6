import { parse } from 'yaml';
import { splitStatements } from '../flinkSql/splitStatements';
import {
  applyPlaceholders,
  PlaceholderSyntax,
  SECRET_MASK,
} from './applyPlaceholders';

const apply = (
  text: string,
  syntax: PlaceholderSyntax,
  parameters: Record<string, string> = {},
  fields: Record<string, string> = {},
) =>
  applyPlaceholders(text, syntax, {
    parameters,
    dataSource: name => (name === 'ware.house' ? fields : undefined),
  });

describe('in SQL', () => {
  it.each<[string, string, string]>([
    ["select '${x}'", 'a', "select 'a'"],
    ["select '${x}'", "a'; drop table b; --", "select 'a''; drop table b; --'"],
    ["select '${x}'", "\\'", "select '\\'''"],
    ["select 'it''s ${x}, ${x}'", "'", "select 'it''s '', '''"],
    ['select ${x} from a', '42', 'select 42 from a'],
    ['select 1-${x}', '-1', 'select 1- -1'],
    ['insert into ${x} select 1', 'orders', 'insert into orders select 1'],
    ['insert into `${x}` select 1', 'orders', 'insert into `orders` select 1'],
    ["-- it's ${x}\nselect 1", 'y', "-- it's ${x}\nselect 1"],
    ['/* ${x} */ select 1', 'y', '/* ${x} */ select 1'],
    ["select '$${x}'", 'y', "select '${x}'"],
    [
      "select * from a /*+ OPTIONS('k'='${x}') */",
      "'",
      "select * from a /*+ OPTIONS('k'='''') */",
    ],
  ])('%s with %j is %s', (sql, x, expected) => {
    expect(apply(sql, 'sql', { x })).toEqual({ text: expected, problems: [] });
  });

  it.each([
    ['select ${x}', '1; drop table a'],
    ['select ${x}', "'a'"],
    ['select ${x}', 'a b'],
    ['select ${x}', '--'],
    ['select ${x}', ''],
    ['insert into `${x}` select 1', 'a`; --'],
    ["select U&'${x}'", '\\0027'],
    ["select X'${x}'", '00'],
  ])('refuses %s with %j', (sql, x) => {
    const { text, problems } = apply(sql, 'sql', { x });
    expect(text).toBe(sql);
    expect(problems).toMatchObject([{ code: 'unsafe-placeholder' }]);
    expect(JSON.stringify(problems)).not.toContain('drop table');
  });

  it('lets no value out of its literal', () => {
    const parts = ["'", '"', '`', '\\', '--', '/*', '*/', ';', '\n', '${x}'];
    for (let seed = 0; seed < 2_000; seed++) {
      const x = Array.from(
        { length: 5 },
        (_, index) => parts[(seed * 7 + seed ** index * 3) % parts.length],
      ).join('');
      const { text } = apply("insert into a select '${x}', 2;", 'sql', { x });
      const statements = splitStatements(text, 'flink');
      expect(statements).toHaveLength(1);
      expect(statements[0].text.endsWith(', 2')).toBe(true);
    }
  });

  it('splits the name of a data source from its field at the last dot', () => {
    expect(
      apply(
        "'${data-source.ware.house.password}'",
        'sql',
        {},
        { password: "p'w" },
      ).text,
    ).toBe("'p''w'");
  });

  it('masks outside of literals too', () => {
    expect(apply('select ${x}', 'sql', { x: SECRET_MASK }).text).toBe(
      'select ******',
    );
  });

  it.each([
    ['${y}', 'undeclared-parameter', 'parameter "y"'],
    ['${data-source.other.url}', 'unknown-data-source', '"other"'],
    ['${data-source.ware.house.url}', 'unknown-field', 'has no field "url"'],
    ['${constructor}', 'undeclared-parameter', ''],
    ['${data-source.ware.house.toString}', 'unknown-field', ''],
  ])('says what %s lacks', (placeholder, code, message) => {
    expect(
      apply(`select '${placeholder}'`, 'sql', { x: 'a' }).problems,
    ).toMatchObject([{ code, message: expect.stringContaining(message) }]);
  });
});

describe('in YAML', () => {
  const VALUES = [
    'plain',
    'a: b',
    '"',
    "'",
    '\n- x: 1\n',
    '#',
    '{}',
    '*a',
    '!!x',
    '\u0000\u2028\ufeff',
    '',
    '8080',
    'true',
  ];
  it.each([
    ['a: ${x}\nb: 1 # ${x}\n', (x: string) => ({ a: x, b: 1 })],
    ['a: "pre ${x}"\nb: [1]\n', (x: string) => ({ a: `pre ${x}`, b: [1] })],
    ["a: 'it''s ${x}'\n", (x: string) => ({ a: `it's ${x}` })],
    [
      'a: |\n  one ${x}\n  two\nb: 2\n',
      (x: string) => ({ a: `one ${x}\ntwo\n`, b: 2 }),
    ],
    ['- ${x}\n- k: &k ${x}\n- *k\n', (x: string) => [x, { k: x }, x]],
    ["{ a: '${x}', b: 2 }", (x: string) => ({ a: x, b: 2 })],
  ])('a value of %j stays one value', (yaml, expected) => {
    for (const x of VALUES) {
      const { text, problems } = apply(yaml, 'yaml', { x });
      expect(problems).toEqual([]);
      expect(parse(text)).toEqual(expected(x));
    }
  });

  it('keeps the rest byte for byte', () => {
    const yaml = '# c\nsource:   { a:  1 }\n\nsink:\n   b:   ${x}   # d\n';
    expect(apply(yaml, 'yaml', { x: 'y' }).text).toBe(
      yaml.replace('${x}', '"y"'),
    );
  });

  it('refuses names', () => {
    expect(apply('${x}: 1', 'yaml', { x: 'a' })).toMatchObject({
      text: '${x}: 1',
      problems: [{ code: 'unsafe-placeholder' }],
    });
  });
});

it('puts values into arguments as they are', () => {
  expect(apply('--a=${x} $${x}', 'text', { x: '\'; "' }).text).toBe(
    '--a=\'; " ${x}',
  );
});
