import { JsonObject } from '@backstage/types';
import type { Database, Statement } from 'better-sqlite3';
import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FileRoots } from '../../files/FileRoots';
import { ConnectionError } from './ConnectionError';
import { loadBetterSqlite3 } from './drivers';

/** @public */
export interface OpenSqliteOptions {
  /** `{path}`, valid by the schema of type `sqlite`. */
  config: JsonObject;
  files: FileRoots;
  /** The file must exist then; otherwise it is created when it does not. */
  readonly: boolean;
}

/** Files that SQLite opens beside the database. */
const COMPANIONS = ['-journal', '-wal', '-shm'];

/**
 * An open database of better-sqlite3; the caller closes it. The file, and what SQLite opens beside it, is inside the roots.
 * What the file itself holds is not trusted (views and triggers call no function with side effects). SQL from users belongs
 * into `prepareSqliteQuery`. Throws ConnectionError with a message a person can act on, or what FileRoots throws.
 * @public
 */
export async function openSqlite(
  options: OpenSqliteOptions,
): Promise<Database> {
  const { files, readonly } = options;
  const path = await files.resolve(String(options.config.path));
  for (const suffix of COMPANIONS) await files.resolve(path + suffix);
  await checkFile(path, readonly);
  const Sqlite = loadBetterSqlite3();
  let database: Database | undefined;
  try {
    database = new Sqlite(path, {
      readonly,
      fileMustExist: readonly,
      timeout: 5_000,
    });
    await files.assertUnchanged(path);
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    // Reads the file for the first time, and so finds one that is no database.
    database.pragma('schema_version');
    return database;
  } catch (error) {
    database?.close();
    throw describe(error, path);
  }
}

/**
 * Prepares SQL of a user: one statement that returns rows and changes nothing. Throws ConnectionError for everything else, such as ATTACH (a
 * way around the roots), VACUUM INTO and PRAGMAs that set something.
 * @public
 */
export function prepareSqliteQuery(database: Database, sql: string): Statement {
  const statement = database.prepare(sql);
  if (statement.reader && statement.readonly) return statement;
  throw new ConnectionError(
    'not-allowed',
    'SQLite: a query must be one statement that only reads, such as SELECT',
  );
}

async function checkFile(path: string, readonly: boolean) {
  const stats = await stat(path).catch(error => {
    if (error.code === 'ENOENT') return undefined;
    throw describe(error, path);
  });
  if (stats && !stats.isFile()) {
    throw new ConnectionError('file', `"${path}" is not a file`);
  }
  if (!stats && readonly) {
    throw new ConnectionError('file', `SQLite file "${path}" does not exist`);
  }
  const directory = dirname(path);
  const needed = stats ? path : directory;
  const mode = readonly ? constants.R_OK : constants.R_OK | constants.W_OK;
  await access(needed, mode).catch(error => {
    if (error.code === 'ENOENT') {
      throw new ConnectionError(
        'file',
        `Directory "${directory}" does not exist: make it, or correct the path of the SQLite file`,
      );
    }
    throw describe(error, needed);
  });
}

function describe(error: unknown, path: string): Error {
  const { code, message } = error as { code?: string; message: string };
  switch (code) {
    case 'SQLITE_NOTADB':
      return new ConnectionError(
        'file',
        `"${path}" is not a SQLite database, or it is encrypted`,
      );
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new ConnectionError(
        'permission',
        `"${path}" cannot be opened (${code}): the user that Scaleph runs as needs the right to it`,
      );
    case 'SQLITE_BUSY':
      return new ConnectionError(
        'busy',
        `SQLite file "${path}" is locked by another program`,
      );
    default:
      return code?.startsWith('SQLITE_')
        ? new ConnectionError('other', `SQLite file "${path}": ${message}`)
        : (error as Error);
  }
}
