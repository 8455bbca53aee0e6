import { documentOf } from '../../__testUtils__/engineTest';
import { FlinkTargetConfig } from '../../targetType/FlinkTargetConfig';
import { reachProblems } from './reachProblems';

const pointersOf = (
  connector: string,
  options: object,
  sql?: FlinkTargetConfig['sql'],
) =>
  reachProblems(
    documentOf({
      type: 'seatunnel',
      mode: 'batch',
      nodes: [{ id: 'n', kind: 'source', connector, options }],
      edges: [],
    }),
    { restUrl: 'http://flink', ...(sql && { sql }) },
  ).map(it => it.pointer);

it.each(['DynamicCompile', 'ClickhouseFile'])(
  '%s runs where code may be brought',
  connector => {
    expect(pointersOf(connector, {})).toEqual(['/spec/nodes/0']);
    expect(pointersOf(connector, {}, { allowJars: true })).toEqual([]);
  },
);

it.each([
  ['HdfsFile', { 'fs.defaultFS': 'file:///' }, 'fs.defaultFS'],
  ['HdfsFile', { 'fs.defaultFS': '/' }, 'fs.defaultFS'],
  ['HdfsFile', { path: 'FILE:/etc' }, 'path'],
  ['Hudi', { table_dfs_path: '/srv/x' }, 'table_dfs_path'],
  [
    'S3File',
    { hadoop_s3_properties: { a: 'file:///' } },
    'hadoop_s3_properties',
  ],
])('%s %j reaches into the machines', (connector, options, option) => {
  expect(pointersOf(connector, options)).toEqual([
    `/spec/nodes/0/options/${option}`,
  ]);
});

it('reaches what is allowed, and what is elsewhere', () => {
  const sql = { allowedPaths: ['/srv/lake'] };
  expect(pointersOf('Hudi', { table_dfs_path: '/srv/lake/a' }, sql)).toEqual(
    [],
  );
  expect(pointersOf('Hudi', { table_dfs_path: '/srv/x' }, sql)).toHaveLength(1);
  expect(
    pointersOf('HdfsFile', { 'fs.defaultFS': 'hdfs://n:9000', path: '/a' }),
  ).toEqual([]);
});
