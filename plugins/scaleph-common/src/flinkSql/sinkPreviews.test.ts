import { sinkPreviews } from './sinkPreviews';

const of = (script: string) =>
  sinkPreviews(script).map(({ sink, select }) => [sink, select]);

describe('sinkPreviews', () => {
  it.each([
    ['INSERT INTO t SELECT a FROM s', [['t', 'SELECT a FROM s']]],
    ['insert overwrite `my t` select 1', [['`my t`', 'select 1']]],
    [
      'INSERT INTO c.d.t (a, b) SELECT a, b FROM s',
      [['c.d.t', 'SELECT a, b FROM s']],
    ],
    [
      "INSERT INTO t PARTITION (day = '1') (a) SELECT a FROM s",
      [['t', 'SELECT a FROM s']],
    ],
    [
      "INSERT INTO t /*+ OPTIONS('x' = '(') */ SELECT ';' FROM s",
      [['t', "SELECT ';' FROM s"]],
    ],
    [
      'INSERT INTO t VALUES (1), (2)',
      [['t', 'SELECT * FROM (VALUES (1), (2))']],
    ],
    ['INSERT INTO t (SELECT a FROM s)', [['t', '(SELECT a FROM s)']]],
    [
      'INSERT INTO t WITH x AS (SELECT 1) SELECT * FROM x',
      [['t', 'WITH x AS (SELECT 1) SELECT * FROM x']],
    ],
    [
      'EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END;',
      [
        ['a', 'SELECT 1'],
        ['b', 'SELECT 2'],
      ],
    ],
    ['BEGIN STATEMENT SET; INSERT INTO a SELECT 1; END;', [['a', 'SELECT 1']]],
    ['INSERT INTO t', []],
    ['CREATE TABLE t (a INT); SELECT 1', []],
  ])('%s', (script, expected) => {
    expect(of(script)).toEqual(expected);
  });

  it('says where each INSERT is', () => {
    const script =
      '-- two\nBEGIN STATEMENT SET;\nINSERT INTO a SELECT 1;\nINSERT INTO b SELECT 2;\nEND;';
    for (const { start, end, sink } of sinkPreviews(script)) {
      expect(script.slice(start, end)).toMatch(
        new RegExp(`^INSERT INTO ${sink} SELECT \\d$`),
      );
    }
    expect(sinkPreviews(script)).toHaveLength(2);
  });
});
