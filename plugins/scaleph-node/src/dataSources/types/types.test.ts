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
    const ajv = new Ajv({ strict: true, keywords: ['x-zh'] });
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
  const ajv = new Ajv({ strict: true, keywords: ['x-zh'] });
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
      url: 'jdbc:postgresql://db:5432/shop?sslmode=verify-full',
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
