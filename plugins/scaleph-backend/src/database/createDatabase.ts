import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Directory of the migrations. @internal */
export function migrationsDirectory(): string {
  return resolvePackagePath(
    '@scaleph/backstage-plugin-scaleph-backend',
    'migrations',
  );
}

/** The plugin's database, migrated to the newest state. @internal */
export async function createDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (isSqlite(knex)) await writeAhead(knex);
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory() });
  }
  return knex;
}

function isSqlite(knex: Knex): boolean {
  return /sqlite/.test(String(knex.client.config.client));
}

/**
 * A third of the time for each write, and readers do not wait for it. What is
 * committed survives a loss of power as before: SQLite's own default for this
 * mode would not say so.
 */
async function writeAhead(knex: Knex): Promise<void> {
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.raw('PRAGMA synchronous = FULL');
}
