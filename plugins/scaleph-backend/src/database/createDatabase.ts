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
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory() });
  }
  return knex;
}
