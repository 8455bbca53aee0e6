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
  await knex.schema.createTable('artifacts', table => {
    table.comment('Uploaded jars; whole ones only, rows never change');
    table.string('id', 36).primary().comment('Of its chunks too');
    table.specificType('name', sortable(knex, 200)).notNullable().unique();
    table.text('description');
    table.string('owner', 300).notNullable().index();
    table.string('sha256', 64).notNullable().index();
    table.bigInteger('size_bytes').notNullable();
    table.text('entry_classes').notNullable().comment('JSON list');
    table.string('created_at', 24).notNullable();
    table.string('created_by', 300).notNullable();
    table.text('search_text').notNullable();
    table.index(['name', 'id']);
  });

  await knex.schema.createTable('artifact_uploads', table => {
    table.comment('Uploads that are going on, or were left behind');
    table.string('id', 36).primary();
    table
      .string('touched_at', 24)
      .notNullable()
      .index()
      .comment('When the last chunk came');
  });

  await knex.schema.createTable('artifact_chunks', table => {
    table.comment('Bytes of artifacts and uploads, 1 MiB each but the last');
    table.string('artifact_id', 36).notNullable();
    table.integer('position').notNullable();
    table.binary('bytes').notNullable();
    table.primary(['artifact_id', 'position']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('artifact_chunks');
  await knex.schema.dropTable('artifact_uploads');
  await knex.schema.dropTable('artifacts');
};
