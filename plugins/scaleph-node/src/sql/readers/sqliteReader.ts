import { statementKind } from '@scaleph/backstage-plugin-scaleph-common';
import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { SqlBatch, SqlReader, SqlReaderConnection } from '../SqlReader';
import { SqlStatementError } from '../SqlStatementError';
import { SQLITE_PROGRAM, SqliteAnswer } from './sqliteProcess';

const BATCH = 1_000;
const COMPANIONS = ['-journal', '-wal', '-shm'];
const WRITING = [
  'select',
  'insert',
  'update',
  'delete',
  'create',
  'alter',
  'drop',
  'explain',
  'analyze',
];

/** @internal */
export const sqliteReader: SqlReader = {
  dialect: 'sqlite',
  run,
  objects: async (connection, { database, table, signal }) => {
    const ask = (statement: string) =>
      readSqlite(connection, statement, signal);
    if (database === undefined) {
      return [{ kind: 'database', name: 'main', current: true }];
    }
    if (table === undefined) {
      const rows = await ask(
        "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
      );
      return rows.map(([name, type]) => ({
        kind: type === 'view' ? ('view' as const) : ('table' as const),
        name: String(name),
      }));
    }
    const literal = `'${table.replaceAll("'", "''")}'`;
    const rows = await ask(
      `SELECT name, type, "notnull", pk FROM pragma_table_info(${literal}) ORDER BY cid`,
    );
    return rows.map(([name, type, notNull, key]) => ({
      kind: 'column' as const,
      name: String(name),
      type: String(type),
      nullable: notNull === 0,
      ...(Number(key) > 0 && { key: true }),
    }));
  },
};

async function* run(
  connection: SqlReaderConnection,
  options: Parameters<SqlReader['run']>[1],
): AsyncGenerator<SqlBatch> {
  const { statement, readOnly, signal } = options;
  const kind = statementKind(statement, 'sqlite');
  if (!readOnly && !WRITING.includes(kind)) {
    throw new SqlStatementError(
      'SQLite runs SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, EXPLAIN and ANALYZE here',
    );
  }
  const { files, config } = connection;
  const path = await files.resolve(String(config.path));
  for (const suffix of COMPANIONS) await files.resolve(path + suffix);
  const process = start();
  const stop = () => process.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    const task = { path, readOnly, statement, batch: BATCH };
    process.stdin.write(`${JSON.stringify(task)}\n`);
    for await (const answer of answersOf(process)) {
      if ('opened' in answer) {
        // Nothing is read before it is known that this is the file that was checked.
        await files.assertUnchanged(path);
        process.stdin.write('run\n');
      } else if ('error' in answer) throw new SqlStatementError(answer.error);
      else if ('done' in answer) return;
      else if ('changed' in answer) yield { rows: [], changed: answer.changed };
      else yield answer;
    }
    throw new SqlStatementError(
      'SQLite was stopped before the statement was done',
    );
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** A process of its own, with nothing of our environment. */
function start(): ChildProcessWithoutNullStreams {
  const driver = require.resolve('better-sqlite3');
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=256', '-e', SQLITE_PROGRAM, driver],
    { env: {}, stdio: 'pipe' },
  );
  // It is killed while it listens; what counts is what it has said.
  child.stdin.on('error', () => {});
  child.stderr.resume();
  return child;
}

async function* answersOf(
  child: ChildProcessWithoutNullStreams,
): AsyncGenerator<SqliteAnswer> {
  for await (const line of createInterface({ input: child.stdout })) {
    yield JSON.parse(line) as SqliteAnswer;
  }
}

/** All rows of a query. @internal */
export async function readSqlite(
  connection: SqlReaderConnection,
  statement: string,
  signal: AbortSignal,
): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  const options = { statement, readOnly: true, timeoutMs: 10_000, signal };
  for await (const batch of run(connection, options)) rows.push(...batch.rows);
  return rows;
}
