// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('idempotency_keys', table => {
    table.comment('First results of creates that carried an Idempotency-Key');
    table
      .string('id', 64)
      .primary()
      .comment('SHA-256 over caller, operation and key');
    table
      .string('body_digest', 64)
      .notNullable()
      .comment('HMAC of the body under the key, which itself is not stored');
    table.text('result').comment('JSON of the first result');
    table.string('expires_at', 24).notNullable().index();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('idempotency_keys');
};
