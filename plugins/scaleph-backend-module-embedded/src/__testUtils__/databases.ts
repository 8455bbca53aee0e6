/* eslint-disable jest/no-export, jest/valid-title, jest/valid-describe-callback, jest/expect-expect */
import { ConnectionWithSecrets } from '@scaleph/backstage-plugin-scaleph-node';
import Sqlite from 'better-sqlite3';
import mysql from 'mysql2/promise';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { Harness } from './harness';

/** A database of a test's own. */
export interface TestDatabase {
  connection: ConnectionWithSecrets;
  /** Runs a statement as its owner; answers rows as objects. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

type Create = (harness: Harness) => Promise<TestDatabase>;

const urls = {
  PostgreSQL: process.env.SCALEPH_TEST_POSTGRES_URL,
  MySQL: process.env.SCALEPH_TEST_MYSQL_URL,
};

const creators: Record<string, Create> = {
  SQLite: createSqlite,
  PostgreSQL: createPostgresql,
  MySQL: createMysql,
};

/** Names of the databases that tests run on, and whether each is there. */
export const databases = Object.keys(creators).map(name => ({
  name,
  missing:
    name in urls && !urls[name as keyof typeof urls]
      ? `no server: run the tests with tools/test-servers/with.mjs`
      : undefined,
}));

/**
 * Like describe.each over the databases; those without a server are skipped by name, but fail where CI is set.
 *
 * @param only - names, where a test is about some of them
 */
export function describeDatabases(
  define: (name: string, create: Create) => void,
  only = Object.keys(creators),
): void {
  for (const { name, missing } of databases) {
    if (!only.includes(name)) continue;
    if (!missing) {
      describe(name, () => {
        define(name, creators[name]);
      });
    } else if (process.env.CI) {
      // eslint-disable-next-line jest/no-identical-title
      test(`${name}`, () => {
        throw new Error(missing);
      });
    } else {
      // eslint-disable-next-line jest/no-disabled-tests
      describe.skip(`${name} (${missing})`, () => {
        test('is skipped', () => {});
      });
    }
  }
}

export const create = (name: string, harness: Harness) =>
  creators[name](harness);

async function createSqlite(harness: Harness): Promise<TestDatabase> {
  const path = harness.path('data', 'test.db');
  const database = new Sqlite(path);
  database.pragma('journal_mode = WAL');
  return {
    connection: connection('sqlite', { path }, {}),
    query: async sql => {
      const statement = database.prepare(sql);
      if (statement.reader) return statement.all() as Record<string, unknown>[];
      statement.run();
      return [];
    },
    drop: async () => {
      database.close();
    },
  };
}

async function createPostgresql(): Promise<TestDatabase> {
  const url = new URL(urls.PostgreSQL!);
  const name = `embedded_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const client = new Client({ connectionString: own.href });
  await client.connect();
  return {
    connection: connection(
      'postgresql',
      {
        host: url.hostname,
        port: Number(url.port || 5432),
        database: name,
        user: decodeURIComponent(url.username),
        ssl: 'disable',
      },
      { password: decodeURIComponent(url.password) },
    ),
    query: async sql => (await client.query(sql)).rows,
    drop: async () => {
      await client.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

async function createMysql(): Promise<TestDatabase> {
  const url = new URL(urls.MySQL!);
  const name = `embedded_${randomBytes(6).toString('hex')}`;
  const [user, password] = [url.username, url.password].map(decodeURIComponent);
  const server = {
    host: url.hostname,
    port: Number(url.port || 3306),
    user,
    password,
    dateStrings: true,
  };
  const client = await mysql.createConnection(server);
  await client.query(`CREATE DATABASE ${name}`);
  await client.query(`USE ${name}`);
  return {
    connection: connection(
      'mysql',
      {
        host: server.host,
        port: server.port,
        database: name,
        user,
        ssl: 'disable',
      },
      { password },
    ),
    query: async sql => {
      const [rows] = await client.query(sql);
      return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
    },
    drop: async () => {
      await client.query(`DROP DATABASE ${name}`);
      await client.end();
    },
  };
}

function connection(
  type: string,
  config: ConnectionWithSecrets['config'],
  secrets: Record<string, string>,
): ConnectionWithSecrets {
  return { dataSource: 'db', type, config, secrets };
}
