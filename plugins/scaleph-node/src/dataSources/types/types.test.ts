import { createMockDirectory } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import Ajv from 'ajv';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { openSqlite } from '../connect/openSqlite';
import { builtInDataSourceTypes } from './builtInDataSourceTypes';

const directory = createMockDirectory();
const files = () => FileRoots.of([directory.resolve('root')]);
const network = NetworkPolicy.of({ allowedHosts: ['db', '127.0.0.1', '*.x'] });
const typeOf = (name: string) =>
  builtInDataSourceTypes.find(({ type }) => type === name)!;
const server = { host: 'db', database: 'shop', user: 'etl' };

beforeEach(() => {
  directory.setContent({ root: { 'a.csv': '1', sub: {} }, outside: {} });
});

describe.each(builtInDataSourceTypes)('$type', type => {
  const schema = type.schema as JsonObject & {
    properties: Record<string, JsonObject>;
  };

  it('has a schema that refuses unknown fields', () => {
    const ajv = new Ajv({ strict: true, keywords: ['x-zh', 'x-when'] });
    expect(schema.additionalProperties).toBe(false);
    expect(ajv.compile(schema)({ unknown: 1 })).toBe(false);
  });

  it('has texts in English and Chinese', () => {
    const texts = [
      type.title,
      type.description,
      ...type.secrets.map(({ title }) => title),
    ];
    for (const text of texts) {
      expect(text.en).toBeTruthy();
      expect(text.zh).toBeTruthy();
    }
    for (const property of Object.values(schema.properties)) {
      const zh = property['x-zh'] as JsonObject;
      expect(property.title && zh.title).toBeTruthy();
      expect(Boolean(property.description)).toBe(Boolean(zh.description));
    }
  });
});

test.each<[string, JsonObject, boolean]>([
  ['postgresql', server, true],
  ['postgresql', { ...server, port: 5433, ssl: 'verify-full' }, true],
  ['postgresql', { ...server, password: 'x' }, false],
  ['postgresql', { ...server, port: '5432' }, false],
  ['postgresql', { ...server, port: 65536 }, false],
  ['postgresql', { ...server, ssl: 'prefer' }, false],
  ['postgresql', { ...server, host: 'http://db' }, false],
  ['postgresql', { ...server, host: 'a@db' }, false],
  ['postgresql', { ...server, host: '' }, false],
  ['mysql', { host: 'db', database: 'shop' }, false],
  ['sqlite', { path: '/a.db' }, true],
  ['sqlite', { path: '' }, false],
  ['local-directory', { directory: '/data' }, true],
  ['local-directory', { directory: 5 }, false],
])('%s: whether %j fits the schema is %s', (type, config, expected) => {
  const ajv = new Ajv({ strict: true, keywords: ['x-zh', 'x-when'] });
  expect(ajv.compile(typeOf(type).schema)(config)).toBe(expected);
});

test.each<[string, JsonObject, string]>([
  ['postgresql', server, 'db:5432/shop'],
  ['postgresql', { ...server, host: '::1', port: 5433 }, '[::1]:5433/shop'],
  ['mysql', server, 'db:3306/shop'],
  ['sqlite', { path: '/srv/a.db' }, '/srv/a.db'],
  ['local-directory', { directory: '/srv' }, '/srv'],
])('%s: %j points at %s', (type, config, location) => {
  expect(typeOf(type).location(config)).toBe(location);
});

describe.each(['postgresql', 'mysql'])('%s: a stored password', name => {
  const before = { ...server, ssl: 'require' };

  test.each([
    ['stays when nothing changes', {}, true],
    ['stays when the default port is written out', { port: undefined }, true],
    ['stays when the host differs in case', { host: 'DB' }, true],
    ['stays when encryption becomes stronger', { ssl: 'verify-full' }, true],
    ['goes when encryption becomes weaker', { ssl: 'disable' }, false],
    ['goes when encryption is left out', { ssl: undefined }, false],
    ['goes with the host', { host: 'db.evil.example' }, false],
    ['goes with the port', { port: 1 }, false],
    ['goes with the database', { database: 'other' }, false],
    ['goes with the user', { user: 'root' }, false],
  ])('%s', (_, change, expected) => {
    const after = { ...before, ...change } as JsonObject;
    expect(typeOf(name).maySecretsStay!(before, after)).toBe(expected);
  });
});

test.each<[string, string, JsonObject, JsonObject]>([
  [
    'postgresql',
    'Jdbc',
    { ...server, ssl: 'verify-full' },
    {
      url: 'jdbc:postgresql://db:5432/shop?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory',
      driver: 'org.postgresql.Driver',
      user: 'etl',
    },
  ],
  [
    'mysql',
    'Jdbc',
    { ...server, database: 'a?allowLoadLocalInfile=true&x' },
    {
      url: 'jdbc:mysql://db:3306/a%3FallowLoadLocalInfile%3Dtrue%26x?sslMode=DISABLED&allowLoadLocalInfile=false',
      driver: 'com.mysql.cj.jdbc.Driver',
      user: 'etl',
    },
  ],
  [
    'sqlite',
    'Jdbc',
    { path: '/srv/a.db' },
    { url: 'jdbc:sqlite:/srv/a.db', driver: 'org.sqlite.JDBC' },
  ],
  ['local-directory', 'LocalFile', { directory: '/srv' }, { path: '/srv' }],
])('%s gives options to %s', (type, connector, config, options) => {
  const binding = typeOf(type).bindings[connector];
  expect(binding.toOptions(config)).toEqual(options);
});

describe('check', () => {
  test.each<[string, JsonObject, string, string]>([
    [
      'postgresql',
      { ...server, host: 'other' },
      '/host',
      'not in scaleph.network.allowedHosts',
    ],
    ['mysql', { ...server, host: 'a b' }, '/host', 'neither a host name'],
    [
      'mysql',
      { ...server, host: '127.0.0.1', ssl: 'verify-full' },
      '/host',
      'verify-full compares the certificate with the name',
    ],
    ['sqlite', { path: '/etc/passwd' }, '/path', 'outside of the directories'],
    ['sqlite', { path: 'a.db' }, '/path', 'must be absolute'],
    ['local-directory', { directory: '/' }, '/directory', 'outside of'],
    ['local-directory', { directory: '/a\0b' }, '/directory', 'NUL'],
  ])('%s: %j has a problem', async (type, config, pointer, message) => {
    await expect(
      typeOf(type).check(config, { files: files(), network }),
    ).resolves.toEqual([
      expect.objectContaining({
        severity: 'error',
        pointer,
        message: expect.stringContaining(message),
      }),
    ]);
  });

  it('has nothing against a server that is not there yet', async () => {
    await expect(
      typeOf('postgresql').check(
        { ...server, host: 'no-such-host.x' },
        { files: files(), network },
      ),
    ).resolves.toEqual([]);
  });
});

describe('testConnection', () => {
  const run = (type: string, config: JsonObject) =>
    typeOf(type).testConnection({
      config,
      secrets: {},
      files: files(),
      network,
      signal: AbortSignal.timeout(5_000),
    });
  const path = (name: string) => directory.resolve(name);

  it('counts the tables of a SQLite file', async () => {
    const config = { path: path('root/a.db') };
    const database = await openSqlite({
      config,
      files: files(),
      readonly: false,
    });
    database.exec('CREATE TABLE a (x); CREATE TABLE sqliteish (x)');
    database.close();
    await expect(run('sqlite', config)).resolves.toMatch(
      /^SQLite 3\.\S+ opened the file: 2 tables$/,
    );
  });

  it('says that a SQLite file will be made', async () => {
    await expect(
      run('sqlite', { path: path('root/new.db') }),
    ).resolves.toContain('does not exist yet');
    await expect(
      run('sqlite', { path: path('root/none/new.db') }),
    ).rejects.toThrow('cannot be made in');
  });

  it('counts the entries of a directory', async () => {
    await expect(
      run('local-directory', { directory: path('root') }),
    ).resolves.toBe('2 entries, readable and writable');
  });

  test.each([
    ['root/none', 'does not exist'],
    ['root/a.csv', 'is a file: name the directory'],
    ['outside', 'outside of the directories'],
  ])('says what is wrong with directory %s', async (name, message) => {
    await expect(
      run('local-directory', { directory: path(name) }),
    ).rejects.toThrow(message);
  });
});

describe('Nothing in a configuration adds a parameter of its own', () => {
  const valid: Record<string, JsonObject> = {
    sqlserver: server,
    clickhouse: server,
    doris: server,
    starrocks: server,
    oracle: { host: 'db', service: 'FREE', user: 'etl' },
    kafka: { bootstrapServers: 'a:9092,[::1]:9093' },
    redis: { host: 'db' },
    mongodb: { servers: 'a:27017', database: 'shop' },
    elasticsearch: { urls: 'https://a:9200,http://b' },
    s3: { endpoint: 'https://s3.x', bucket: 'lake' },
    http: { url: 'https://api.x/v1' },
    'hive-metastore': { metastoreUri: 'thrift://hive.x:9083' },
    'iceberg-catalog': {
      catalogName: 'lake',
      catalogType: 'rest',
      restUrl: 'https://ice.x/api',
      warehouse: 's3a://w/t',
    },
    'paimon-catalog': { warehouse: '/w' },
  };
  const fits = (type: string, config: JsonObject) =>
    new Ajv({
      strict: true,
      strictTypes: false,
      keywords: ['x-zh', 'x-when'],
    }).compile(typeOf(type).schema)(config);

  it.each(Object.keys(valid))('%s takes what is right', type => {
    expect(fits(type, valid[type])).toBe(true);
  });

  it.each<[string, string, string[]]>([
    ['sqlserver', 'host', ['db;encrypt=false', 'db,1', 'db\\x', 'a b']],
    ['clickhouse', 'host', ['db/?readonly=0', 'u@db', 'db#']],
    ['doris', 'host', ['db?allowLoadLocalInfile=true', 'db/x']],
    ['oracle', 'service', ['X)(HOST=y', 'a b', 'X\n', '']],
    ['oracle', 'host', ['h)(PORT=1', "h'", 'h"']],
    [
      'kafka',
      'bootstrapServers',
      ['a', 'a:9092/x', 'a:1,', 'a:1;b=2', 'a:1\nb:2'],
    ],
    ['redis', 'host', ['db/0', 'x@db']],
    ['mongodb', 'servers', ['u:p@a:1', 'a:1/?tls=false', 'a:1/admin', 'a']],
    ['mongodb', 'database', ['a/b', 'a?tls=false', 'a.b', 'a\u0000']],
    ['mongodb', 'replicaSet', ['rs&tls=false', 'a b']],
    [
      'elasticsearch',
      'urls',
      ['https://u:p@a', 'https://a?x', 'ftp://a', 'https://a,'],
    ],
    ['s3', 'endpoint', ['https://u@a', 'https://a#x', 's3://a', 'https://a b']],
    ['s3', 'bucket', ['../x', 'a/b', 'a?x', 'ab c']],
    [
      'http',
      'url',
      ['https://u:p@a', 'https://a?token=1', 'file:///etc', 'http://a\r\nb'],
    ],
    [
      'hive-metastore',
      'metastoreUri',
      ['http://a:1', 'thrift://a:1/x', 'thrift://a@b:1'],
    ],
    ['iceberg-catalog', 'restUrl', ['thrift://a:1', 'https://a?x=1']],
  ])('%s.%s does not take %j', (type, field, values) => {
    for (const value of values) {
      expect(
        `${value}: ${fits(type, { ...valid[type], [field]: value })}`,
      ).toBe(`${value}: false`);
    }
  });

  it('HTTP headers hold no line break', () => {
    const headers = (name: string, value: string) =>
      fits('http', { ...valid.http, headers: { [name]: value } });
    expect(headers('X-A', 'b')).toBe(true);
    expect(headers('X-A', 'b\r\nHost: c')).toBe(false);
    expect(headers('X-A: b', 'c')).toBe(false);
  });

  it.each(Object.keys(valid))(
    '%s says where it points and binds without secrets',
    type => {
      const { location, bindings, fields } = typeOf(type);
      expect(location(valid[type])).toBeTruthy();
      for (const { toOptions } of Object.values(bindings)) {
        expect(JSON.stringify(toOptions(valid[type]))).not.toContain(
          'undefined',
        );
      }
      expect(JSON.stringify(fields?.(valid[type]) ?? {})).not.toContain(
        'undefined',
      );
    },
  );

  it.each(Object.keys(valid))(
    '%s asks for secrets again when it points elsewhere',
    type => {
      const { maySecretsStay } = typeOf(type);
      const before = valid[type];
      expect(maySecretsStay!(before, { ...before })).toBe(true);
      const [place] = Object.keys(before).filter(it =>
        /^(host|bootstrapServers|servers|urls|endpoint|url|metastoreUri|restUrl|warehouse)$/.test(
          it,
        ),
      );
      const elsewhere = String(before[place]).replace(
        /[ab]|db|s3\.x|hive/,
        'evil',
      );
      const after = { ...before, [place]: `${elsewhere}x` };
      expect(maySecretsStay!(before, after)).toBe(false);
    },
  );
});
