import { PipelineDocument } from '../../types';
import { pipelineDataSources } from '../dataSourceRefs';
import { parsePipeline } from '../parsePipeline';
import { printPipeline } from '../printPipeline';
import { checkPipeline } from './checkPipeline';

function documentOf(spec: object): PipelineDocument {
  const { document, problems } = parsePipeline({
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name: 'p', owner: 'data' },
    spec,
  });
  expect(problems).toEqual([]);
  return document!;
}
const check = (spec: object) =>
  checkPipeline(documentOf(spec), {
    connectors: [],
    requireDataSources: true,
    dataSource: name => (name === 'shop' ? { name, type: 'mysql' } : undefined),
    pipelineTypes: ['flink-sql', 'flink-jar', 'flink-cdc'],
    modes: ['batch', 'streaming'],
  });
const sql = (script: string, rest: object = {}) =>
  check({ type: 'flink-sql', sql: { script }, ...rest });
const cdc = (definition: string) =>
  check({ type: 'flink-cdc', cdc: { definition } });

const TABLE = "CREATE TABLE t (a INT) WITH ('connector' = 'datagen');\n";

describe('scripts', () => {
  it.each([
    ['one INSERT', `${TABLE}INSERT INTO t SELECT 1`],
    [
      'a statement set',
      `${TABLE}EXECUTE STATEMENT SET BEGIN INSERT INTO t SELECT 1; INSERT INTO t SELECT 2; END;`,
    ],
    [
      'settings, views, functions, modules',
      `SET 'pipeline.name' = 'x'; RESET; CREATE VIEW v AS SELECT 1; CREATE FUNCTION f AS 'a.B'; LOAD MODULE hive; USE CATALOG c; ${TABLE} INSERT INTO t SELECT 1;`,
    ],
    ['comments around', '-- a\nINSERT INTO t SELECT 1; /* b; */ -- c'],
  ])('%s is right', (_, script) => {
    expect(sql(script)).toEqual([]);
  });

  it.each([
    ['', 'no-insert', 1, 1],
    ['SELECT 1', 'unsupported-statement', 1, 1],
    ['INSERT INTO t SELECT 1;\nDROP TABLE t', 'statement-after-insert', 2, 1],
    [
      'INSERT INTO t SELECT 1;\nEXECUTE STATEMENT SET BEGIN INSERT INTO t SELECT 1; END',
      'several-jobs',
      2,
      1,
    ],
    ["INSERT INTO t SELECT 'a", 'malformed-sql', 1, 22],
    [
      'CREATE TABLE a AS SELECT 1;INSERT INTO a SELECT 1',
      'unsupported-statement',
      1,
      1,
    ],
    [
      "CREATE TABLE a WITH ('connector' = 'b') AS\nSELECT 1;INSERT INTO a SELECT 1",
      'unsupported-statement',
      1,
      1,
    ],
    ['UPDATE t SET a = 1', 'unsupported-statement', 1, 1],
    ["STOP JOB 'a'", 'unsupported-statement', 1, 1],
    [
      "SET 'rest.address' = 'x';INSERT INTO t SELECT 1",
      'forbidden-setting',
      1,
      1,
    ],
    [
      "\nSET '$internal.pipeline.job-id' = 'x';INSERT INTO t SELECT 1",
      'forbidden-setting',
      2,
      1,
    ],
    [
      'SET execution.checkpointing.interval = soon;INSERT INTO t SELECT 1',
      'invalid-setting',
      1,
      1,
    ],
    ["INSERT INTO t\n  SELECT '${nothing}'", 'undeclared-parameter', 2, 11],
    [
      "INSERT INTO t SELECT '${data-source.other.url}'",
      'unknown-data-source',
      1,
      23,
    ],
    [
      "CREATE TABLE t (a INT) WITH ('password' = 'hunter2');INSERT INTO t SELECT 1",
      'secret-in-document',
      1,
      43,
    ],
    [
      "CREATE TABLE t (a INT) WITH ('url' = 'jdbc:x://u:hunter2@h/d');INSERT INTO t SELECT 1",
      'secret-in-document',
      1,
      38,
    ],
  ])('%j has a problem', (script, code, line, column) => {
    const problems = sql(script).filter(it => it.severity === 'error');
    expect(problems).toContainEqual(
      expect.objectContaining({
        code,
        pointer: '/spec/sql/script',
        line,
        column,
      }),
    );
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  it('says that INSERT statements run together', () => {
    expect(
      sql('INSERT INTO t SELECT 1;\nINSERT INTO t SELECT 2'),
    ).toMatchObject([{ severity: 'warning', code: 'statement-set', line: 2 }]);
  });

  it('takes placeholders that name what is there', () => {
    expect(
      sql(
        "CREATE TABLE t (a INT) WITH ('password' = '${data-source.shop.password}', 'u' = '${x}');INSERT INTO t SELECT 1",
        { parameters: { x: {} } },
      ),
    ).toEqual([]);
  });
});

const MYSQL = `source:
  type: mysql
  hostname: \${data-source.shop.host}
  username: \${data-source.shop.username}
  password: \${data-source.shop.password}
  tables: shop.\\.*
sink:
  type: values
`;

describe('CDC definitions', () => {
  it('a whole one is right', () => {
    expect(
      cdc(
        `${MYSQL}route:\n- source-table: a.b\n  sink-table: c.d\ntransform:\n- source-table: a.b\n  projection: "*"\npipeline:\n  name: x\n`,
      ).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it.each([
    ['', 'wrong-type', 1],
    ['- a', 'wrong-type', 1],
    ['source: {', 'malformed-yaml', 1],
    ['source: { type: values }', 'missing-field', 1],
    ['source: { type: values }\nsink: { a: 1 }', 'missing-field', 2],
    [MYSQL.replace(/ {2}tables.*\n/, ''), 'missing-option', 2],
    [`${MYSQL}route:\n- source-table: a\n`, 'missing-field', 10],
    [`${MYSQL}transform: 5\n`, 'wrong-type', 9],
    [
      MYSQL.replace('${data-source.shop.password}', 'hunter2'),
      'secret-in-document',
      5,
    ],
    [
      MYSQL.replace('data-source.shop.password', 'data-source.x.password'),
      'unknown-data-source',
      5,
    ],
  ])('%j has a problem', (definition, code, line) => {
    const problems = cdc(definition).filter(it => it.severity === 'error');
    expect(problems).toContainEqual(
      expect.objectContaining({ code, pointer: '/spec/cdc/definition', line }),
    );
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  it.each([
    [`${MYSQL}sinks: 1\n`, 'unknown-field', 9],
    [MYSQL.replace('values', 'nosuch'), 'unknown-connector', 8],
  ])('%j has a warning', (definition, code, line) => {
    expect(cdc(definition)).toContainEqual(
      expect.objectContaining({ severity: 'warning', code, line }),
    );
  });
});

describe('parts', () => {
  it.each([
    [{ type: 'flink-sql' }, 'missing-field', '/spec/sql'],
    [
      { type: 'flink-jar', sql: { script: 'x' } },
      'misplaced-field',
      '/spec/sql',
    ],
    [
      {
        type: 'flink-cdc',
        cdc: { definition: MYSQL },
        nodes: [{ id: 'a', kind: 'source', connector: 'X' }],
      },
      'misplaced-field',
      '/spec/nodes',
    ],
    [
      {
        type: 'flink-jar',
        jar: { artifact: { upload: 'a' } },
        env: { flink: { 'rest.port': '1' } },
      },
      'forbidden-setting',
      '/spec/env/flink/rest.port',
    ],
    [
      {
        type: 'flink-jar',
        jar: { artifact: { upload: 'a' }, arguments: ['a', '${b}'] },
      },
      'undeclared-parameter',
      '/spec/jar/arguments/1',
    ],
  ])('%j has a problem', (spec, code, pointer) => {
    expect(check(spec)).toContainEqual(
      expect.objectContaining({ severity: 'error', code, pointer }),
    );
  });
});

it('names the data sources of every part', () => {
  expect(
    pipelineDataSources(
      documentOf({
        type: 'flink-sql',
        sql: {
          script:
            "INSERT INTO a SELECT '${data-source.b.c.url}', '${data-source.a.x}' -- ${data-source.no.x}",
        },
      }),
    ),
  ).toEqual(['a', 'b.c']);
});

it('prints a script as it is, without nodes and edges', () => {
  const text = printPipeline(
    documentOf({
      type: 'flink-sql',
      mode: 'streaming',
      env: { parallelism: 2, flink: { b: '1', a: '2' } },
      sql: {
        script: 'INSERT INTO a\n  SELECT 1;\n',
        libraries: [{ maven: 'g:a:1' }],
      },
      recovery: { maxAttempts: 5 },
    }),
  );
  expect(text.slice(text.indexOf('spec:'))).toBe(`spec:
  type: flink-sql
  mode: streaming
  env:
    parallelism: 2
    flink:
      a: "2"
      b: "1"
  sql:
    script: |
      INSERT INTO a
        SELECT 1;
    libraries:
    - maven: g:a:1
  recovery:
    maxAttempts: 5
`);
});
