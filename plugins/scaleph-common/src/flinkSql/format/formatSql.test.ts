import fc from 'fast-check';
import { scripts } from '../__testUtils__/scripts';
import type { SqlDialect } from '../SqlDialect';
import { tokenizeSql } from '../tokenizeSql';
import { formatSql } from './formatSql';

const dialects: SqlDialect[] = ['flink', 'postgresql', 'mysql', 'clickhouse'];

const spoken = (text: string, dialect: SqlDialect) =>
  tokenizeSql(text, dialect)
    .filter(it => it.kind !== 'whitespace')
    .map(it => (it.kind === 'word' ? it.text.toUpperCase() : it.text));

const clauses = fc.constantFrom(
  'SELECT a, b',
  'select /*+ BROADCAST(a) */ a',
  'FROM t',
  '(SELECT 1 FROM u)',
  'WHERE a = 1 AND b BETWEEN 1 AND 2 OR c',
  'CASE WHEN a THEN b ELSE c END',
  '-- about\n',
  '/* in */',
  ', ',
  "'x' \n 'y'",
  'left join u on a.b=c.d',
  'GROUP BY a',
  ';',
  'BEGIN STATEMENT SET;',
  'EXECUTE STATEMENT SET BEGIN',
  'END;',
  'INSERT INTO t',
  "WITH ('connector' = 'print')",
  'f(a, -1)',
  'MATCH_RECOGNIZE (PARTITION BY a MEASURES b PATTERN (A B+))',
  'a_rather_long_name_that_makes_lines_long AS another_one',
);
const queries = fc
  .array(fc.tuple(clauses, fc.constantFrom(' ', '\n', '\n\n')))
  .map(parts => parts.flat().join(''));

describe('formatSql', () => {
  it.each([
    [
      'select a,b from t where x=1 and y=2',
      'SELECT a, b\nFROM t\nWHERE x = 1 AND y = 2\n',
    ],
    ["show tables from `a` like 'x%'", "SHOW TABLES FROM `a` LIKE 'x%'\n"],
    [
      'select name, value from t; -- one\n\n\nselect 2',
      'SELECT name, value\nFROM t; -- one\n\nSELECT 2\n',
    ],
    [
      'begin statement set; insert into a select 1; insert into b select 2; end;',
      'BEGIN STATEMENT SET;\n  INSERT INTO a\n  SELECT 1;\n  INSERT INTO b\n  SELECT 2;\nEND;\n',
    ],
    ['select a.date, `select` from t', 'SELECT a.date, `select`\nFROM t\n'],
    ['SELECT a IS DISTINCT FROM b', 'SELECT a IS DISTINCT FROM b\n'],
    ["select 'open", "select 'open"],
    ['', ''],
  ])('writes %j', (text, expected) => {
    expect(formatSql(text)).toBe(expected);
  });

  it('writes a longer query', () => {
    const text = `insert into sink with totals as (select o.customer, sum(o.price) as total from orders /*+ OPTIONS('scan.startup.mode'='earliest-offset') */ as o where o.price > 10 -- only dear ones
      group by o.customer) select t.customer, c.name, case when t.total > 1000 then 'a rather good customer' when t.total > 100 then 'good' else 'new' end as class
      from totals t left join customers for system_time as of t.proc_time as c on t.customer = c.id and c.active where t.total > (select avg(total) from totals) limit 10`;
    expect(formatSql(text)).toMatchInlineSnapshot(`
      "INSERT INTO sink
      WITH
        totals AS (
          SELECT o.customer, sum(o.price) AS total
          FROM orders /*+ OPTIONS('scan.startup.mode'='earliest-offset') */ AS o
          WHERE o.price > 10 -- only dear ones
          GROUP BY o.customer
        )
      SELECT
        t.customer,
        c.name,
        CASE
          WHEN t.total > 1000 THEN 'a rather good customer'
          WHEN t.total > 100 THEN 'good'
          ELSE 'new'
        END AS class
      FROM totals t
      LEFT JOIN customers FOR SYSTEM_TIME AS OF t.proc_time AS c ON t.customer = c.id
        AND c.active
      WHERE t.total > (SELECT avg(total) FROM totals)
      LIMIT 10
      "
    `);
  });

  it('writes definitions', () => {
    const text = `create table if not exists orders (id BIGINT, price DECIMAL(10,2), ts TIMESTAMP(3), tags ARRAY<STRING>, watermark for ts as ts - INTERVAL '5' SECOND, primary key (id) not enforced) partitioned by (id) with ('connector'='kafka', 'topic'='orders', 'properties.bootstrap.servers'='localhost:9092', 'format'='json')`;
    expect(formatSql(text)).toMatchInlineSnapshot(`
      "CREATE TABLE IF NOT EXISTS orders (
        id BIGINT,
        price DECIMAL(10, 2),
        ts TIMESTAMP(3),
        tags ARRAY<STRING>,
        watermark FOR ts AS ts - INTERVAL '5' SECOND,
        PRIMARY KEY (id) NOT ENFORCED
      )
      partitioned BY (id)
      WITH (
        'connector' = 'kafka',
        'topic' = 'orders',
        'properties.bootstrap.servers' = 'localhost:9092',
        'format' = 'json'
      )
      "
    `);
  });

  it('leaves names alone where nothing is reserved', () => {
    expect(formatSql('select from from from', 'clickhouse')).toContain('from');
  });

  it.each([
    ['pieces that lexers trip over', scripts],
    ['clauses in any order', queries],
  ])('keeps what is said and formats once: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...dialects), (text, dialect) => {
        const once = formatSql(text, dialect);
        expect(spoken(once, dialect)).toEqual(spoken(text, dialect));
        expect(formatSql(once, dialect)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});
