// @ts-check

/**
 * Text that is sorted by: PostgreSQL orders by bytes only when told to, as
 * SQLite always does, so that pages are the same on both.
 *
 * @param {import('knex').Knex} knex
 * @param {number} length
 */
function sortable(knex, length) {
  return knex.client.config.client === 'pg'
    ? `varchar(${length}) collate "C"`
    : `varchar(${length})`;
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('data_sources', table => {
    table.comment(
      'Where connection facts live; secrets are in their own table',
    );
    table
      .string('id', 36)
      .primary()
      .comment('Authenticated with each secret: never changed, never reused');
    table.specificType('name', sortable(knex, 100)).notNullable().unique();
    table.specificType('type', sortable(knex, 100)).notNullable();
    table.string('title', 200);
    table.text('description');
    table.string('owner', 300).notNullable().index();
    table.string('system', 300).index();
    table.text('tags').notNullable().comment('JSON list');
    table.text('config').notNullable().comment('JSON; no secret in it');
    table.text('last_test').comment('JSON; of the present config and secrets');
    table.integer('revision').notNullable().comment('For If-Match');
    table.string('created_at', 24).notNullable();
    table.string('created_by', 300).notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('updated_by', 300).notNullable();
    table.text('search_text').notNullable();
    table.index(['name', 'id']);
    table.index(['type', 'id']);
    table.index(['updated_at', 'id']);
  });

  await knex.schema.createTable('data_source_secrets', table => {
    table.comment('One row for each secret that is set');
    table
      .string('data_source_id', 36)
      .notNullable()
      .references('id')
      .inTable('data_sources')
      .onDelete('CASCADE');
    table.string('name', 100).notNullable();
    table
      .string('source', 20)
      .notNullable()
      .comment('value, environment or kubernetesSecret');
    table.string('key_id', 64).index().comment('Key that sealed a value');
    table.text('sealed').comment('An encrypted value, base64');
    table.text('reference').comment('JSON; where a value is kept otherwise');
    table.primary(['data_source_id', 'name']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('data_source_secrets');
  await knex.schema.dropTable('data_sources');
};
