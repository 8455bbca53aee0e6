import { Knex } from 'knex';

/** Every row of every table, as text. */
export async function dumpDatabase(knex: Knex): Promise<string> {
  const isPostgres = knex.client.config.client === 'pg';
  const tables: Array<{ name: string }> = isPostgres
    ? await knex('pg_tables')
        .where('schemaname', 'public')
        .select({ name: 'tablename' })
    : await knex('sqlite_master').where('type', 'table').select('name');
  const dump: Record<string, unknown[]> = {};
  for (const { name } of tables) dump[name] = await knex(name).select();
  return JSON.stringify(dump);
}
