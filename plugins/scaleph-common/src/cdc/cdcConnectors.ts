import { LocalizedText } from '../types';
import {
  basic,
  CdcOption,
  required,
  serverOptions,
  tuning,
  userAndPassword,
} from './cdcOptions';

/** A source or sink of Flink CDC's pipelines. @public */
export interface CdcConnector {
  /** As `type` in the definition. */
  name: string;
  kind: 'source' | 'sink';
  title: LocalizedText;
  options: CdcOption[];
  /** Begins of further options, handed on as they are, e.g. `debezium.` */
  prefixes: readonly string[];
  /** The options were read from the connector's own jar: another one does not exist. */
  complete: boolean;
  /** Types of data sources whose fields fit. */
  dataSourceTypes: readonly string[];
  /** First release of Flink CDC that has it. */
  since: string;
}

const STARTUP = [
  'initial',
  'earliest-offset',
  'latest-offset',
  'specific-offset',
  'timestamp',
  'snapshot',
] as const;

const mysqlSource: CdcConnector = {
  name: 'mysql',
  kind: 'source',
  title: { en: 'MySQL or MariaDB', zh: 'MySQL 或 MariaDB' },
  since: '3.0',
  complete: true,
  prefixes: ['debezium.', 'jdbc.properties.'],
  dataSourceTypes: ['mysql'],
  options: [
    ...serverOptions('3306'),
    basic('server-id', 'string', {
      title: {
        en: 'Server ids, at least as many as parallel readers: 5400-5404',
        zh: '服务器 ID，不少于并行度：5400-5404',
      },
    }),
    basic('server-time-zone'),
    basic('scan.startup.mode', 'enum', { default: 'initial', values: STARTUP }),
    basic('schema-change.enabled', 'boolean', { default: 'true' }),
    tuning('scan.startup.specific-offset.file', 'string'),
    tuning('scan.startup.specific-offset.pos', 'integer'),
    tuning('scan.startup.specific-offset.gtid-set', 'string'),
    tuning('scan.startup.specific-offset.skip-events', 'integer'),
    tuning('scan.startup.specific-offset.skip-rows', 'integer'),
    tuning('scan.startup.timestamp-millis', 'integer'),
    tuning('scan.incremental.snapshot.chunk.size', 'integer', '8096'),
    tuning('scan.incremental.snapshot.chunk.key-column', 'string'),
    tuning('scan.incremental.close-idle-reader.enabled', 'boolean', 'false'),
    tuning('scan.newly-added-table.enabled', 'boolean', 'false'),
    tuning('scan.snapshot.fetch.size', 'integer', '1024'),
    tuning('chunk-meta.group.size', 'integer', '1000'),
    tuning('chunk-key.even-distribution.factor.lower-bound', 'number', '0.05'),
    tuning('chunk-key.even-distribution.factor.upper-bound', 'number', '1000'),
    tuning('connect.timeout', 'duration', '30s'),
    tuning('connect.max-retries', 'integer', '3'),
    tuning('connection.pool.size', 'integer', '20'),
    tuning('heartbeat.interval', 'duration', '30s'),
  ],
};

const postgresSource: CdcConnector = {
  name: 'postgres',
  kind: 'source',
  title: { en: 'PostgreSQL', zh: 'PostgreSQL' },
  since: '3.5',
  complete: false,
  prefixes: ['debezium.'],
  dataSourceTypes: ['postgresql'],
  options: [
    ...serverOptions('5432'),
    required('slot.name', {
      title: { en: 'Replication slot', zh: '复制槽' },
    }),
    basic('decoding.plugin.name', 'string', { default: 'pgoutput' }),
    basic('scan.startup.mode', 'enum', {
      default: 'initial',
      values: ['initial', 'latest-offset', 'committed-offset', 'snapshot'],
    }),
  ],
};

const valuesOptions = [
  basic('event-set.id', 'enum', {
    default: 'SINGLE_SPLIT_SINGLE_TABLE',
    values: [
      'SINGLE_SPLIT_SINGLE_TABLE',
      'SINGLE_SPLIT_MULTI_TABLES',
      'MULTI_SPLITS_SINGLE_TABLE',
      'CUSTOM_SOURCE_EVENTS',
      'TRANSFORM_TABLE',
    ],
  }),
  tuning('failure.injection.index', 'integer', '2147483647'),
];

const values = (kind: CdcConnector['kind']): CdcConnector => ({
  name: 'values',
  kind,
  title: { en: 'Values, for trying out', zh: 'Values，用于试验' },
  since: '3.0',
  // Releases differ in it, and nobody runs it for long.
  complete: false,
  prefixes: [],
  dataSourceTypes: [],
  options:
    kind === 'source'
      ? valuesOptions
      : [
          basic('materialized.in.memory', 'boolean', { default: 'false' }),
          basic('print.enabled', 'boolean', { default: 'true' }),
        ],
});

const dorisSink: CdcConnector = {
  name: 'doris',
  kind: 'sink',
  title: { en: 'Apache Doris', zh: 'Apache Doris' },
  since: '3.0',
  complete: true,
  prefixes: ['sink.properties.', 'table.create.properties.'],
  dataSourceTypes: [],
  options: [
    required('fenodes', { title: { en: 'Front ends', zh: 'FE 节点' } }),
    required('username'),
    basic('password', 'string', { secret: true }),
    basic('benodes'),
    basic('jdbc-url'),
    tuning('auto-redirect', 'boolean', 'false'),
    tuning('sink.enable.batch-mode', 'boolean', 'true'),
    tuning('sink.enable-2pc', 'boolean', 'false'),
    tuning('sink.enable-delete', 'boolean', 'true'),
    tuning('sink.ignore.update-before', 'boolean', 'true'),
    tuning('sink.use-cache', 'boolean', 'false'),
    tuning('sink.label-prefix', 'string'),
    tuning('sink.max-retries', 'integer', '3'),
    tuning('sink.check-interval', 'integer', '10000'),
    tuning('sink.flush.queue-size', 'integer', '2'),
    tuning('sink.buffer-flush.max-rows', 'integer', '50000'),
    tuning('sink.buffer-flush.max-bytes', 'integer', '10485760'),
    tuning('sink.buffer-flush.interval', 'duration', '10s'),
    tuning('sink.buffer-size', 'integer', '1048576'),
    tuning('sink.buffer-count', 'integer', '3'),
  ],
};

const starrocksSink: CdcConnector = {
  name: 'starrocks',
  kind: 'sink',
  title: { en: 'StarRocks', zh: 'StarRocks' },
  since: '3.0',
  complete: true,
  prefixes: ['sink.properties.', 'table.create.properties.'],
  dataSourceTypes: [],
  options: [
    required('jdbc-url'),
    required('load-url'),
    ...userAndPassword,
    basic('table.create.num-buckets', 'integer'),
    tuning('table.schema-change.timeout', 'duration', '30min'),
    tuning('sink.label-prefix', 'string'),
    tuning('sink.at-least-once.use-transaction-stream-load', 'boolean', 'true'),
    tuning('sink.buffer-flush.interval-ms', 'integer', '300000'),
    tuning('sink.buffer-flush.max-bytes', 'integer', '157286400'),
    tuning('sink.connect.timeout-ms', 'integer', '30000'),
    tuning('sink.wait-for-continue.timeout-ms', 'integer', '30000'),
    tuning('sink.scan-frequency.ms', 'integer', '50'),
    tuning('sink.io.thread-count', 'integer', '2'),
    tuning('sink.metric.histogram-window-size', 'integer', '100'),
  ],
};

const kafkaSink: CdcConnector = {
  name: 'kafka',
  kind: 'sink',
  title: { en: 'Kafka', zh: 'Kafka' },
  since: '3.1',
  complete: false,
  prefixes: ['properties.'],
  dataSourceTypes: [],
  options: [
    required('properties.bootstrap.servers'),
    basic('topic', 'string', {
      title: {
        en: 'Topic; one for each table when empty',
        zh: '主题；留空则每张表一个',
      },
    }),
    basic('value.format', 'enum', {
      default: 'debezium-json',
      values: ['debezium-json', 'canal-json'],
    }),
    basic('partition.strategy', 'enum', {
      default: 'all-to-zero',
      values: ['all-to-zero', 'hash-by-key'],
    }),
  ],
};

const paimonSink: CdcConnector = {
  name: 'paimon',
  kind: 'sink',
  title: { en: 'Apache Paimon', zh: 'Apache Paimon' },
  since: '3.1',
  complete: false,
  prefixes: ['catalog.properties.', 'table.properties.'],
  dataSourceTypes: [],
  options: [
    basic('catalog.properties.metastore', 'enum', {
      default: 'filesystem',
      values: ['filesystem', 'hive'],
    }),
    basic('catalog.properties.warehouse'),
    basic('catalog.properties.uri'),
    tuning('commit.user', 'string', 'admin'),
    tuning('partition.key', 'string'),
  ],
};

/** The connectors that people use most; a release may have more. @public */
export const cdcConnectors: readonly CdcConnector[] = [
  mysqlSource,
  postgresSource,
  values('source'),
  values('sink'),
  dorisSink,
  starrocksSink,
  kafkaSink,
  paimonSink,
];

/** @public */
export function findCdcConnector(
  kind: CdcConnector['kind'],
  name: string,
): CdcConnector | undefined {
  return cdcConnectors.find(it => it.kind === kind && it.name === name);
}
