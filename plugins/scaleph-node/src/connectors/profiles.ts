import { ConnectorSummary } from '@scaleph/backstage-plugin-scaleph-common';

type Category = ConnectorSummary['category'];

/** What we say about a connector beside what its factory says. @internal */
export interface ConnectorProfile {
  category: Category;
  icon: string;
  /** Types of data sources that it takes. */
  dataSourceTypes: string[];
  /** Options that such a data source gives. */
  connection: string[];
  /** Options that it gives as well, and that a node may give otherwise. */
  suggested?: string[];
  /** Files of texts that it shares with others, those that win first. */
  families: string[];
  /** Option that a node's card shows; the first of ESSENTIALS that it has when absent. */
  essential?: string;
  /** Rules of our own in place of the factory's, where those of the release do not fit how a plan fills the options. */
  exactlyOne?: string[][];
  /** Options that a plan sets itself, or that would lead out of the directory of a data source. */
  withheld?: string[];
}

const profile = (
  category: Category,
  icon: string,
  more: Partial<ConnectorProfile> = {},
): ConnectorProfile => ({
  category,
  icon,
  dataSourceTypes: [],
  connection: [],
  families: [],
  ...more,
});

const files = (more: Partial<ConnectorProfile> = {}) =>
  profile('files', 'file', { families: ['files', 'saveMode'], ...more });

const http = profile('http', 'globe', { families: ['http', 'schema'] });

const cdc = (type: string) =>
  profile('cdc', 'stream', {
    dataSourceTypes: [type],
    connection: ['base-url', 'username', 'password'],
    families: ['cdc'],
    essential: 'table-names',
  });

const transform = (icon: string) =>
  profile('transform', icon, { families: ['transform'] });

/** Databases that Jdbc reaches; the others have connectors of their own. @internal */
export const JDBC_TYPES = [
  'postgresql',
  'mysql',
  'sqlite',
  'sqlserver',
  'oracle',
];

/** By name, for source and sink alike. @internal */
export const profiles: Record<string, ConnectorProfile> = {
  AmazonDynamoDB: profile('nosql', 'table', { essential: 'table' }),
  Assert: profile('test', 'check', { families: ['sink'] }),
  Cassandra: profile('nosql', 'table'),
  Clickhouse: profile('database', 'database', {
    dataSourceTypes: ['clickhouse'],
    connection: ['host', 'username', 'password'],
    suggested: ['database'],
  }),
  ClickhouseFile: profile('database', 'database', {
    dataSourceTypes: ['clickhouse'],
    connection: ['host', 'username', 'password', 'node_pass'],
    suggested: ['database'],
  }),
  Console: profile('test', 'terminal', { families: ['sink'] }),
  CosFile: files({ icon: 'bucket' }),
  DataHub: profile('stream', 'stream'),
  Doris: profile('database', 'database', {
    dataSourceTypes: ['doris'],
    connection: ['fenodes', 'query-port', 'username', 'password'],
    families: ['saveMode', 'sink'],
  }),
  Elasticsearch: profile('search', 'search', {
    dataSourceTypes: ['elasticsearch'],
    connection: [
      'hosts',
      'username',
      'password',
      'tls_verify_certificate',
      'tls_verify_hostname',
      'tls_keystore_path',
      'tls_keystore_password',
      'tls_truststore_path',
      'tls_truststore_password',
    ],
    families: ['saveMode', 'sink', 'schema'],
  }),
  EmailSink: profile('other', 'globe'),
  FakeSource: profile('test', 'sparkles', {
    families: ['schema'],
    exactlyOne: [['schema', 'tables_configs']],
  }),
  FtpFile: files(),
  HdfsFile: files(),
  Hive: profile('lake', 'lake', {
    dataSourceTypes: ['hive-metastore'],
    connection: ['metastore_uri'],
    families: ['hadoop', 'files'],
    essential: 'table_name',
  }),
  Http: {
    ...http,
    dataSourceTypes: ['http'],
    connection: ['url'],
    families: ['http', 'schema', 'sink'],
  },
  Hudi: profile('lake', 'lake'),
  Iceberg: profile('lake', 'lake', {
    dataSourceTypes: ['iceberg-catalog'],
    connection: [
      'catalog_name',
      'catalog_type',
      'uri',
      'warehouse',
      'iceberg.catalog.config',
    ],
    families: ['hadoop', 'schema', 'sink'],
    essential: 'table',
  }),
  InfluxDB: profile('database', 'database'),
  IoTDB: profile('database', 'database'),
  Jdbc: profile('database', 'database', {
    dataSourceTypes: JDBC_TYPES,
    connection: ['url', 'driver', 'user', 'password', 'database'],
    families: ['saveMode', 'sink'],
    withheld: ['generate_sink_sql'],
  }),
  Jira: http,
  Kafka: profile('stream', 'stream', {
    dataSourceTypes: ['kafka'],
    connection: ['bootstrap.servers'],
    families: ['schema'],
    essential: 'topic',
  }),
  Klaviyo: http,
  Lemlist: http,
  LocalFile: files({
    dataSourceTypes: ['local-directory'],
    // Paths beside `path`, which nothing would hold in the directory of the data source.
    withheld: ['tables_configs', 'tmp_path'],
  }),
  Maxcompute: profile('lake', 'lake'),
  MongoDB: profile('nosql', 'table', {
    dataSourceTypes: ['mongodb'],
    connection: ['uri'],
    suggested: ['database'],
    families: ['schema'],
    essential: 'collection',
  }),
  'MySQL-CDC': cdc('mysql'),
  MyHours: http,
  Neo4j: profile('nosql', 'cluster'),
  Notion: http,
  OneSignal: http,
  OpenMldb: profile('database', 'database'),
  'Oracle-CDC': cdc('oracle'),
  OssFile: files({ icon: 'bucket' }),
  Paimon: profile('lake', 'lake', {
    dataSourceTypes: ['paimon-catalog'],
    connection: ['warehouse', 'catalog_type', 'catalog_uri'],
    families: ['hadoop', 'saveMode', 'sink'],
    essential: 'table',
  }),
  'Postgres-CDC': cdc('postgresql'),
  Pulsar: profile('stream', 'stream'),
  RabbitMQ: profile('stream', 'stream'),
  Redis: profile('nosql', 'database', {
    dataSourceTypes: ['redis'],
    connection: ['host', 'port', 'user', 'auth', 'mode', 'nodes'],
    families: ['schema', 'sink'],
  }),
  S3File: files({
    icon: 'bucket',
    dataSourceTypes: ['s3'],
    connection: [
      'fs.s3a.endpoint',
      'fs.s3a.aws.credentials.provider',
      'access_key',
      'secret_key',
    ],
    suggested: ['bucket'],
  }),
  Sentry: profile('other', 'globe'),
  SftpFile: files(),
  Slack: profile('other', 'globe'),
  'SqlServer-CDC': cdc('sqlserver'),
  StarRocks: profile('database', 'database', {
    dataSourceTypes: ['starrocks'],
    connection: ['nodeUrls', 'base-url', 'username', 'password'],
    suggested: ['database'],
    families: ['saveMode', 'schema'],
  }),
  Tablestore: profile('nosql', 'table'),

  Copy: transform('shuffle'),
  DynamicCompile: transform('code'),
  Embedding: transform('sparkles'),
  FieldMapper: transform('shuffle'),
  Filter: { ...transform('filter'), withheld: ['fields'] },
  FilterRowKind: transform('filter'),
  JsonPath: transform('code'),
  LLM: transform('sparkles'),
  Replace: transform('code'),
  Split: transform('shuffle'),
  Sql: transform('code'),
};

/** Options that tell most about a node, best first. @internal */
export const ESSENTIALS = [
  'table',
  'table_name',
  'path',
  'topic',
  'index',
  'collection',
  'query',
  'sql',
  'key',
  'keys',
  'url',
  'model',
];
