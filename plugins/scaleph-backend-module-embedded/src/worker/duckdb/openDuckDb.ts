import { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { quoteLiteral } from '../../plan/sqlText';
import { WorkerLimits } from '../../runDirectory/WorkerStatus';

/** What Node.js itself, the drivers and their buffers take besides DuckDB, in bytes. */
const NODE_SHARE = 160 * 1024 * 1024;

/** @internal */
export interface DuckDbOptions {
  limits: WorkerLimits;
  /** A directory of the run's own, where DuckDB may spill. */
  temporary: string;
  /** Files that may be read or written, besides those in `temporary`; absolute. */
  files: string[];
}

/** @internal */
export interface OpenDuckDb {
  connection: DuckDBConnection;
  /** Where the profile of the statement that ended last is. */
  profile: string;
  close(): void;
}

/**
 * A DuckDB in memory that reaches nothing but `files`: no other file, no network, no extension besides those compiled into it,
 * and no way to change that afterwards. https://duckdb.org/docs/stable/operations_manual/securing_duckdb/overview
 * @internal
 */
export async function openDuckDb(options: DuckDbOptions): Promise<OpenDuckDb> {
  const { limits, temporary, files } = options;
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(limits.threads),
    memory_limit: bytes(duckDbMemory(limits.memory)),
    temp_directory: temporary,
    ...(limits.spill && { max_temp_directory_size: bytes(limits.spill) }),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
  });
  const connection = await instance.connect();
  const profile = join(temporary, 'profile.json');
  for (const statement of [
    // Text with and without a zone means the same on each machine.
    "SET TimeZone = 'UTC'",
    "SET enable_profiling = 'json'",
    `SET profiling_output = ${quoteLiteral(profile)}`,
    `SET custom_profiling_settings = '{"OPERATOR_CARDINALITY": "true", "OPERATOR_NAME": "true", "EXTRA_INFO": "true"}'`,
    'SET enable_progress_bar = true',
    'SET enable_progress_bar_print = false',
    `SET allowed_paths = [${files.map(quoteLiteral).join(', ')}]`,
    `SET allowed_directories = [${quoteLiteral(temporary)}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ]) {
    await connection.run(statement);
  }
  return {
    connection,
    profile,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** DuckDB counts its buffers only; a fifth is left for what it does not count. */
function duckDbMemory(process: number): number {
  const least = 64 * 1024 * 1024;
  return Math.max(least, Math.floor((process - NODE_SHARE) * 0.8));
}

function bytes(count: number): string {
  return `${Math.floor(count / 1024)}KiB`;
}
