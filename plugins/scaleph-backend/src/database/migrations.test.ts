import { Knex } from 'knex';
import { readdir } from 'node:fs/promises';
import { describeDatabases } from '../__testUtils__/describeDatabases';
import { migrationsDirectory } from './createDatabase';

// On machines that may be busy.
jest.setTimeout(60_000);

describeDatabases('Migrations', database => {
  const directory = migrationsDirectory();

  it('go up one by one and all the way down again', async () => {
    const knex = await database.create({ migrate: false });
    const files = (await readdir(directory)).filter(file =>
      file.endsWith('.js'),
    );
    const before = await tablesOf(knex);
    const states = [before];
    for (const _file of files) {
      await knex.migrate.up({ directory });
      states.push(await tablesOf(knex));
      // Each step can be taken back and made again.
      await knex.migrate.down({ directory });
      expect(await tablesOf(knex)).toEqual(
        expect.arrayContaining(states[states.length - 2]),
      );
      await knex.migrate.up({ directory });
      expect(await tablesOf(knex)).toEqual(states[states.length - 1]);
    }
    expect(states[files.length]).toEqual(
      expect.arrayContaining([
        'data_sources',
        'idempotency_keys',
        'pipelines',
        'runs',
      ]),
    );
    for (let step = files.length - 1; step > 0; step--) {
      await knex.migrate.down({ directory });
      expect(await tablesOf(knex)).toEqual(states[step]);
    }
    await knex.migrate.down({ directory });
    expect(await tablesOf(knex)).toEqual(
      ['knex_migrations', 'knex_migrations_lock'].sort(),
    );
  });
});

async function tablesOf(knex: Knex): Promise<string[]> {
  const rows: Array<{ name: string }> =
    knex.client.config.client === 'pg'
      ? await knex('pg_catalog.pg_tables')
          .select({ name: 'tablename' })
          .where('schemaname', 'public')
      : await knex('sqlite_master')
          .select('name')
          .where('type', 'table')
          .whereNot('name', 'like', 'sqlite_%');
  return rows.map(row => row.name).sort();
}
