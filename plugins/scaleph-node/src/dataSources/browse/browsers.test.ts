import { createMockDirectory } from '@backstage/backend-test-utils';
import { symlinkSync } from 'node:fs';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { describeWithServer } from '../../testing/describeWithServer';
import { openSqlite } from '../connect/openSqlite';
import { DataSourceConnection } from '../DataSourceConnection';
import { DataSourceType } from '../DataSourceType';
import { localDirectoryType } from '../types/localDirectory';
import { mysqlType } from '../types/mysql';
import { postgresqlType } from '../types/postgresql';
import { sqliteType } from '../types/sqlite';

jest.setTimeout(30_000);

const directory = createMockDirectory();
const { signal } = new AbortController();
/** What a name may hold in each of them. */
const HOSTILE = `o"; DROP TABLE x; -- \`'\\]%_é`;

function explore(type: DataSourceType, connection: () => DataSourceConnection) {
  const browser = type.browser!;
  return {
    names: async (path: string[], search?: string, limit = 1_000) => {
      const request = { path, search, limit, signal };
      const { items } = await browser.objects(connection(), request);
      return items.map(({ name }) => name);
    },
    objects: (path: string[], search?: string, limit = 1_000) =>
      browser.objects(connection(), { path, search, limit, signal }),
    rows: (path: string[], limit = 2) =>
      browser.rows!(connection(), { path, limit, signal }),
  };
}

async function change(
  type: DataSourceType,
  connection: DataSourceConnection,
  statements: string[],
) {
  for (const statement of statements) {
    const options = { statement, readOnly: false, timeoutMs: 20_000, signal };
    for await (const _ of type.sql!.run(connection, options));
  }
}

function serverOf(url: URL): DataSourceConnection {
  return {
    config: {
      host: url.hostname,
      port: Number(url.port),
      database: url.pathname.slice(1),
      user: url.username,
    },
    secrets: { password: decodeURIComponent(url.password) },
    network: NetworkPolicy.allowAll(),
    files: FileRoots.of([]),
  };
}

/** Tables of the same make in each database, below `root`. */
function itShowsTables(options: {
  type: DataSourceType;
  connection: () => DataSourceConnection;
  root: string[];
  quote: (name: string) => string;
  analyze: string;
  idType: string;
}) {
  const { type, root, quote } = options;
  const { names, objects, rows } = explore(type, options.connection);
  const hostile = quote(HOSTILE);

  beforeAll(() =>
    change(type, options.connection(), [
      'DROP VIEW IF EXISTS browse_view',
      'DROP TABLE IF EXISTS browse_orders',
      `DROP TABLE IF EXISTS ${hostile}`,
      `CREATE TABLE browse_orders (id ${options.idType} NOT NULL PRIMARY KEY, note VARCHAR(20))`,
      "INSERT INTO browse_orders VALUES (1, 'one'), (2, NULL), (3, 'three')",
      'CREATE VIEW browse_view AS SELECT note FROM browse_orders',
      `CREATE TABLE ${hostile} (${hostile} INTEGER)`,
      `INSERT INTO ${hostile} VALUES (7)`,
      `${options.analyze} browse_orders`,
    ]),
  );

  it('tables and views, with the estimates of the server', async () => {
    const { items } = await objects(root, 'BROWSE_');
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'table',
        name: 'browse_orders',
        rows: 3,
        hasChildren: true,
        hasRows: true,
      }),
      expect.objectContaining({ kind: 'view', name: 'browse_view' }),
    ]);
    expect(items[1].rows).toBeUndefined();
  });

  it('so many of them, and that there are more', async () => {
    const { items, truncated } = await objects(root, 'browse_', 1);
    expect({ count: items.length, truncated }).toEqual({
      count: 1,
      truncated: true,
    });
  });

  it('columns', async () => {
    const { items } = await objects([...root, 'browse_orders']);
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'column',
        name: 'id',
        type: expect.stringMatching(/int/i),
        nullable: false,
        key: true,
      }),
      expect.objectContaining({ name: 'note', nullable: true }),
    ]);
    expect(await names([...root, 'browse_orders'], 'NO')).toEqual(['note']);
  });

  it('first rows, and that there are more', async () => {
    expect(await rows([...root, 'browse_orders'])).toEqual({
      columns: [
        expect.objectContaining({ name: 'id' }),
        expect.objectContaining({ name: 'note' }),
      ],
      rows: [
        [1, 'one'],
        [2, null],
      ],
      truncated: true,
    });
    const all = await rows([...root, 'browse_orders'], 3);
    expect(all.truncated).toBe(false);
  });

  it('what has a hostile name', async () => {
    expect(await names(root, HOSTILE)).toEqual([HOSTILE]);
    expect(await names([...root, HOSTILE])).toEqual([HOSTILE]);
    expect((await rows([...root, HOSTILE])).rows).toEqual([[7]]);
  });

  it.each([
    [[...root, 'not there']],
    [[...root, 'browse_orders', 'id', 'deeper']],
    [[...root, "' OR '1'='1"]],
  ])('%j does not exist', async path => {
    await expect(objects(path)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('no rows of what is no table', async () => {
    const path = [...root, 'browse_orders', 'id'];
    await expect(rows(path)).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(rows([...root, 'not there'])).rejects.toThrow(/not there/);
  });
}

describeWithServer('PostgreSQL', 'SCALEPH_TEST_POSTGRES_URL', url => {
  const connection = () => serverOf(url);
  itShowsTables({
    type: postgresqlType,
    connection,
    root: ['public'],
    quote: name => `"${name.split('"').join('""')}"`,
    analyze: 'ANALYZE',
    idType: 'INTEGER',
  });

  it('shows schemas, that of names without one first known', async () => {
    const { objects } = explore(postgresqlType, connection);
    const { items } = await objects([]);
    expect(items).toContainEqual(
      expect.objectContaining({
        kind: 'schema',
        name: 'public',
        current: true,
        hasChildren: true,
      }),
    );
    expect(items[0].name).not.toBe('information_schema');
  });

  it('reads a view that writes without letting it', async () => {
    const { rows } = explore(postgresqlType, connection);
    await change(postgresqlType, connection(), [
      'CREATE SEQUENCE IF NOT EXISTS browse_sequence',
      "CREATE OR REPLACE VIEW browse_writes AS SELECT nextval('browse_sequence') AS n",
    ]);
    await expect(rows(['public', 'browse_writes'])).rejects.toThrow(
      /read-only transaction/,
    );
  });
});

describeWithServer('MariaDB', 'SCALEPH_TEST_MYSQL_URL', url => {
  const connection = () => serverOf(url);
  const root = [url.pathname.slice(1)];
  itShowsTables({
    type: mysqlType,
    connection,
    root,
    quote: name => `\`${name.split('`').join('``')}\``,
    analyze: 'ANALYZE TABLE',
    idType: 'INTEGER',
  });

  it('shows databases', async () => {
    const { objects } = explore(mysqlType, connection);
    const { items } = await objects([]);
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'schema', name: root[0], current: true }),
    );
  });
});

describe('SQLite', () => {
  const connection = () => ({
    config: { path: directory.resolve('browse.db') },
    secrets: {},
    network: NetworkPolicy.allowAll(),
    files: FileRoots.of([directory.path]),
  });
  beforeAll(async () => {
    (await openSqlite({ ...connection(), readonly: false })).close();
  });
  itShowsTables({
    type: sqliteType,
    connection,
    root: [],
    quote: name => `"${name.split('"').join('""')}"`,
    analyze: 'ANALYZE',
    idType: 'INTEGER',
  });
});

describe('A directory', () => {
  const place = createMockDirectory();
  const connection = () => ({
    config: { directory: place.resolve('data') },
    secrets: {},
    network: NetworkPolicy.allowAll(),
    files: FileRoots.of([place.resolve('data')]),
  });
  const { objects, names } = explore(localDirectoryType, connection);

  beforeAll(() => {
    place.setContent({
      data: { 'b.csv': 'x,y\n', 'a.json': '{}', sub: { 'c d.csv': 'abc' } },
      outside: { 'secret.txt': 'secret' },
    });
    symlinkSync(place.resolve('outside'), place.resolve('data/way-out'));
    symlinkSync(place.resolve('data/sub'), place.resolve('data/way-in'));
  });

  it('shows directories first, files with their size, and no way out', async () => {
    const { items, truncated } = await objects([]);
    expect(truncated).toBe(false);
    expect(items).toEqual([
      { kind: 'directory', name: 'sub', hasChildren: true },
      {
        kind: 'file',
        name: 'a.json',
        hasChildren: false,
        hasRows: true,
        bytes: 2,
      },
      {
        kind: 'file',
        name: 'b.csv',
        hasChildren: false,
        hasRows: true,
        bytes: 4,
      },
      { kind: 'directory', name: 'way-in', hasChildren: true },
    ]);
    expect(await names(['sub'])).toEqual(['c d.csv']);
    expect(await names([], 'CSV')).toEqual(['b.csv']);
    expect((await objects([], undefined, 1)).truncated).toBe(true);
  });

  it.each([
    [['..']],
    [['sub', '..', '..', 'outside']],
    [['a/../..']],
    [['no']],
  ])('%j does not exist', async path => {
    await expect(objects(path)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('does not follow a link out', async () => {
    await expect(objects(['way-out'])).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });
});
