// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('pipeline_origins', table => {
    table.comment(
      'Files in repositories that pipelines come from; the others have no row',
    );
    table.string('pipeline_id', 36).primary();
    table.string('origin_entity', 600).notNullable().unique();
    table.text('origin_url').notNullable();
    table.text('origin_path');
    table.string('origin_commit', 100);
    table
      .string('origin_synced_at', 24)
      .notNullable()
      .comment('When the file was read last with success');
    table.text('origin_error').comment('Why the newest reading was refused');
    table.text('origin_problems').comment('JSON');
    table
      .text('origin_versions')
      .notNullable()
      .comment('JSON: commit by number of version');
    table
      .text('origin_text', 'longtext')
      .notNullable()
      .comment('The file as it was read last with success');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('pipeline_origins');
};
