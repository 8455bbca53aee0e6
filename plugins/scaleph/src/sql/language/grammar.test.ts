import { accepted } from './__fixtures__/accepted';
import { Grammar } from './grammar';

const grammar = new Grammar();

const marked = (statement: string) => {
  const problem = grammar.check(statement);
  return problem && statement.slice(problem.start, problem.end);
};

describe('Grammar', () => {
  it.each(accepted.map(it => [it]))('never marks %s', statement => {
    expect(grammar.check(statement)).toBeUndefined();
  });

  it.each([
    ['SELECT * FRM t', 't'],
    ['SELECT 1 +', '+'],
    ['SELECT a, FROM t', 'FROM'],
    ['SELECT a b c FROM t', 'c'],
    ['SELECT (1 + 2 FROM t', '1'],
    ['SELECT a FROM t WHERE', 'WHERE'],
    ['SELECT a\nFROM t\nWHERE a = = 1', '='],
    ['INSERT INTO t SELCT 1', 'SELCT'],
    ['CREATE TABLE t (a INT b STRING)', 'b'],
    ['SELECT a FROM t // all\n ORDER BY', 'BY'],
    ['SELECT ${a} FROM t WHERE ${b} = = 1', '='],
  ])('marks %j', (statement, expected) => {
    expect(marked(statement)).toBe(expected);
  });

  const expectedIn = (withCursor: string) => {
    const offset = withCursor.indexOf('|');
    const statement = withCursor.replace('|', '');
    return grammar.expectedAt(statement, offset);
  };

  it.each([
    ['SELECT * FROM ord|', 'table'],
    ['SELECT * FROM |', 'table'],
    ['SELECT | FROM t', 'column'],
    ['SELECT o.| FROM orders o', 'column'],
    ['SELECT SU| FROM t', 'function'],
    ['SELECT a FROM t WHERE |', 'column'],
    ['USE CATALOG |', 'catalog'],
    ['INSERT INTO |', 'table'],
  ])('expects at %s a %s', (text, kind) => {
    expect(expectedIn(text)?.kinds).toContain(kind);
  });

  it('expects keywords', () => {
    expect(expectedIn('SELECT a FROM t |')?.keywords).toEqual(
      expect.arrayContaining(['WHERE', 'GROUP BY']),
    );
  });
});
