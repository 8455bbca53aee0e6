// @ts-check

/**
 * Text that is sorted by: PostgreSQL orders by bytes only when told to, as
 * SQLite always does, so that pages are the same on both.
 *
 * @param {import('knex').Knex} knex
 * @param {number} length
 */
function sortable(knex, length) {
  return isPostgres(knex)
    ? `varchar(${length}) collate "C"`
    : `varchar(${length})`;
}

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('pipelines', table => {
    table.comment('Pipelines with their drafts');
    table.string('id', 36).primary();
    table.specificType('name', sortable(knex, 100)).notNullable().unique();
    table.specificType('owner', sortable(knex, 400)).notNullable();
    table.string('title', 200);
    table.text('description');
    table.string('system', 400).index();
    table.string('type', 20).notNullable().index();
    table.string('mode', 20).notNullable();
    table.text('tags').notNullable().comment('JSON list');
    table.text('links').comment('JSON list');
    table.text('data_sources').notNullable().comment('JSON list of names');
    table.integer('published_version').comment('The newest version');
    table.boolean('has_unpublished_changes').notNullable();
    table.integer('problem_count').notNullable();
    table
      .string('last_run_id', 36)
      .index()
      .comment('Set in the transaction that inserts the run');
    table.integer('revision').notNullable().comment('For If-Match');
    table.string('created_at', 24).notNullable();
    table.string('created_by', 400).notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('updated_by', 400).notNullable();
    table.text('search_text').notNullable();
    table.text('document').notNullable().comment('The draft as JSON');
    // In SQLite a search reads this index instead of the rows with their
    // documents; PostgreSQL refuses index entries as long as descriptions.
    table.index(
      isPostgres(knex) ? ['name', 'id'] : ['name', 'id', 'search_text'],
      'pipelines_name_id_index',
    );
    table.index(['owner', 'id']);
    table.index(['updated_at', 'id']);
  });

  await knex.schema.createTable('pipeline_versions', table => {
    table.comment('Published documents; rows never change');
    table.string('pipeline_id', 36).notNullable();
    table.integer('version').notNullable();
    table.string('message', 500);
    table.string('created_at', 24).notNullable();
    table.string('created_by', 400).notNullable();
    table.text('document').notNullable().comment('JSON');
    table.primary(['pipeline_id', 'version']);
  });

  await knex.schema.createTable('pipeline_tags', table => {
    table.comment('Tags of the drafts, to filter by');
    table.string('pipeline_id', 36).notNullable();
    table.string('tag', 63).notNullable();
    table.primary(['pipeline_id', 'tag']);
    table.index(['tag', 'pipeline_id']);
  });

  await knex.schema.createTable('pipeline_data_sources', table => {
    table.comment('Which data sources the draft or the newest version uses');
    table.string('pipeline_id', 36).notNullable();
    table.string('data_source', 300).notNullable();
    table.primary(['pipeline_id', 'data_source']);
    table.index(['data_source', 'pipeline_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('pipeline_data_sources');
  await knex.schema.dropTable('pipeline_tags');
  await knex.schema.dropTable('pipeline_versions');
  await knex.schema.dropTable('pipelines');
};
