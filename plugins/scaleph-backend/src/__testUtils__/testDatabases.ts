import knexFactory, { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { migrationsDirectory } from '../database/createDatabase';

/** A database for one test file. */
export interface TestDatabase {
  /** `SQLite` or `PostgreSQL`. */
  name: string;
  /** Makes a fresh database, migrated unless told otherwise; it is removed after the last test of the file. */
  create(options?: { migrate?: boolean }): Promise<Knex>;
  /** A second connection to the database that `create` made last, as another back end has one; SQLite has none. */
  connectAgain?(): Promise<Knex>;
}

/** A test file may have made dozens. */
const CLEAN_UP_LIMIT_MS = 60_000;

/** The server of PostgreSQL tests; `node tools/test-servers/with.mjs …` starts one. */
export const TEST_POSTGRES_URL = process.env.SCALEPH_TEST_POSTGRES_URL;

/**
 * SQLite, and PostgreSQL where SCALEPH_TEST_POSTGRES_URL names a server, for
 * `describe.each(testDatabases())('… on $name', database => …)`.
 */
export function testDatabases(): TestDatabase[] {
  return TEST_POSTGRES_URL
    ? [sqlite(), postgres(TEST_POSTGRES_URL)]
    : [sqlite()];
}

function sqlite(): TestDatabase {
  const open: Knex[] = [];
  closeAfterAll(open);
  return {
    name: 'SQLite',
    create: async options => {
      const knex = knexFactory({
        client: 'better-sqlite3',
        connection: ':memory:',
        useNullAsDefault: true,
        pool: { min: 1, max: 1 },
      });
      open.push(knex);
      await knex.raw('PRAGMA foreign_keys = ON');
      return migrated(knex, options);
    },
  };
}

function postgres(server: string): TestDatabase {
  const open: Knex[] = [];
  const names: string[] = [];
  const connect = (database: string) => {
    const url = new URL(server);
    url.pathname = `/${database}`;
    const knex = knexFactory({
      client: 'pg',
      connection: url.href,
      pool: { min: 0, max: 10 },
    });
    open.push(knex);
    return knex;
  };
  afterAll(async () => {
    await Promise.all(open.splice(0).map(knex => knex.destroy()));
    await dropPostgresDatabases(server, names.splice(0));
  }, CLEAN_UP_LIMIT_MS);
  return {
    name: 'PostgreSQL',
    create: async options => {
      const name = await createPostgresDatabase(server);
      names.push(name);
      return migrated(connect(name), options);
    },
    connectAgain: async () => connect(names[names.length - 1]),
  };
}

/** Makes an empty database on the server and answers its name. */
export async function createPostgresDatabase(server: string): Promise<string> {
  const name = `scaleph_test_${randomBytes(6).toString('hex')}`;
  await withServer(server, admin => admin.raw('create database ??', [name]));
  return name;
}

/** Removes databases, also under whoever is connected to them. */
export async function dropPostgresDatabases(
  server: string,
  names: string[],
): Promise<void> {
  await withServer(server, async admin => {
    for (const name of names) {
      await admin.raw('drop database if exists ?? with (force)', [name]);
    }
  });
}

async function withServer(
  server: string,
  work: (admin: Knex) => Promise<unknown>,
): Promise<void> {
  const admin = knexFactory({ client: 'pg', connection: server });
  try {
    await work(admin);
  } finally {
    await admin.destroy();
  }
}

function closeAfterAll(open: Knex[]): void {
  afterAll(async () => {
    await Promise.all(open.splice(0).map(knex => knex.destroy()));
  });
}

async function migrated(
  knex: Knex,
  { migrate = true }: { migrate?: boolean } = {},
): Promise<Knex> {
  if (migrate) {
    await knex.migrate.latest({ directory: migrationsDirectory() });
  }
  return knex;
}
