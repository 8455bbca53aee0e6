// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('sql_sessions', table => {
    table.comment('SQL sessions; private to their user');
    table.string('id', 36).primary();
    table.string('actor', 300).notNullable();
    table.string('kind', 20).notNullable().comment('target or data-source');
    table.string('place', 100).notNullable();
    table.string('dialect', 20).notNullable();
    table.string('title', 100).notNullable();
    table.string('environment', 100);
    table.boolean('may_write').notNullable();
    table.string('state', 10).notNullable().comment('open or ended');
    table.text('reason').comment('Why it has ended');
    table.text('handle').comment('JSON; what finds it on its place');
    table.text('settings').notNullable().comment('JSON; as given');
    table.text('variables').notNullable().comment('JSON; of its environment');
    table.text('jars').notNullable().comment('JSON list');
    table
      .text('data_sources')
      .notNullable()
      .comment('JSON list; whose secrets are scrubbed from what it answers');
    table.string('created_at', 24).notNullable();
    table.string('last_used_at', 24).notNullable();
    table.string('ended_at', 24);
    table.index(['actor', 'state', 'created_at']);
    table.index(['state', 'last_used_at']);
  });

  await knex.schema.createTable('sql_operations', table => {
    table.comment('Statements: of sessions while those live, then of history');
    table.string('id', 36).primary();
    table.string('session_id', 36).notNullable().index();
    table.string('actor', 300).notNullable();
    table.string('kind', 20).notNullable();
    table.string('place', 100).notNullable();
    table.text('statement').notNullable().comment('As it was given');
    table.string('state', 10).notNullable();
    table.string('result_kind', 10);
    table.string('job_id', 64);
    table.integer('rows').notNullable().comment('Fetched so far');
    table.boolean('capped').notNullable();
    table.text('error').comment('JSON');
    table.text('handle').comment('JSON; absent until it was sent');
    table.text('columns').comment('JSON; of a data source');
    table.integer('pages').notNullable().comment('Kept in sql_pages');
    table.boolean('cancel_asked').notNullable();
    table.string('seen_at', 24).comment('A data source: by who runs it');
    table.boolean('in_history').notNullable();
    table.text('search_text').notNullable();
    table.string('started_at', 24).notNullable();
    table.string('ended_at', 24);
    table.index(['actor', 'started_at', 'id']);
    table.index(['actor', 'state']);
    table.index(['ended_at']);
  });

  await knex.schema.createTable('sql_pages', table => {
    table.comment('Rows of data sources, so that every back end serves them');
    table.string('operation_id', 36).notNullable();
    table.integer('page').notNullable();
    table.integer('first_row').notNullable();
    table.integer('row_count').notNullable();
    table.text('rows', 'longtext').notNullable().comment('JSON');
    table.primary(['operation_id', 'page']);
  });

  await knex.schema.createTable('sql_queries', table => {
    table.string('id', 36).primary();
    table.string('title', 200).notNullable();
    table.text('sql').notNullable();
    table.string('kind', 20);
    table.string('place', 100);
    table.string('environment', 100);
    table.string('visibility', 10).notNullable();
    table.string('author', 300).notNullable().index();
    table.integer('revision').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
    table.text('search_text').notNullable();
    table.index(['visibility', 'updated_at']);
  });

  await knex.schema.createTable('sql_environments', table => {
    table.string('id', 36).primary();
    table.string('name', 100).notNullable().unique();
    table.string('title', 200);
    table.string('owner', 300).notNullable();
    table.text('initial_sql').notNullable();
    table.text('variables').notNullable().comment('JSON');
    table.integer('revision').notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('updated_by', 300).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('sql_environments');
  await knex.schema.dropTable('sql_queries');
  await knex.schema.dropTable('sql_pages');
  await knex.schema.dropTable('sql_operations');
  await knex.schema.dropTable('sql_sessions');
};
