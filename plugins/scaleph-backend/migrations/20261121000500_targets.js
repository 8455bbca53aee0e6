// @ts-check

/**
 * Text that is sorted by: PostgreSQL orders by bytes only when told to, as
 * SQLite always does, so that lists are the same on both.
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
  await knex.schema.createTable('targets', table => {
    table.comment(
      'Registered clusters, stored as data sources are; secrets are in their own table',
    );
    table
      .string('id', 36)
      .primary()
      .comment('Authenticated with each secret: never changed, never reused');
    table.specificType('name', sortable(knex, 100)).notNullable().unique();
    table.specificType('type', sortable(knex, 100)).notNullable();
    table.string('title', 200);
    table.text('description');
    table.string('owner', 300).notNullable();
    table.string('system', 300);
    table.text('tags').notNullable().comment('JSON list');
    table.text('config').notNullable().comment('JSON; no secret in it');
    table.text('last_test').comment('JSON; of the present config and secrets');
    table.integer('revision').notNullable().comment('For If-Match');
    table.string('created_at', 24).notNullable();
    table.string('created_by', 300).notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('updated_by', 300).notNullable();
    table.text('search_text').notNullable();
  });

  await knex.schema.createTable('target_secrets', table => {
    table.comment('One row for each secret that is set');
    table
      .string('target_id', 36)
      .notNullable()
      .references('id')
      .inTable('targets')
      .onDelete('CASCADE');
    table.string('name', 100).notNullable();
    table
      .string('source', 20)
      .notNullable()
      .comment('value, environment or kubernetesSecret');
    table.string('key_id', 64).index().comment('Key that sealed a value');
    table.text('sealed').comment('An encrypted value, base64');
    table.text('reference').comment('JSON; where a value is kept otherwise');
    table.primary(['target_id', 'name']);
  });

  await knex.schema.createTable('target_ui_tickets', table => {
    table.comment('Links to the user interfaces of clusters');
    table
      .string('digest', 64)
      .primary()
      .comment('SHA-256 of the ticket, hex: the ticket itself is not stored');
    table.string('target_id', 120).notNullable().index();
    table.string('created_by', 300).notNullable();
    table.string('created_at', 24).notNullable();
    table
      .string('expires_at', 24)
      .notNullable()
      .index()
      .comment('Moves on while it is used');
    table.string('last_expires_at', 24).notNullable().comment('At the latest');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('target_ui_tickets');
  await knex.schema.dropTable('target_secrets');
  await knex.schema.dropTable('targets');
};
