// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('version_uses', table => {
    table.comment(
      'Which data sources a published version uses; read off its document when somebody asks, for versions never change',
    );
    table.string('pipeline_id', 36).notNullable();
    table.integer('version').notNullable();
    table
      .string('data_source', 300)
      .notNullable()
      .comment('Empty: the version has been read');
    table.primary(['pipeline_id', 'version', 'data_source']);
    table.index(['data_source', 'pipeline_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('version_uses');
};
