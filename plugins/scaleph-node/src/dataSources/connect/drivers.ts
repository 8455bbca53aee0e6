/*
 * The drivers are loaded on first use, so that a command that needs no database starts without them. By `require`, because
 * Jest runs `import()` only with an experimental switch of Node.js.
 */

/** @internal */
export function loadPg() {
  return require('pg') as typeof import('pg');
}

/** @internal */
export function loadMysql2() {
  return require('mysql2') as typeof import('mysql2');
}

/** @internal */
export function loadTedious() {
  return require('tedious') as typeof import('tedious');
}

/** @internal */
export function loadKafkajs() {
  return require('kafkajs') as typeof import('kafkajs');
}

/** @internal */
export function loadIoredis() {
  return require('ioredis') as typeof import('ioredis');
}

/** @internal */
export function loadMongodb() {
  return require('mongodb') as typeof import('mongodb');
}

/** @internal */
export function loadOracledb() {
  return require('oracledb') as typeof import('oracledb');
}

/** @internal */
export function loadBetterSqlite3() {
  return require('better-sqlite3') as typeof import('better-sqlite3');
}
