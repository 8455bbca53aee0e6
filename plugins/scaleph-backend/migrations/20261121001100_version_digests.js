// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // Older versions stay without: which jar they were published with is told
  // by when the jar of that name was uploaded, before them or after.
  await knex.schema.alterTable('pipeline_versions', table => {
    table
      .text('artifact_digests')
      .comment('JSON: SHA-256 of the uploaded jars by name');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('pipeline_versions', table => {
    table.dropColumn('artifact_digests');
  });
};
