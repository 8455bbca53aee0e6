import knexFactory, { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { migrationsDirectory } from '../database/createDatabase';

const POSTGRES_URL = process.env.SCALEPH_TEST_POSTGRES_URL;

/** @internal */
export interface TestDatabase {
  /** `better-sqlite3` or `pg`. */
  client: string;
  /** A new, empty database of its own; dropped after the tests. */
  create(options?: { migrate?: boolean }): Promise<Knex>;
}

/**
 * Runs the tests on SQLite and on a real PostgreSQL, whose server
 * SCALEPH_TEST_POSTGRES_URL names (`tools/test-servers/with.mjs` starts one).
 * Without it the PostgreSQL half is skipped, and fails where CI is set.
 *
 * @internal
 */
export function describeDatabases(
  name: string,
  tests: (database: TestDatabase) => void,
): void {
  describe(`${name} on SQLite`, () => tests(track('better-sqlite3', sqlite)));

  if (POSTGRES_URL) {
    describe(`${name} on PostgreSQL`, () => tests(track('pg', postgres)));
  } else if (process.env.CI) {
    // eslint-disable-next-line jest/valid-title
    it(`${name} on PostgreSQL`, () => {
      throw new Error(
        'SCALEPH_TEST_POSTGRES_URL is not set: run the tests by tools/test-servers/with.mjs',
      );
    });
  } else {
    it.skip(`${name} on PostgreSQL (SCALEPH_TEST_POSTGRES_URL is not set)`, () => {});
  }
}

interface OpenDatabase {
  knex: Knex;
  drop(): Promise<void>;
}

function track(
  client: string,
  open: () => Promise<OpenDatabase>,
): TestDatabase {
  const opened: OpenDatabase[] = [];
  afterAll(async () => {
    await Promise.all(opened.map(database => database.drop()));
  }, 60_000);
  return {
    client,
    async create({ migrate = true } = {}) {
      const database = await open();
      opened.push(database);
      if (migrate) {
        await database.knex.migrate.latest({
          directory: migrationsDirectory(),
        });
      }
      return database.knex;
    },
  };
}

async function sqlite(): Promise<OpenDatabase> {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  return { knex, drop: () => knex.destroy() };
}

async function postgres(): Promise<OpenDatabase> {
  const name = `scaleph_${randomBytes(8).toString('hex')}`;
  const admin = knexFactory({ client: 'pg', connection: POSTGRES_URL });
  await admin.raw('create database ??', [name]);
  const url = new URL(POSTGRES_URL!);
  url.pathname = `/${name}`;
  const knex = knexFactory({
    client: 'pg',
    connection: url.toString(),
    pool: { min: 0, max: 10 },
  });
  return {
    knex,
    async drop() {
      await knex.destroy();
      await admin.raw('drop database ?? with (force)', [name]);
      await admin.destroy();
    },
  };
}
