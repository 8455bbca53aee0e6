// What the engines are made of: versions that were run together. A release is data; nothing else in this folder names one.

const FLINK = '1.20.3';
const SEATUNNEL = '2.3.4';
const CDC = '3.2.0';
const KAFKA = '3.9.1';

const POSTGRES_DRIVER = 'org.postgresql:postgresql:42.7.4';
const MYSQL_DRIVER = 'com.mysql:mysql-connector-j:8.0.33';

const flink = artifact => `org.apache.flink:${artifact}`;
const seatunnel = artifact => `org.apache.seatunnel:${artifact}:${SEATUNNEL}`;

/** Flink itself, of any release that the registries have. */
export function flinkPart(version) {
  return {
    title: `Flink ${version}`,
    version,
    megabytes: 236,
    python: `apache-flink-libraries==${version}`,
    jars: { opt: [flink(`flink-sql-gateway:${version}`)] },
  };
}

/**
 * The parts, each laid out in a directory `<name>-<version>`:
 * - `python`: a source distribution of the Python registry whose `deps` are copied,
 * - `jars`: Maven coordinates `group:artifact:version[:classifier]` by directory, or `[coordinates, file name]`,
 * - `shaded`: coordinates that become one jar together with what they depend on,
 * - `closure`: coordinates that are copied together with what they depend on,
 * - `folders`: empty ones that the engine expects.
 * `title` and `megabytes` (of downloads) are for people. What else a part needs, `layOut.mjs` does.
 */
export const PARTS = {
  flink: flinkPart(FLINK),
  connectors: {
    title: `SQL connectors for Flink ${FLINK}`,
    version: FLINK,
    megabytes: 55,
    jars: {
      '.': [
        flink('flink-connector-kafka:3.4.0-1.20'),
        `org.apache.kafka:kafka-clients:${KAFKA}`,
        flink('flink-connector-jdbc:3.3.0-1.20'),
        flink('flink-sql-connector-mysql-cdc:3.5.0'),
        flink('flink-sql-connector-postgres-cdc:3.5.0'),
        POSTGRES_DRIVER,
        MYSQL_DRIVER,
      ],
      examples: [
        [
          flink('flink-examples-streaming:1.20.0:TopSpeedWindowing'),
          'TopSpeedWindowing.jar',
        ],
      ],
    },
  },
  seatunnel: {
    title: `SeaTunnel ${SEATUNNEL}`,
    version: SEATUNNEL,
    megabytes: 275,
    jars: {
      starter: [
        // SeaTunnel looks for this very name.
        [
          seatunnel('seatunnel-flink-15-starter'),
          'seatunnel-flink-15-starter.jar',
        ],
        [seatunnel('seatunnel-starter'), 'seatunnel-starter.jar'],
      ],
      lib: [
        [seatunnel('seatunnel-transforms-v2'), 'seatunnel-transforms-v2.jar'],
        [
          `${seatunnel('seatunnel-hadoop3-3.1.4-uber')}:optional`,
          'seatunnel-hadoop3-3.1.4-uber.jar',
        ],
      ],
      connectors: [
        'fake',
        'console',
        'assert',
        'file-local',
        'jdbc',
        'kafka',
        'cdc-mysql',
        'cdc-postgres',
        'elasticsearch',
        'clickhouse',
        'iceberg',
      ].map(name => seatunnel(`connector-${name}`)),
      'plugins/jdbc/lib': [POSTGRES_DRIVER, MYSQL_DRIVER],
    },
    folders: ['config'],
  },
  cdc: {
    title: `Flink CDC ${CDC}`,
    version: CDC,
    megabytes: 70,
    shaded: {
      directory: 'lib',
      name: `flink-cdc-dist-${CDC}`,
      of: flink(`flink-cdc-cli:${CDC}`),
      // What the cluster brings itself.
      without: [
        'org.apache.flink:flink-kubernetes',
        'org.apache.flink:flink-shaded-guava',
        'org.slf4j:*',
      ],
    },
    jars: {
      connectors: [
        flink('flink-cdc-pipeline-connector-values:3.1.0'),
        flink(`flink-cdc-pipeline-connector-mysql:${CDC}`),
        flink(`flink-cdc-pipeline-connector-doris:${CDC}`),
        flink(`flink-cdc-pipeline-connector-starrocks:${CDC}`),
        MYSQL_DRIVER,
      ],
    },
  },
  kafka: {
    title: `Kafka ${KAFKA}`,
    version: KAFKA,
    megabytes: 50,
    closure: {
      directory: 'lib',
      of: [
        `org.apache.kafka:kafka_2.13:${KAFKA}`,
        'org.slf4j:slf4j-simple:1.7.36',
      ],
    },
  },
};

/** The parts that each engine needs. */
export const ENGINES = {
  flink: ['flink', 'connectors', 'seatunnel', 'cdc'],
  kafka: ['kafka'],
};

/** SeaTunnel's plugins by the jar that holds them, as its file `plugin-mapping.properties` says it. */
export const SEATUNNEL_PLUGINS = {
  source: {
    FakeSource: 'connector-fake',
    LocalFile: 'connector-file-local',
    Jdbc: 'connector-jdbc',
    Kafka: 'connector-kafka',
    'MySQL-CDC': 'connector-cdc-mysql',
    'Postgres-CDC': 'connector-cdc-postgres',
    Elasticsearch: 'connector-elasticsearch',
    Clickhouse: 'connector-clickhouse',
    Iceberg: 'connector-iceberg',
  },
  sink: {
    Console: 'connector-console',
    Assert: 'connector-assert',
    LocalFile: 'connector-file-local',
    Jdbc: 'connector-jdbc',
    Kafka: 'connector-kafka',
    Elasticsearch: 'connector-elasticsearch',
    Clickhouse: 'connector-clickhouse',
  },
};
