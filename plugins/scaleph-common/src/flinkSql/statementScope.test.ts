import { splitStatements } from './splitStatements';
import { statementAt } from './statementAt';
import { statementScope } from './statementScope';

const scopeOf = (withCursor: string) => {
  const offset = withCursor.indexOf('|');
  return statementScope(withCursor.replace('|', ''), offset);
};

describe('statementScope', () => {
  it.each<[string, object[]]>([
    ['SELECT | FROM orders', [{ path: ['orders'] }]],
    [
      'SELECT | FROM `c`.`d``x`.orders AS o, u LEFT JOIN v x ON o.a = x.a',
      [
        { path: ['c', 'd`x', 'orders'], alias: 'o' },
        { path: ['u'] },
        { path: ['v'], alias: 'x' },
      ],
    ],
    [
      "SELECT | FROM t /*+ OPTIONS('a'='b') */ x WHERE 1 = 1",
      [{ path: ['t'], alias: 'x' }],
    ],
    [
      'SELECT | FROM a JOIN b FOR SYSTEM_TIME AS OF a.pt AS c ON a.id = c.id',
      [{ path: ['a'] }, { path: ['b'], alias: 'c' }],
    ],
    [
      'SELECT | FROM (SELECT a, SUM(b) AS total FROM t) AS s',
      [{ path: [], alias: 's', columns: ['a', 'total'] }],
    ],
    [
      "SELECT | FROM TABLE(TUMBLE(TABLE bid, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) w",
      [
        {
          path: ['bid'],
          alias: 'w',
          added: ['window_start', 'window_end', 'window_time'],
        },
      ],
    ],
    [
      'SELECT a FROM t WHERE a IN (SELECT | FROM u)',
      [{ path: ['t'] }, { path: ['u'] }],
    ],
    ['SELECT | FROM t WHERE a IN (SELECT b FROM u)', [{ path: ['t'] }]],
    ['SELECT a FROM t WHERE |', [{ path: ['t'] }]],
    ['SELECT | FROM ', []],
    ['SELECT f(| FROM t', [{ path: ['t'] }]],
  ])('of %s', (text, tables) => {
    expect(scopeOf(text).tables).toEqual(tables);
  });

  it('reads the queries of WITH', () => {
    const { withQueries } = scopeOf(
      'WITH a AS (SELECT x, y z FROM t), b AS (SELECT * FROM a) SELECT | FROM a',
    );
    expect(withQueries).toEqual([
      { path: ['a'], columns: ['x', 'z'] },
      { path: ['b'], columns: undefined },
    ]);
  });
});

describe('statementAt', () => {
  it.each([
    ['|SELECT 1; SELECT 2', 'SELECT 1'],
    ['SELECT 1|; SELECT 2', 'SELECT 1'],
    ['SELECT 1;|\n\nSELECT 2', 'SELECT 1'],
    ['SELECT 1; SELECT| 2', 'SELECT 2'],
    ['-- |\nSELECT 1', 'SELECT 1'],
    ['|', undefined],
  ])('of %j', (text, expected) => {
    const statements = splitStatements(text.replace('|', ''));
    expect(statementAt(statements, text.indexOf('|'))?.text).toBe(expected);
  });
});
