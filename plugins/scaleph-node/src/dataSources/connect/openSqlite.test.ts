import { createMockDirectory } from '@backstage/backend-test-utils';
import { existsSync, symlinkSync } from 'node:fs';
import { FileRoots } from '../../files/FileRoots';
import { explainQueryError } from './explainQueryError';
import { openSqlite, prepareSqliteQuery } from './openSqlite';

const directory = createMockDirectory();
const path = (name: string) => directory.resolve(name);

beforeEach(() => {
  directory.setContent({
    root: {
      'text.db': 'this is a text file, not a database at all '.repeat(9),
    },
    'root/sub': {},
    outside: {},
  });
});

function open(name: string, readonly = false) {
  const files = FileRoots.of([path('root')]);
  return openSqlite({ config: { path: path(name) }, files, readonly });
}

async function withDatabase() {
  const database = await open('root/a.db');
  database.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)');
  return database;
}

describe('openSqlite', () => {
  it('makes a file, and opens it read-only', async () => {
    (await withDatabase()).close();
    const database = await open('root/a.db', true);
    expect(database.prepare('SELECT x FROM t').all()).toEqual([{ x: 1 }]);
    expect(() => database.exec('DELETE FROM t')).toThrow('readonly');
    database.close();
  });

  it('takes a path that looks like a URI as a path', async () => {
    directory.addContent({ 'root/file:a.db?mode=memory': '' });
    const database = await open('root/file:a.db?mode=memory');
    expect(database.memory).toBe(false);
    expect(database.name).toBe(path('root/file:a.db?mode=memory'));
    database.close();
  });

  test.each([
    ['a file that is missing', 'root/none.db', true, 'does not exist'],
    ['a directory', 'root/sub', true, 'is not a file'],
    ['a text file', 'root/text.db', true, 'is not a SQLite database'],
    ['a missing directory', 'root/none/a.db', false, 'Directory'],
    ['a path outside', 'outside/a.db', false, 'outside of the directories'],
    ['dots', 'root/../outside/a.db', false, 'outside of the directories'],
  ])('refuses %s', async (_, name, readonly, message) => {
    await expect(open(name, readonly)).rejects.toThrow(message);
  });

  test.each(['a.db', 'a.db-wal', 'a.db-journal', 'a.db-shm'])(
    'refuses when %s is a link out of the roots',
    async name => {
      symlinkSync(path('outside/x'), path(`root/${name}`));
      await expect(open('root/a.db')).rejects.toThrow(
        'outside of the directories',
      );
      expect(existsSync(path('outside/x'))).toBe(false);
    },
  );
});

describe('prepareSqliteQuery', () => {
  test.each([
    'SELECT x FROM t',
    'WITH a AS (SELECT 1 AS x) SELECT * FROM a',
    '-- a comment\nVALUES (1)',
  ])('allows %s', async sql => {
    const database = await withDatabase();
    expect(prepareSqliteQuery(database, sql).all()).toHaveLength(1);
    database.close();
  });

  test.each([
    "ATTACH '/tmp/scaleph-stolen.db' AS other",
    "VACUUM INTO '/tmp/scaleph-stolen.db'",
    'DELETE FROM t',
    'INSERT INTO t VALUES (2) RETURNING x',
    'PRAGMA journal_mode = wal',
    'PRAGMA trusted_schema = ON',
    'DROP TABLE t',
  ])('refuses %s', async sql => {
    const database = await withDatabase();
    expect(() => prepareSqliteQuery(database, sql)).toThrow('only reads');
    database.close();
  });

  test.each([
    ['SELECT 1; SELECT 2', 'more than one statement'],
    ["SELECT load_extension('/tmp/x')", 'not authorized'],
    ["SELECT readfile('/etc/passwd')", 'no such function'],
    ["SELECT writefile('/tmp/x', 'y')", 'no such function'],
  ])('lets SQLite refuse %s', async (sql, message) => {
    const database = await withDatabase();
    expect(() => prepareSqliteQuery(database, sql).all()).toThrow(message);
    database.close();
  });

  it('has errors that name the table and the file', async () => {
    const database = await withDatabase();
    let message = '';
    try {
      prepareSqliteQuery(database, 'SELECT * FROM orders');
    } catch (error) {
      message = explainQueryError(error, { location: 'a.db', secrets: {} });
    }
    database.close();
    expect(message).toBe('Table "orders" does not exist in a.db');
  });
});
