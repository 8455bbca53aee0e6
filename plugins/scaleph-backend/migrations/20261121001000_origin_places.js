// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('pipeline_origins', table => {
    table
      .text('origin_place')
      .comment('The repository, or the URL of the file where that is unknown');
    table
      .text('origin_moved')
      .comment('JSON: where the entity names a file now, not accepted yet');
  });
  await knex('pipeline_origins').update({
    origin_place: knex.ref('origin_url'),
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('pipeline_origins', table => {
    table.dropColumns('origin_place', 'origin_moved');
  });
};
