import { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { quoteLiteral } from '../../plan/sqlText';
import { WorkerLimits } from '../../runDirectory/WorkerStatus';

const MEGABYTE = 1_000_000;

/** What Node.js, the drivers and DuckDB's own code take, measured. */
const BASE = 260 * MEGABYTE;

/** What each thread of DuckDB takes that DuckDB does not count, measured with CSV in, a sort, and Parquet out. */
const EACH_THREAD = 50 * MEGABYTE;

/** What DuckDB needs for each thread to sort and group by spilling. */
const LEAST = 100 * MEGABYTE;

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
  const { memory, threads } = shares(limits);
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: bytes(memory),
    temp_directory: temporary,
    ...(limits.spill && { max_temp_directory_size: bytes(limits.spill) }),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
    max_expression_depth: '200',
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

/**
 * What of the process's memory is DuckDB's to count, and with how many threads it stays within the whole.
 * @internal
 */
export function shares(limits: WorkerLimits): {
  memory: number;
  threads: number;
} {
  const affordable = Math.floor((limits.memory - BASE) / (EACH_THREAD + LEAST));
  const threads = Math.max(1, Math.min(limits.threads, affordable));
  const memory = limits.memory - BASE - threads * EACH_THREAD;
  return { threads, memory: Math.max(LEAST, memory) };
}

function bytes(count: number): string {
  return `${Math.floor(count / 1024)}KiB`;
}
