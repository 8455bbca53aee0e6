// @ts-check

/**
 * Runs, their timeline and their log.
 *
 * Times are ISO 8601 text (src/database/timestamps.ts), except those of
 * leases and back-off: they are milliseconds since 1970 on the clock of the
 * DATABASE, because back ends on several machines compare them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('runs', table => {
    table.comment('Executions of pipelines');
    table.string('id', 36).notNullable().primary();
    table
      .string('pipeline', 100)
      .notNullable()
      .comment('Name; no foreign key: runs outlive their pipeline');
    table.integer('version').notNullable();
    table.string('target', 200).notNullable();
    table.string('engine', 100).notNullable();
    table.string('state', 20).notNullable();
    table.string('desired', 20).notNullable();
    table.text('reason');
    table.string('owner', 400).notNullable().comment('Of the pipeline, then');
    table.string('created_at', 24).notNullable();
    table.string('created_by', 400).notNullable();
    table.string('started_at', 24);
    table.string('ended_at', 24);
    table.bigInteger('rows_read').notNullable().defaultTo(0);
    table.bigInteger('rows_written').notNullable().defaultTo(0);
    table.integer('revision').notNullable().defaultTo(1);
    table
      .boolean('active')
      .notNullable()
      .comment('The run has not ended: state is none of the terminal ones');
    table
      .boolean('supervised')
      .notNullable()
      .comment('A supervisor still has something to do');
    table.string('lease_owner', 100);
    table.bigInteger('lease_until');
    table.bigInteger('next_attempt_at').notNullable().defaultTo(0);
    table.integer('attempts').notNullable().defaultTo(0);
    table.boolean('notified').notNullable().defaultTo(false);
    table.integer('event_seq').notNullable().defaultTo(0);
    table.integer('log_seq').notNullable().defaultTo(0);
    table.text('log_cursor');
    table.text('handle', 'longtext');
    table.text('nodes', 'longtext').notNullable();
    table.text('outputs', 'longtext').notNullable();
    table.text('parameters', 'longtext').notNullable();
    table.text('document', 'longtext').notNullable();
    table
      .text('plan', 'longtext')
      .notNullable()
      .comment('What is submitted; holds no secret');

    // With the name: a search finds its page here, without reading the rows.
    table.index(['created_at', 'id', 'pipeline'], 'runs_created_idx');
    table.index(['pipeline', 'created_at', 'id'], 'runs_pipeline_idx');
    table.index(['state', 'created_at', 'id'], 'runs_state_idx');
    // Pipelines by the state of their last run, without reading the rows.
    table.index(['id', 'state'], 'runs_id_state_idx');
    table.index(['owner', 'created_at', 'id'], 'runs_owner_idx');
    table.index(['active', 'created_at', 'id'], 'runs_active_idx');
    table.index(['supervised', 'lease_owner'], 'runs_supervised_idx');
    table.index(['ended_at'], 'runs_ended_idx');
  });

  await knex.schema.createTable('run_events', table => {
    table.comment('The timeline of a run; only grows');
    table
      .string('run_id', 36)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.integer('seq').notNullable();
    table.string('at', 24).notNullable();
    table.string('type', 20).notNullable();
    table.string('from_state', 20);
    table.string('to_state', 20);
    table.text('message').notNullable();
    table.string('actor', 400);
    table.primary(['run_id', 'seq']);
  });

  await knex.schema.createTable('run_logs', table => {
    table.comment('Log lines of a run, copied from its engine; only grows');
    table
      .string('run_id', 36)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.integer('seq').notNullable();
    table.string('at', 40).notNullable();
    table.string('level', 10).notNullable();
    table.string('node', 100);
    table.text('message').notNullable();
    table.primary(['run_id', 'seq']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('run_logs');
  await knex.schema.dropTable('run_events');
  await knex.schema.dropTable('runs');
};
