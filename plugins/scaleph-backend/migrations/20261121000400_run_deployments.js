// @ts-check

/**
 * Runs that are deployed more than once: suspended and resumed, restarted,
 * restored, upgraded; with the operations asked of their jobs and the
 * snapshots of their state.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('runs', table => {
    table.string('type', 20).comment('Of the pipeline');
    table.string('mode', 20).comment('batch or streaming');
    table
      .integer('deployment')
      .notNullable()
      .defaultTo(1)
      .comment('With the id it determines the job: grows with each new job');
    table.text('settings').comment('JSON; in spec.env of the document too');
    table
      .text('restore')
      .comment('JSON; the snapshot that the present deployment starts from');
    table
      .text('next_start')
      .comment('JSON; what the next deployment starts from, once it is asked');
    table
      .text('checkpoint')
      .comment('Location of the newest retained checkpoint of the present job');
    table.string('activity', 20).comment('What a user has asked for');
    table.string('operation', 36).comment('The operation that is under way');
    table.string('upgrade_of', 36);
    table.string('upgraded_by', 36);
    table
      .boolean('proved')
      .notNullable()
      .defaultTo(false)
      .comment('The job has run and taken a checkpoint, or has finished');
    table.boolean('adopted').notNullable().defaultTo(false);
    table.text('recovery').comment('JSON; restores after the job was lost');
  });

  await knex.schema.createTable('run_deployments', table => {
    table.comment('The jobs of a run, one for each deployment');
    table
      .string('run_id', 36)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.integer('deployment').notNullable();
    table.string('target', 200).notNullable();
    table.string('job_id', 100).comment("The engine's own id of the job");
    table.string('created_at', 24).notNullable();
    table.text('restore').comment('JSON; the snapshot that it started from');
    table.primary(['run_id', 'deployment']);
    // A job belongs to one run.
    table.unique(['target', 'job_id'], { indexName: 'run_deployments_job_uq' });
  });

  await knex.schema.createTable('run_operations', table => {
    table.comment('Savepoints, suspends, rescales ...; the intent comes first');
    table.string('id', 36).notNullable().primary();
    table
      .string('run_id', 36)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.integer('deployment').notNullable();
    table.string('kind', 20).notNullable();
    table.integer('parallelism').comment('Of a rescale');
    table.string('state', 20).notNullable();
    table.text('message');
    table.string('snapshot_id', 36);
    table.string('created_at', 24).notNullable();
    table.string('created_by', 400).notNullable();
    table.string('ended_at', 24);
    table.index(['run_id', 'created_at', 'id'], 'run_operations_run_idx');
  });

  await knex.schema.createTable('run_snapshots', table => {
    table.comment('Savepoints and retained checkpoints on the targets');
    table.string('id', 36).notNullable().primary();
    table
      .string('run_id', 36)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.string('pipeline', 100).notNullable();
    table.integer('version').notNullable();
    table.string('target', 200).notNullable();
    table.string('engine', 100).notNullable();
    table.integer('deployment').notNullable();
    table.string('kind', 20).notNullable();
    table.text('location').notNullable();
    table.bigInteger('size_bytes');
    table.string('created_at', 24).notNullable();
    table
      .string('origin', 20)
      .notNullable()
      .comment('Kind of the operation that made it, or observed');
    table
      .boolean('deleting')
      .notNullable()
      .defaultTo(false)
      .comment('It is being disposed of: nothing starts from it any more');
    table.string('deleted_at', 24);
    table.index(['run_id', 'created_at', 'id'], 'run_snapshots_run_idx');
    table.index(['pipeline', 'created_at', 'id'], 'run_snapshots_pipeline_idx');
    table.index(['deleting', 'deleted_at'], 'run_snapshots_deleting_idx');
  });
};

const COLUMNS = [
  ...['type', 'mode', 'deployment', 'settings', 'restore', 'next_start'],
  ...['checkpoint', 'activity', 'operation', 'upgrade_of', 'upgraded_by'],
  ...['proved', 'adopted', 'recovery'],
];

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('run_snapshots');
  await knex.schema.dropTable('run_operations');
  await knex.schema.dropTable('run_deployments');
  // Not knex's dropColumn: in SQLite it makes the table anew, and the rows
  // that refer to it go with the old one.
  for (const column of COLUMNS) {
    await knex.raw('alter table ?? drop column ??', ['runs', column]);
  }
};
