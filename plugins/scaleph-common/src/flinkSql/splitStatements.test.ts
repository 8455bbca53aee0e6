import fc from 'fast-check';
import type { SqlDialect } from './SqlDialect';
import { splitStatements } from './splitStatements';
import { isSqlTrivia } from './SqlToken';
import { statementKind } from './statementKind';
import { tokenizeSql } from './tokenizeSql';
import { scripts } from './__testUtils__/scripts';

const dialects: SqlDialect[] = [
  'flink',
  'ansi',
  'postgresql',
  'mysql',
  'sqlite',
  'sqlserver',
  'clickhouse',
];

const texts = (script: string, dialect?: SqlDialect) =>
  splitStatements(script, dialect).map(it => it.text);

describe('tokenizeSql', () => {
  const kinds = (text: string, dialect: SqlDialect) =>
    tokenizeSql(text, dialect)
      .filter(it => it.kind !== 'whitespace')
      .map(it => [it.kind, it.text]);

  it.each<[SqlDialect, string, string[][]]>([
    ['flink', "'it''s'", [['string', "'it''s'"]]],
    ['flink', "'a\\'", [['string', "'a\\'"]]],
    ['flink', '`a``b`', [['quotedIdentifier', '`a``b`']]],
    ['flink', "X'0A'", [['string', "X'0A'"]]],
    ['flink', "U&'\\0041'", [['string', "U&'\\0041'"]]],
    ['flink', "_UTF16'x'", [['string', "_UTF16'x'"]]],
    ['flink', '-- a; b\n', [['lineComment', '-- a; b']]],
    ['flink', '// a; b\n', [['lineComment', '// a; b']]],
    ['flink', '/* a /* b */', [['blockComment', '/* a /* b */']]],
    [
      'flink',
      "/*+ OPTIONS('path'='in/*/x') */",
      [['hint', "/*+ OPTIONS('path'='in/*/x') */"]],
    ],
    [
      'flink',
      '${data-source.pg.url}',
      [['placeholder', '${data-source.pg.url}']],
    ],
    [
      'flink',
      '1.5e-3+.5',
      [
        ['number', '1.5e-3'],
        ['operator', '+'],
        ['number', '.5'],
      ],
    ],
    ['postgresql', '$$ a; b $$', [['string', '$$ a; b $$']]],
    ['postgresql', '$f$ a $$ b $f$', [['string', '$f$ a $$ b $f$']]],
    ['postgresql', "E'it\\'s'", [['string', "E'it\\'s'"]]],
    ['postgresql', "'a\\'", [['string', "'a\\'"]]],
    [
      'postgresql',
      '/* a /* b */ c */',
      [['blockComment', '/* a /* b */ c */']],
    ],
    ['postgresql', 'a$1', [['word', 'a$1']]],
    ['mysql', "'it\\'s'", [['string', "'it\\'s'"]]],
    ['mysql', '"a;b"', [['string', '"a;b"']]],
    ['mysql', '# a; b', [['lineComment', '# a; b']]],
    [
      'mysql',
      '5--1',
      [
        ['number', '5'],
        ['operator', '-'],
        ['operator', '-'],
        ['number', '1'],
      ],
    ],
    [
      'mysql',
      '/*!50000 DELETE FROM t */',
      [['executableComment', '/*!50000 DELETE FROM t */']],
    ],
    ['mysql', '@@version', [['word', '@@version']]],
    ['sqlserver', '[a]];b]', [['quotedIdentifier', '[a]];b]']]],
    ['sqlserver', '#temp', [['word', '#temp']]],
    ['sqlite', '[a;b]', [['quotedIdentifier', '[a;b]']]],
    ['clickhouse', "'it\\'s'", [['string', "'it\\'s'"]]],
    ['clickhouse', '#! a; b', [['lineComment', '#! a; b']]],
  ])('%s reads %s', (dialect, text, expected) => {
    expect(kinds(text, dialect)).toEqual(expected);
  });

  it.each(["'a", '`a', '/* a', '/*+ a'])('says that %s is not closed', text => {
    expect(tokenizeSql(text)).toEqual([
      expect.objectContaining({ text, unterminated: true }),
    ]);
  });

  it('covers every text byte for byte, in every dialect', () => {
    fc.assert(
      fc.property(scripts, fc.constantFrom(...dialects), (text, dialect) => {
        const tokens = tokenizeSql(text, dialect);
        expect(tokens.map(it => it.text).join('')).toBe(text);
        for (const it of tokens) {
          expect(it.text).toBe(text.slice(it.start, it.end));
          expect(it.text).not.toBe('');
        }
      }),
    );
  });
});

describe('splitStatements', () => {
  it.each<[string, string[]]>([
    ['', []],
    [' ;; -- only this\n;', []],
    ['SELECT 1', ['SELECT 1']],
    ['SELECT 1; SELECT 2;', ['SELECT 1', 'SELECT 2']],
    ["SELECT ';' ; SELECT `a;b`", ["SELECT ';'", 'SELECT `a;b`']],
    ['-- a; b\nSELECT /* ; */ 1 -- end;\n;', ['SELECT /* ; */ 1']],
    [
      "SELECT * FROM t /*+ OPTIONS('k'='a;b') */; SELECT 2",
      ["SELECT * FROM t /*+ OPTIONS('k'='a;b') */", 'SELECT 2'],
    ],
    [
      'BEGIN STATEMENT SET; INSERT INTO a SELECT CASE WHEN x THEN 1 END FROM t; INSERT INTO b SELECT 2; END; SELECT 1',
      [
        'BEGIN STATEMENT SET; INSERT INTO a SELECT CASE WHEN x THEN 1 END FROM t; INSERT INTO b SELECT 2; END',
        'SELECT 1',
      ],
    ],
    [
      'EXPLAIN STATEMENT SET BEGIN INSERT INTO a SELECT 1; END; SELECT 2;',
      ['EXPLAIN STATEMENT SET BEGIN INSERT INTO a SELECT 1; END', 'SELECT 2'],
    ],
    [
      'BEGIN STATEMENT SET; INSERT INTO a SELECT 1; SELECT 2',
      ['BEGIN STATEMENT SET', 'INSERT INTO a SELECT 1', 'SELECT 2'],
    ],
    ["SELECT 'open; SELECT 2", ["SELECT 'open; SELECT 2"]],
  ])('splits %j', (script, expected) => {
    expect(texts(script)).toEqual(expected);
  });

  it('splits as the dialect reads', () => {
    expect(texts('SELECT $$a;b$$; SELECT 2', 'postgresql')).toEqual([
      'SELECT $$a;b$$',
      'SELECT 2',
    ]);
    expect(texts("SELECT 'a\\';b'; SELECT 2", 'mysql')).toEqual([
      "SELECT 'a\\';b'",
      'SELECT 2',
    ]);
  });

  it('leaves only white space, comments and semicolons between', () => {
    fc.assert(
      fc.property(scripts, fc.constantFrom(...dialects), (text, dialect) => {
        let at = 0;
        const gaps: string[] = [];
        for (const { start, end, text: own } of splitStatements(
          text,
          dialect,
        )) {
          expect(own).toBe(text.slice(start, end));
          gaps.push(text.slice(at, start));
          at = end;
        }
        gaps.push(text.slice(at));
        for (const gap of gaps) {
          const left = tokenizeSql(gap, dialect).filter(
            it => !isSqlTrivia(it) && it.kind !== 'semicolon',
          );
          expect(left).toEqual([]);
        }
      }),
    );
  });
});

describe('statementKind', () => {
  it.each([
    ['-- c\n SELECT 1', 'select'],
    ['(SELECT 1) UNION (SELECT 2)', 'select'],
    ['WITH a AS (SELECT 1) SELECT * FROM a', 'select'],
    ['WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a', 'insert'],
    ['VALUES (1)', 'select'],
    ['INSERT OVERWRITE t SELECT 1', 'insert'],
    ["SET 'a' = 'b'", 'set'],
    ["ADD JAR 'x.jar'", 'addJar'],
    ['SHOW JARS', 'show'],
    ['DESC t', 'describe'],
    ['EXPLAIN SELECT 1', 'explain'],
    ['EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; END', 'statementSet'],
    ['BEGIN STATEMENT SET; INSERT INTO a SELECT 1; END', 'statementSet'],
    ['BEGIN STATEMENT SET', 'beginStatementSet'],
    ['END', 'endStatementSet'],
    ["COMPILE AND EXECUTE PLAN 'p' FOR INSERT INTO a SELECT 1", 'compilePlan'],
    ["STOP JOB 'x' WITH SAVEPOINT", 'stopJob'],
    ['BEGIN', 'transaction'],
    ['SELECTED', 'unknown'],
    ['', 'unknown'],
    ['(((', 'unknown'],
  ])('%s is %s', (text, kind) => {
    expect(statementKind(text)).toBe(kind);
  });
});
