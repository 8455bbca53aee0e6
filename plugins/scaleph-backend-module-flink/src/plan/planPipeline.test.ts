import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { Connection } from '@scaleph/backstage-plugin-scaleph-node';
import { documentOf, targetOf } from '../__testUtils__/engineTest';
import { FlinkTargetConfig } from '../targetType/FlinkTargetConfig';
import { planPipeline } from './planPipeline';

const CONNECTIONS: Record<string, Connection> = {
  shop: {
    dataSource: 'shop',
    type: 'mysql',
    config: { host: 'db', database: 'shop', user: 'etl' },
  },
  warehouse: {
    dataSource: 'warehouse',
    type: 'postgresql',
    config: { host: 'pg', database: 'dwh', user: 'etl' },
  },
  files: {
    dataSource: 'files',
    type: 'local-directory',
    config: { directory: '/srv/data' },
  },
  queue: {
    dataSource: 'queue',
    type: 'kafka',
    config: { bootstrapServers: 'k:9093', securityProtocol: 'SSL' },
  },
  sealed: {
    dataSource: 'sealed',
    type: 'postgresql',
    config: {
      ...{ host: 'pg', database: 'dwh', user: 'etl', ssl: 'verify-full' },
    },
    held: { secrets: ['password'], files: ['ca', 'clientKey'] },
  },
  shopByTls: {
    dataSource: 'shopByTls',
    type: 'mysql',
    config: {
      ...{ host: 'db', database: 'shop', user: 'etl', ssl: 'verify-full' },
    },
    held: { secrets: ['password'], files: ['ca'] },
  },
  lite: { dataSource: 'lite', type: 'sqlite', config: { path: '/a.db' } },
};
const CONFIG: FlinkTargetConfig = {
  restUrl: 'http://flink:8081',
  gatewayUrl: 'http://gateway:8083',
  seatunnel: { version: '2.3.4', home: '/opt/seatunnel' },
  cdc: { jars: ['cdc.jar', 'g:a:1'], flinkHome: '/opt/flink' },
};

function plan(
  spec: object,
  parameters: Record<string, string> = {},
  config: Partial<FlinkTargetConfig> = {},
) {
  const targetConnection = targetOf({ ...CONFIG, ...config });
  return planPipeline('flink-session', {
    target: 'lab',
    targetConnection,
    document: documentOf(spec, 'orders'),
    parameters,
    connections: CONNECTIONS,
  });
}
const shown = (...of: Parameters<typeof plan>) =>
  Object.fromEntries(
    plan(...of).artifacts.map(({ name, content }) => [name, content]),
  );
function problemsOf(...of: Parameters<typeof plan>) {
  try {
    return plan(...of).warnings;
  } catch (error) {
    expect((error as Error).name).toBe('InputError');
    return (error as { problems: object[] }).problems;
  }
}

it('shows a script as it is sent, statement by statement', () => {
  const spec = {
    type: 'flink-sql',
    mode: 'streaming',
    parameters: { table: { default: 'orders' } },
    env: { parallelism: 2, flink: { 'pipeline.object-reuse': 'true' } },
    sql: {
      script: `-- the tables
SET 'table.local-time-zone' = 'UTC';
CREATE TABLE a (id INT) WITH ('connector' = 'jdbc', 'url' = '\${data-source.shop.url}', 'table-name' = '\${table}', 'username' = '\${data-source.shop.username}', 'password' = '\${data-source.shop.password}');
INSERT INTO b SELECT id FROM a;
INSERT INTO c SELECT id FROM a;`,
    },
  };
  const files = shown(spec, { table: "or'ders" });
  expect(files['script.sql']).toBe(`SET 'table.local-time-zone' = 'UTC';

CREATE TABLE a (id INT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://db:3306/shop?sslMode=DISABLED&allowLoadLocalInfile=false', 'table-name' = 'or''ders', 'username' = 'etl', 'password' = '******');

EXECUTE STATEMENT SET BEGIN
  INSERT INTO b SELECT id FROM a;
  INSERT INTO c SELECT id FROM a;
END;
`);
  expect(JSON.parse(files['session.json'])).toEqual({
    gateway: 'http://gateway:8083',
    settings: {
      'pipeline.name': 'orders',
      'execution.checkpointing.externalized-checkpoint-retention':
        'RETAIN_ON_CANCELLATION',
      'pipeline.object-reuse': 'true',
      'execution.runtime-mode': 'STREAMING',
      'parallelism.default': '2',
    },
    statements: [
      { kind: 'set', begins: expect.any(String) },
      { kind: 'create', begins: expect.any(String) },
      { kind: 'insert', begins: 'INSERT INTO b SELECT id FROM a' },
      { kind: 'insert', begins: 'INSERT INTO c SELECT id FROM a' },
    ],
  });
  expect(problemsOf(spec, { table: 'x' })).toMatchObject([
    { code: 'statement-set', line: 5 },
  ]);
});

it('lets a parameter name no data source', () => {
  const spec = {
    type: 'flink-sql',
    parameters: { x: {} },
    sql: { script: "INSERT INTO a SELECT '${x}'" },
  };
  const parameters = { x: '${data-source.shop.password}' };
  expect(shown(spec, parameters)['script.sql']).toContain(
    "'${data-source.shop.password}'",
  );
  const { payload } = plan(spec, parameters);
  expect(payload).toMatchObject({ script: spec.sql.script, parameters });
});

it.each([
  [{}, ['not-allowed /spec/sql/script']],
  [{ sql: { allowedPaths: ['/srv/data'] } }, []],
])('with %j a file of the cluster has the problems %j', (config, expected) => {
  const spec = {
    type: 'flink-sql',
    sql: {
      script:
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'format' = 'csv', 'path' = '${data-source.files.directory}/a.csv');\nINSERT INTO b SELECT x FROM a",
    },
  };
  const problems = problemsOf(spec, {}, config) as DocumentProblem[];
  expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(
    expected,
  );
});

it('shows the request that runs a jar', () => {
  const files = shown(
    {
      type: 'flink-jar',
      parameters: { day: {} },
      env: { parallelism: 3 },
      jar: {
        artifact: { upload: 'job.jar' },
        entryClass: 'org.example.Main',
        arguments: [
          '--day=${day}',
          '--url=${data-source.warehouse.url}',
          '--pw',
          '${data-source.warehouse.password}',
        ],
        libraries: [{ maven: 'g:a:1' }],
      },
    },
    { day: "2026 '1'" },
  );
  expect(JSON.parse(files['run.json'])).toEqual({
    jar: 'upload job.jar',
    libraries: ['g:a:1'],
    entryClass: 'org.example.Main',
    programArgsList: [
      "--day=2026 '1'",
      '--url=jdbc:postgresql://pg:5432/dwh?sslmode=disable',
      '--pw',
      '******',
    ],
    parallelism: 3,
    flinkConfiguration: {
      'pipeline.name': 'orders',
      'execution.runtime-mode': 'BATCH',
    },
  });
});

it.each([
  [
    'sink:\n  type: kafka\n  properties.sasl.jaas.config: com.sun.security.auth.module.JndiLoginModule required;',
    'LoginModule',
  ],
  [
    'sink:\n  type: kafka\n  properties:\n    sasl.kerberos.kinit.cmd: sh -c id',
    'kinit.cmd',
  ],
  ['source:\n  type: mysql\n  jdbc.properties.autoDeserialize: true', 'code'],
  ['sink:\n  type: paimon\n  catalog.properties.warehouse: /etc', '/etc'],
  ['sink:\n  type: kafka\n  properties.ssl.keystore.location: /k', '/k'],
])(
  'a definition of Flink CDC reaches no further than SQL: %s',
  (text, says) => {
    const spec = {
      type: 'flink-cdc',
      mode: 'streaming',
      cdc: { definition: `${text}\n` },
    };
    expect(problemsOf(spec)).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        message: expect.stringContaining(says),
      }),
    );
  },
);

it.each([
  'source:\n  type: mysql\n  tables: a\\.\\.*, /x/',
  'sink:\n  type: paimon\n  catalog.properties.warehouse: s3://lake/x',
  'sink:\n  type: doris\n  fenodes: http://d:8030\n  sink.enable.batch-mode: true',
  'source:\n  type: mysql\n  server-time-zone: Europe/Berlin\n  scan.startup.mode: initial',
])('a definition of Flink CDC may: %s', definition => {
  const spec = { type: 'flink-cdc', mode: 'streaming', cdc: { definition } };
  expect(problemsOf(spec)).toMatchObject([{ code: 'no-checkpoints' }]);
});

it('shows a definition of Flink CDC, whole', () => {
  const spec = {
    type: 'flink-cdc',
    mode: 'streaming',
    env: { parallelism: 2 },
    cdc: {
      definition:
        'source:\n  type: mysql\n  hostname: ${data-source.shop.host}\n  port: ${data-source.shop.port}\n  password: ${data-source.shop.password}\n  tables: shop.a # all\nsink:\n  type: values\n',
    },
  };
  expect(shown(spec)['pipeline.yaml']).toBe(
    `source:
  type: mysql
  hostname: "db"
  port: "3306"
  password: "******"
  tables: shop.a # all
sink:
  type: values
pipeline:
  name: orders
  parallelism: 2
`,
  );
  expect(JSON.parse(shown(spec)['run.json'])).toMatchObject({
    jars: ['cdc.jar', 'g:a:1'],
    entryClass: 'org.apache.flink.cdc.cli.CliFrontend',
    programArgsList: [
      '--use-mini-cluster',
      '--flink-home',
      '/opt/flink',
      'pipeline.yaml',
    ],
  });
  expect(problemsOf(spec)).toMatchObject([{ code: 'no-checkpoints' }]);
});

describe('a graph', () => {
  const graph = (nodes: object[], edges: [string, string][]) => ({
    type: 'seatunnel',
    mode: 'batch',
    env: { parallelism: 1 },
    nodes,
    edges: edges.map(([from, to]) => ({ from, to })),
  });
  const read = {
    id: 'read',
    kind: 'source',
    connector: 'Jdbc',
    dataSource: 'shop',
    options: { table_path: 'orders' },
  };
  const write = {
    id: 'write',
    kind: 'sink',
    connector: 'Jdbc',
    dataSource: 'warehouse',
    options: { table: 'orders', primary_keys: ['id'] },
  };
  const sql = (query: string) => ({
    id: 'some',
    kind: 'transform',
    connector: 'Sql',
    options: { query },
  });
  const good = graph(
    [read, sql('SELECT id, upper(name) n FROM read WHERE id > 0'), write],
    [
      ['read', 'some'],
      ['some', 'write'],
    ],
  );

  it('is a configuration of SeaTunnel', () => {
    expect(shown(good)['seatunnel.conf']).toBe(`env {
  "job.name": "orders",
  "job.mode": "BATCH",
  "parallelism": 1
}

source {
  "Jdbc" {
    "url": "jdbc:mysql://db:3306/shop?sslMode=DISABLED&allowLoadLocalInfile=false",
    "driver": "com.mysql.cj.jdbc.Driver",
    "user": "etl",
    "table_path": "shop.orders",
    "result_table_name": "read",
    "password": "******"
  }
}

transform {
  "Sql" {
    "query": "SELECT id, upper(name) n FROM read WHERE id > 0",
    "source_table_name": "read",
    "result_table_name": "some"
  }
}

sink {
  "Jdbc" {
    "url": "jdbc:postgresql://pg:5432/dwh?sslmode=disable",
    "driver": "org.postgresql.Driver",
    "user": "etl",
    "primary_keys": [
      "id"
    ],
    "generate_sink_sql": true,
    "database": "dwh",
    "table": "public.orders",
    "source_table_name": "some",
    "password": "******"
  }
}
`);
  });

  it.each([
    ['2.3.4', 'source_table_name', 'plugin_input'],
    ['2.3.8', 'source_table_name', 'plugin_input'],
    ['2.3.9', 'plugin_input', 'source_table_name'],
    ['2.3.12', 'plugin_input', 'source_table_name'],
    ['2.4.0', 'plugin_input', 'source_table_name'],
  ])('SeaTunnel %s reads %s, not %s', (version, is, isNot) => {
    const config = { seatunnel: { version, home: '/s' } };
    const text = shown(good, {}, config)['seatunnel.conf'];
    expect(text).toContain(is);
    expect(text).not.toContain(isNot);
  });

  it.each([
    ['group by', 'SELECT name, count(*) FROM read GROUP BY name'],
    ['an aggregate', 'SELECT count(*) FROM read'],
    ['a join', 'SELECT * FROM read JOIN read r USING (id)'],
    ['another SELECT', 'SELECT id FROM (SELECT * FROM read)'],
    ['another table', 'SELECT id FROM other'],
    ['an order', 'SELECT id FROM read ORDER BY id'],
  ])('is refused with %s in its SQL', (_, query) => {
    const spec = graph(
      [read, sql(query), write],
      [
        ['read', 'some'],
        ['some', 'write'],
      ],
    );
    expect(problemsOf(spec)).toMatchObject([
      {
        code: 'engine-cannot-run',
        node: 'some',
        pointer: '/spec/nodes/1/options/query',
      },
    ]);
  });

  it('is refused with several nodes into one, before 2.3.9', () => {
    const other = { ...read, id: 'other' };
    const spec = graph(
      [read, other, write],
      [
        ['read', 'write'],
        ['other', 'write'],
      ],
    );
    expect(problemsOf(spec)).toMatchObject([
      { code: 'engine-cannot-run', node: 'write', pointer: '/spec/nodes/2' },
    ]);
    const config = { seatunnel: { version: '2.3.9', home: '/s' } };
    expect(problemsOf(spec, {}, config)).toEqual([]);
  });

  it.each([
    ['SQLite', { ...read, dataSource: 'lite' }, 'SQLite'],
    [
      'a file without columns',
      {
        ...read,
        connector: 'LocalFile',
        dataSource: 'files',
        options: { path: 'a.csv', file_format_type: 'csv' },
      },
      'columns',
    ],
    [
      'a path out of its directory',
      {
        ...read,
        connector: 'LocalFile',
        dataSource: 'files',
        options: { path: '../../etc/passwd', file_format_type: 'parquet' },
      },
      'leads out of',
    ],
  ])('is refused with %s', (_, source, message) => {
    expect(problemsOf(graph([source, write], [['read', 'write']]))).toEqual([
      expect.objectContaining({
        code: 'engine-cannot-run',
        message: expect.stringContaining(message),
      }),
    ]);
  });

  it('says at the data source what its connector cannot be given', () => {
    const sealed = { ...write, dataSource: 'sealed' };
    expect(problemsOf(graph([read, sealed], [['read', 'write']]))).toEqual([
      {
        severity: 'error',
        code: 'engine-cannot-run',
        pointer: '/spec/nodes/1/dataSource',
        node: 'write',
        message: expect.stringContaining(
          'data source "sealed": its file "clientKey" cannot be handed to PostgreSQL',
        ),
        fix: expect.stringContaining('run the pipeline on the embedded engine'),
      },
    ]);
  });

  it('warns where the cluster has to be set up for a data source', () => {
    const byTls = { ...read, dataSource: 'shopByTls' };
    expect(problemsOf(graph([byTls, write], [['read', 'write']]))).toEqual([
      expect.objectContaining({
        ...{ severity: 'warning', code: 'data-source-not-heeded' },
        pointer: '/spec/nodes/0/dataSource',
        fix: expect.stringContaining('keytool'),
      }),
    ]);
  });

  it('refuses what would replace how a data source is reached', () => {
    const queue = {
      ...{ ...read, connector: 'Kafka', dataSource: 'queue' },
      options: { topic: 't', 'kafka.config': '{}' },
    };
    const problems = problemsOf(graph([queue, write], [['read', 'write']]));
    expect(problems).toContainEqual(
      expect.objectContaining({
        pointer: '/spec/nodes/0/options/kafka.config',
        message: expect.stringContaining('is no map'),
      }),
    );
  });

  it('keeps how a data source is reached, whatever settings a node adds', () => {
    const queue = {
      ...read,
      connector: 'Kafka',
      dataSource: 'queue',
      options: {
        topic: 't',
        'kafka.config': {
          'max.poll.records': '5',
          'security.protocol': 'PLAINTEXT',
        },
      },
    };
    const conf = shown(graph([queue, write], [['read', 'write']]));
    expect(JSON.parse(conf['seatunnel.json']).source[0]).toMatchObject({
      'kafka.config': { 'max.poll.records': '5', 'security.protocol': 'SSL' },
    });
  });

  it('skips the names in a CSV file, and stays in its directory', () => {
    const file = {
      ...read,
      connector: 'LocalFile',
      dataSource: 'files',
      options: {
        path: 'in/a.csv',
        file_format_type: 'csv',
        schema: { fields: { id: 'int' } },
      },
    };
    const conf = shown(graph([file, write], [['read', 'write']]));
    expect(conf['seatunnel.conf']).toContain('"path": "/srv/data/in/a.csv"');
    expect(conf['seatunnel.conf']).toContain('"skip_header_row_number": 1');
  });

  it('is shown as JSON too, with the same plugins and no secret', () => {
    expect(JSON.parse(shown(good)['seatunnel.json'])).toEqual({
      env: { 'job.name': 'orders', 'job.mode': 'BATCH', parallelism: 1 },
      source: [
        {
          plugin_name: 'Jdbc',
          url: 'jdbc:mysql://db:3306/shop?sslMode=DISABLED&allowLoadLocalInfile=false',
          driver: 'com.mysql.cj.jdbc.Driver',
          user: 'etl',
          table_path: 'shop.orders',
          result_table_name: 'read',
          password: '******',
        },
      ],
      transform: [
        {
          plugin_name: 'Sql',
          query: 'SELECT id, upper(name) n FROM read WHERE id > 0',
          source_table_name: 'read',
          result_table_name: 'some',
        },
      ],
      sink: [expect.objectContaining({ plugin_name: 'Jdbc' })],
    });
  });

  it('keeps what looks like HOCON inside of its text', () => {
    const source = {
      ...read,
      options: { query: 'select "$${x}" } #\n include "a" from t' },
    };
    const conf = shown(graph([source, write], [['read', 'write']]));
    const text = JSON.stringify('select "${x}" } #\n include "a" from t');
    expect(conf['seatunnel.conf']).toContain(`"query": ${text}`);
  });
});

it('runs what the target can', () => {
  expect(() => plan({ type: 'dataflow', nodes: [], edges: [] })).toThrow(
    'does not run pipelines of type dataflow',
  );
});
