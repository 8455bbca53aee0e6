import { JsonObject, JsonValue } from '@backstage/types';
import {
  BindingLimit,
  builtInDataSourceTypes,
  ConnectionWithSecrets,
  withoutSecrets,
} from '@scaleph/backstage-plugin-scaleph-node';
import { seaTunnelConnectors } from '@scaleph/backstage-plugin-scaleph-node/connectors';
import { generate } from 'selfsigned';
import { SeaTunnelConfig, toPayload } from '../FlinkPayload';
import { bindDataSource } from './bindDataSource';
import { inClear } from './fillSecrets';
import { SeaTunnelRelease } from './SeaTunnelRelease';
import { toHocon } from './toHocon';
import { toSeaTunnelJson } from './toSeaTunnelJson';

const server = { host: 'db', database: 'shop', user: 'us"er@' };
const tls = (config: JsonObject) =>
  ['disable', 'require', 'verify-full'].map(ssl => ({ ...config, ssl }));
const https = (config: JsonObject) =>
  ['require', 'verify-full'].map(ssl => ({ ...config, ssl }));

/** Configurations of every type by which other secrets and files are needed. */
const CONFIGS: Record<string, JsonObject[]> = {
  postgresql: tls(server),
  mysql: tls(server),
  sqlite: [],
  sqlserver: tls(server),
  oracle: [{ host: 'db', service: 'x', user: 'u' }],
  clickhouse: tls(server),
  doris: tls(server),
  starrocks: tls(server),
  kafka: ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'].flatMap(
    securityProtocol =>
      https({
        bootstrapServers: 'k:9092',
        user: 'us"er',
        saslMechanism: 'SCRAM-SHA-512',
        schemaRegistryUrl: 'https://r',
        schemaRegistryUser: 'reg',
        securityProtocol,
      }),
  ),
  redis: tls({ host: 'db' }).flatMap(it => [it, { ...it, user: 'x' }]),
  mongodb: tls({ servers: 'a:1,b:2', database: 'd' }).flatMap(it => [
    it,
    { ...it, user: 'us"er@', authSource: 'own' },
  ]),
  elasticsearch: [
    ...https({ urls: 'https://a:9200', user: 'x' }),
    { urls: 'http://a:9200' },
  ],
  s3: [
    ...https({ endpoint: 'https://s3', bucket: 'abc', region: 'eu' }),
    { endpoint: 'http://s3' },
  ],
  http: ['none', 'basic', 'bearer'].flatMap(authentication => [
    { url: 'https://api', user: 'x', authentication },
    { url: 'http://api', user: 'x', authentication, headers: { a: 'b' } },
  ]),
  'local-directory': [{ directory: '/srv' }],
  'hive-metastore': [{ metastoreUri: 'thrift://h:9083', principal: 'p' }],
  'iceberg-catalog': [
    {
      ...{ catalogName: 'l', catalogType: 'rest', warehouse: 's3a://w' },
      restUrl: 'https://i',
    },
    {
      ...{ catalogName: 'l', catalogType: 'hive', warehouse: 's3a://w' },
      metastoreUri: 'thrift://h:9083',
    },
    { catalogName: 'l', catalogType: 'hadoop', warehouse: 's3a://w' },
  ],
  'paimon-catalog': [{ warehouse: 's3a://w' }],
};

/** What a configuration has no use for, and why. */
const UNNEEDED: [types: RegExp, RegExp, (config: JsonObject) => boolean][] = [
  [/./, /^(?:ca|client\w+)$/, config => !isEncrypted(config)],
  [/./, /^ca$/, ({ ssl }) => ssl === 'require'],
  // SeaTunnel's Kafka asks no registry.
  [/^kafka$/, /^schemaRegistryPassword$/, () => true],
  [
    /^kafka$/,
    /^password$/,
    ({ securityProtocol }) => !/SASL/.test(String(securityProtocol)),
  ],
  [/^http$/, /^password$/, ({ authentication }) => authentication !== 'basic'],
  [/^http$/, /^token$/, ({ authentication }) => authentication !== 'bearer'],
  [/^iceberg-catalog$/, /^token$/, ({ catalogType }) => catalogType !== 'rest'],
  [/^mongodb$/, /^password$/, ({ user }) => user === undefined],
];

function isEncrypted(config: JsonObject): boolean {
  if (config.securityProtocol) {
    return /SSL/.test(String(config.securityProtocol));
  }
  const address = config.url ?? config.urls ?? config.endpoint;
  if (address) return String(address).startsWith('https:');
  if (config.catalogType) return config.catalogType === 'rest';
  return config.ssl !== undefined && config.ssl !== 'disable';
}

const { cert, private: key } = generate([{ name: 'commonName', value: 'ca' }], {
  keySize: 2048,
});

/** Contents with everything that texts around them give a meaning to. */
function filled(type: string, config: JsonObject): ConnectionWithSecrets {
  const known = builtInDataSourceTypes.find(it => it.type === type)!;
  const contents: Record<string, string> = {
    ca: cert,
    clientCertificate: cert,
    clientKey: key,
  };
  return {
    dataSource: 'held',
    type,
    config,
    secrets: Object.fromEntries(
      known.secrets.map(({ name }) => [
        name,
        `n33dle-${name} "\\ '@:/?#%&+\${x}üé`,
      ]),
    ),
    extraFiles: Object.fromEntries(
      (known.files ?? []).map(({ name }) => [
        name,
        Buffer.from(contents[name] ?? `n33dle-${name}`),
      ]),
    ),
  };
}

const releases = ['2.3.4', '2.3.8', '2.3.12'];

const cases = Object.entries(CONFIGS).flatMap(([type, configs]) =>
  configs.flatMap(config =>
    Object.keys(
      builtInDataSourceTypes.find(it => it.type === type)!.bindings,
    ).flatMap(connector =>
      seaTunnelConnectors()
        .filter(({ name }) => name === connector)
        .flatMap(({ kind }) =>
          releases.map(release => ({
            ...{ type, config, connector, kind, release },
            title: `${type} ${JSON.stringify(config)}`,
          })),
        ),
    ),
  ),
);

function bind(
  { connector, kind, release }: (typeof cases)[number],
  connection: ConnectionWithSecrets,
  options: JsonObject = {},
) {
  const told: Pick<BindingLimit, 'severity' | 'says' | 'fix'>[] = [];
  const bound = bindDataSource(
    { id: 'n', kind, connector, options },
    withoutSecrets(connection),
    {
      release: new SeaTunnelRelease(release),
      refuse: says => {
        throw new Error(says);
      },
      tell: limit => void told.push(limit),
    },
  );
  const config: SeaTunnelConfig = {
    ...{ env: {}, source: [], transform: [], sink: [] },
    [kind]: [{ node: 'n', plugin: connector, ...bound }],
  };
  return { told, config };
}

it('has configurations of every type', () => {
  expect(Object.keys(CONFIGS).sort()).toEqual(
    builtInDataSourceTypes.map(({ type }) => type).sort(),
  );
});

describe.each(cases)('$title, $connector $kind $release', tried => {
  const { type, config } = tried;
  const connection = filled(type, config);
  const { told, config: plan } = bind(tried, connection);
  const texts = leaves(toSeaTunnelJson(plan, inClear({ held: connection })));

  it('hands over every secret and file, or says that it does not', () => {
    const contents = {
      ...connection.secrets,
      ...Object.fromEntries(
        Object.entries(connection.extraFiles!).map(([name, content]) => [
          name,
          content.toString(),
        ]),
      ),
    };
    const silent = Object.entries(contents).filter(
      ([name, content]) =>
        !texts.some(text => holds(text, content)) &&
        !told.some(({ says }) => says.includes(`"${name}"`)) &&
        // What is refused as a whole needs no word for each part of it.
        !told.some(
          ({ says, severity }) =>
            severity === 'error' && /^\S+ \S+ "held": (?:ssl|it) is/.test(says),
        ) &&
        !UNNEEDED.some(
          ([types, names, isUnneeded]) =>
            types.test(type) && names.test(name) && isUnneeded(config),
        ),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('shows none of them', () => {
    const shown = toHocon(plan) + JSON.stringify([plan, told]);
    expect(shown).not.toContain('n33dle');
    expect(shown).not.toContain(key.split('\n')[3]);
  });

  it('says a way out', () => {
    for (const { says, fix } of told) {
      expect(says).toMatch(/^data source "held": /);
      expect(fix).toMatch(/\.$/);
    }
  });
});

it('refuses and warns of these alone, where everything is set', () => {
  const said = cases
    .filter(
      ({ type, release, config: { ssl, user, securityProtocol } }) =>
        release === '2.3.8' &&
        (ssl === undefined || ssl === 'verify-full') &&
        !/^SASL_PLAIN|^PLAIN/.test(String(securityProtocol)) &&
        !(type === 'redis' && user),
    )
    .flatMap(tried => {
      const { told } = bind(tried, filled(tried.type, tried.config));
      const { type, connector, kind } = tried;
      return told.map(
        ({ severity, says }) =>
          `${type} > ${connector} ${kind}: ${severity}: ${
            says.slice('data source "held": '.length).split(/[,:] | cannot/)[0]
          }`,
      );
    });
  expect([...new Set(said)].sort()).toMatchInlineSnapshot(`
    [
      "clickhouse > Clickhouse sink: error: ssl is "verify-full"",
      "clickhouse > Clickhouse source: error: its files "clientCertificate" and "clientKey"",
      "clickhouse > Clickhouse source: warning: its file "ca" is not handed over",
      "clickhouse > ClickhouseFile sink: error: ssl is "verify-full"",
      "doris > Doris sink: error: ssl is "verify-full"",
      "doris > Doris source: error: ssl is "verify-full"",
      "elasticsearch > Elasticsearch sink: error: its files "clientCertificate" and "clientKey"",
      "elasticsearch > Elasticsearch sink: error: its secret "apiKey"",
      "elasticsearch > Elasticsearch sink: warning: its file "ca" is not handed over",
      "elasticsearch > Elasticsearch source: error: its files "clientCertificate" and "clientKey"",
      "elasticsearch > Elasticsearch source: error: its secret "apiKey"",
      "elasticsearch > Elasticsearch source: warning: its file "ca" is not handed over",
      "hive-metastore > Hive sink: error: its file "core-site.xml"",
      "hive-metastore > Hive sink: error: its file "hdfs-site.xml"",
      "hive-metastore > Hive sink: error: its file "hive-site.xml"",
      "hive-metastore > Hive sink: error: its file "keytab"",
      "hive-metastore > Hive sink: error: its file "krb5.conf"",
      "hive-metastore > Hive source: error: its file "core-site.xml"",
      "hive-metastore > Hive source: error: its file "hdfs-site.xml"",
      "hive-metastore > Hive source: error: its file "hive-site.xml"",
      "hive-metastore > Hive source: error: its file "keytab"",
      "hive-metastore > Hive source: error: its file "krb5.conf"",
      "http > Http sink: error: its files "clientCertificate" and "clientKey"",
      "http > Http sink: warning: its file "ca" is not handed over",
      "http > Http source: error: its files "clientCertificate" and "clientKey"",
      "http > Http source: warning: its file "ca" is not handed over",
      "iceberg-catalog > Iceberg sink: error: its file "core-site.xml"",
      "iceberg-catalog > Iceberg sink: error: its file "hdfs-site.xml"",
      "iceberg-catalog > Iceberg sink: error: its file "hive-site.xml"",
      "iceberg-catalog > Iceberg sink: error: its file "keytab"",
      "iceberg-catalog > Iceberg sink: error: its file "krb5.conf"",
      "iceberg-catalog > Iceberg sink: error: its files "clientCertificate" and "clientKey"",
      "iceberg-catalog > Iceberg sink: warning: its file "ca" is not handed over",
      "iceberg-catalog > Iceberg source: error: its file "core-site.xml"",
      "iceberg-catalog > Iceberg source: error: its file "hdfs-site.xml"",
      "iceberg-catalog > Iceberg source: error: its file "hive-site.xml"",
      "iceberg-catalog > Iceberg source: error: its file "keytab"",
      "iceberg-catalog > Iceberg source: error: its file "krb5.conf"",
      "iceberg-catalog > Iceberg source: error: its files "clientCertificate" and "clientKey"",
      "iceberg-catalog > Iceberg source: warning: its file "ca" is not handed over",
      "mongodb > MongoDB sink: error: its files "clientCertificate" and "clientKey"",
      "mongodb > MongoDB sink: warning: its file "ca" is not handed over",
      "mongodb > MongoDB source: error: its files "clientCertificate" and "clientKey"",
      "mongodb > MongoDB source: warning: its file "ca" is not handed over",
      "mysql > Jdbc sink: error: its files "clientCertificate" and "clientKey"",
      "mysql > Jdbc sink: warning: its file "ca" is not handed over",
      "mysql > Jdbc source: error: its files "clientCertificate" and "clientKey"",
      "mysql > Jdbc source: warning: its file "ca" is not handed over",
      "mysql > MySQL-CDC source: error: its files "clientCertificate" and "clientKey"",
      "mysql > MySQL-CDC source: warning: its file "ca" is not handed over",
      "paimon-catalog > Paimon sink: error: its file "core-site.xml"",
      "paimon-catalog > Paimon sink: error: its file "hdfs-site.xml"",
      "paimon-catalog > Paimon sink: error: its file "hive-site.xml"",
      "paimon-catalog > Paimon sink: error: its file "keytab"",
      "paimon-catalog > Paimon sink: error: its file "krb5.conf"",
      "paimon-catalog > Paimon source: error: its file "core-site.xml"",
      "paimon-catalog > Paimon source: error: its file "hdfs-site.xml"",
      "paimon-catalog > Paimon source: error: its file "hive-site.xml"",
      "paimon-catalog > Paimon source: error: its file "keytab"",
      "paimon-catalog > Paimon source: error: its file "krb5.conf"",
      "postgresql > Jdbc sink: error: its files "clientCertificate" and "clientKey"",
      "postgresql > Jdbc source: error: its files "clientCertificate" and "clientKey"",
      "postgresql > Postgres-CDC source: error: its files "clientCertificate" and "clientKey"",
      "redis > Redis sink: error: ssl is "verify-full"",
      "redis > Redis source: error: ssl is "verify-full"",
      "s3 > S3File sink: error: its files "clientCertificate" and "clientKey"",
      "s3 > S3File sink: warning: its file "ca" is not handed over",
      "s3 > S3File source: error: its files "clientCertificate" and "clientKey"",
      "s3 > S3File source: warning: its file "ca" is not handed over",
      "sqlserver > Jdbc sink: error: its files "clientCertificate" and "clientKey"",
      "sqlserver > Jdbc sink: warning: its file "ca" is not handed over",
      "sqlserver > Jdbc source: error: its files "clientCertificate" and "clientKey"",
      "sqlserver > Jdbc source: warning: its file "ca" is not handed over",
      "sqlserver > SqlServer-CDC source: error: its files "clientCertificate" and "clientKey"",
      "sqlserver > SqlServer-CDC source: warning: its file "ca" is not handed over",
      "starrocks > StarRocks sink: error: ssl is "verify-full"",
      "starrocks > StarRocks source: error: ssl is "verify-full"",
    ]
  `);
});

function leaves(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leaves);
}

/** In a text as it is, in a URI, in quotes of JAAS or in base64. */
function holds(text: string, content: string): boolean {
  const [, coded] = /^Basic (.*)$/.exec(text) ?? [];
  const readings = [
    text,
    text.replace(/\\(.)/g, '$1'),
    ...(/^\w+:/.test(text) ? [decoded(text)] : []),
    ...(coded ? [Buffer.from(coded, 'base64').toString()] : []),
  ];
  // PEM is laid out anew.
  const bare = (pem: string) => pem.replace(/-----[^-]*-----|\s/g, '');
  return readings.some(
    it =>
      it.includes(content) ||
      (content.startsWith('-----') &&
        (bare(it).includes(bare(content)) ||
          (it.includes('BEGIN PRIVATE KEY') && content === key))),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

it('gives Iceberg its catalog as options of 2.3.4 and as the map of later releases', () => {
  const [, hive] = CONFIGS['iceberg-catalog'];
  const { config: plan } = bind(
    {
      ...{ connector: 'Iceberg', kind: 'source', release: '2.3.4' },
    } as (typeof cases)[number],
    filled('iceberg-catalog', hive),
  );
  expect(plan.source[0].options).toEqual({
    catalog_name: 'l',
    catalog_type: 'hive',
    warehouse: 's3a://w',
    uri: 'thrift://h:9083',
    'iceberg.catalog.config': {
      type: 'hive',
      warehouse: 's3a://w',
      uri: 'thrift://h:9083',
    },
  });
});

describe('A secret within an option', () => {
  const texts = (type: string, config: JsonObject, connector: string) => {
    const connection = filled(type, config);
    connection.secrets.password = `a"b\\c'd @:/%\n\${x}`;
    const { config: plan } = bind(
      { connector, kind: 'source', release: '2.3.8' } as (typeof cases)[number],
      connection,
    );
    return toSeaTunnelJson(plan, inClear({ held: connection })) as {
      source: Record<string, JsonValue>[];
    };
  };

  it('of Kafka stands in quotes of JAAS', () => {
    const config = {
      ...{ bootstrapServers: 'k:1', securityProtocol: 'SASL_PLAINTEXT' },
      user: 'x"y',
    };
    const [{ 'kafka.config': settings }] = texts(
      'kafka',
      config,
      'Kafka',
    ).source;
    expect(settings).toEqual({
      'security.protocol': 'SASL_PLAINTEXT',
      'sasl.mechanism': 'PLAIN',
      'sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required username="x\\"y" password="a\\"b\\\\c'd @:/%\\012\${x}";`,
    });
  });

  it('of MongoDB stands percent-encoded in the URI', () => {
    const config = {
      ...{ servers: 'a:1,b:2', database: 'd', user: 'x@y', ssl: 'verify-full' },
      ...{ authSource: 'own', replicaSet: 'rs' },
    };
    const [{ uri }] = texts('mongodb', config, 'MongoDB').source;
    expect(uri).toBe(
      "mongodb://x%40y:a%22b%5Cc'd%20%40%3A%2F%25%0A%24%7Bx%7D@a:1,b:2/?authSource=own&replicaSet=rs&tls=true",
    );
  });

  it('of HTTP stands in a header beside those of the data source', () => {
    const config = {
      ...{ url: 'http://api', authentication: 'basic', user: 'x' },
      headers: { Accept: 'a' },
    };
    const [{ headers }] = texts('http', config, 'Http').source;
    expect(headers).toEqual({
      Accept: 'a',
      Authorization: `Basic ${Buffer.from(`x:a"b\\c'd @:/%\n\${x}`).toString(
        'base64',
      )}`,
    });
  });

  it('of a plan that an earlier release stored is filled in as it was', () => {
    const plugin = {
      node: 'in',
      plugin: 'Jdbc',
      options: { url: 'jdbc:postgresql://db/shop' },
      secrets: {
        password: { dataSource: 'held', secret: 'password' },
        token: { dataSource: 'held', secret: 'token' },
      },
    };
    const config = { env: {}, source: [plugin], transform: [], sink: [] };
    const stored = toPayload({ payload: { kind: 'seatunnel', config } });
    if (stored.kind !== 'seatunnel') throw new Error(stored.kind);
    const connection = filled('postgresql', server);
    const held = { ...connection, secrets: { password: 'geheim' } };
    expect(toSeaTunnelJson(stored.config, inClear({ held }))).toMatchObject({
      source: [{ url: 'jdbc:postgresql://db/shop', password: 'geheim' }],
    });
    expect(toHocon(stored.config)).not.toContain('geheim');
  });

  it('that is not set any more at the submit is said by its name', () => {
    const config = { servers: 'a:1', database: 'd', user: 'x' };
    const connection = filled('mongodb', config);
    const { config: plan } = bind(
      {
        ...{ connector: 'MongoDB', kind: 'source', release: '2.3.8' },
      } as (typeof cases)[number],
      connection,
    );
    expect(() =>
      toHocon(plan, inClear({ held: { ...connection, secrets: {} } })),
    ).toThrow('Data source "held": its secret "password" is not set any more');
  });

  it('of S3 is asked for where there is none', () => {
    const connection = filled('s3', { endpoint: 'http://s3' });
    const tried = {
      ...{ connector: 'S3File', kind: 'source', release: '2.3.8' },
    } as (typeof cases)[number];
    expect(bind(tried, connection).told).toEqual([]);
    expect(bind(tried, { ...connection, secrets: {} }).told).toEqual([
      expect.objectContaining({
        severity: 'error',
        says: expect.stringContaining('no access key'),
      }),
    ]);
  });

  it('of a keytab that the node names is no problem', () => {
    const connection = filled('hive-metastore', CONFIGS['hive-metastore'][0]);
    const tried = {
      ...{ connector: 'Hive', kind: 'source', release: '2.3.8' },
    } as (typeof cases)[number];
    const said = (options: JsonObject) =>
      bind(tried, connection, options).told.filter(({ says }) =>
        says.includes('keytab'),
      );
    expect(said({})).toHaveLength(1);
    expect(said({ kerberos_keytab_path: '/k' })).toEqual([]);
  });
});
