// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // A table of its own: lists ask of all pipelines whether they are retired,
  // and answer that from indexes, without a look at the long rows.
  await knex.schema.createTable('pipeline_retirements', table => {
    table.comment('Pipelines that are out of use; the others have no row');
    table.string('pipeline_id', 36).primary();
    table.string('retired_at', 24).notNullable();
    table.string('retired_by', 400).notNullable();
    table.string('retired_message', 500);
  });

  await knex.schema.createTable('pipeline_imports', table => {
    table.comment('What an archive said of versions; the others have no row');
    table.string('pipeline_id', 36).notNullable();
    table.integer('version').notNullable();
    table.string('published_at', 24).notNullable();
    table.string('published_by', 400).notNullable();
    table.primary(['pipeline_id', 'version']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('pipeline_imports');
  await knex.schema.dropTable('pipeline_retirements');
};
