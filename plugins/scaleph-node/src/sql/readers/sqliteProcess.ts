/** What the process is asked; one line of JSON on its standard input. @internal */
export interface SqliteTask {
  path: string;
  readOnly: boolean;
  statement: string;
  batch: number;
}

/** What it answers, a line each. @internal */
export type SqliteAnswer =
  | { opened: true }
  | { columns?: { name: string; type: string }[]; rows: unknown[][] }
  | { changed: number }
  | { error: string; code?: string }
  | { done: true };

/**
 * The whole program of a process that runs one statement. It is a text and not
 * a module: bundling moves modules, and SQLite must be in a process that can be
 * killed in the middle of a query, which a thread does not survive.
 *
 * @internal
 */
export const SQLITE_PROGRAM = `
'use strict';
const fs = require('node:fs');
const lines = require('node:readline').createInterface({ input: process.stdin });
const say = answer => {
  const bytes = Buffer.from(JSON.stringify(answer) + '\\n');
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(1, bytes, at);
};
const toValue = value => {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return Buffer.isBuffer(value) ? '0x' + value.toString('hex') : value;
};
let database;
let task;
function open() {
  const Sqlite = require(process.argv[1]);
  database = new Sqlite(task.path, { readonly: task.readOnly, fileMustExist: true, timeout: 5000 });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  if (task.readOnly) database.pragma('query_only = ON');
  database.defaultSafeIntegers(true);
  say({ opened: true });
}
function run() {
  const statement = database.prepare(task.statement);
  if (task.readOnly && !(statement.reader && statement.readonly)) {
    throw new Error('This session only reads: it runs one statement that returns rows and changes nothing. Open a session that may write');
  }
  if (!statement.reader) {
    if (statement.readonly) throw new Error('SQLite runs no ATTACH, BEGIN or VACUUM here: they are for connections that stay');
    say({ changed: statement.run().changes });
    return;
  }
  const columns = statement.columns().map(({ name, type }) => ({ name, type: type || '' }));
  let rows = [];
  let first = true;
  for (const row of statement.raw(true).iterate()) {
    rows.push(row.map(toValue));
    if (rows.length < task.batch) continue;
    say(first ? { columns, rows } : { rows });
    first = false;
    rows = [];
  }
  if (first || rows.length) say(first ? { columns, rows } : { rows });
}
lines.on('line', line => {
  try {
    if (!task) {
      task = JSON.parse(line);
      open();
      return;
    }
    run();
    say({ done: true });
  } catch (error) {
    say({ error: error.message, code: error.code });
  }
  process.exit(0);
});
`;
