import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { RunDirectory } from '../runDirectory/RunDirectory';
import { toWire } from '../runDirectory/wireConnections';
import { WorkerSecrets } from '../worker/readSecrets';

/** How a worker ended that this process started. @internal */
export interface WorkerExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Variables of the environment that a worker gets: none that could hold a secret of the portal. */
const INHERITED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'TZ',
  'SystemRoot',
  'NODE_EXTRA_CA_CERTS',
];

/** The environment of every process that this engine starts. @internal */
export function workerEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(INHERITED.map(name => [name, process.env[name]]));
}

/** Options of Node.js for a worker whose heap takes `heap` bytes at most. @internal */
export function nodeOptions(heap: number): string[] {
  return [
    `--max-old-space-size=${Math.floor(heap / 1024 / 1024)}`,
    '--disable-warning=ExperimentalWarning',
  ];
}

/**
 * Starts a worker that outlives this process. Secrets go over its standard input only.
 * @returns what it ends with, for as long as this process lives
 * @internal
 */
export function spawnWorker(
  command: string[],
  directory: RunDirectory,
  { connections }: WorkerSecrets,
  heap: number,
): { exit: Promise<WorkerExit> } {
  const output = openSync(directory.errors, 'a', 0o600);
  try {
    const child = spawn(
      process.execPath,
      [...nodeOptions(heap), ...command, directory.path],
      {
        cwd: directory.path,
        detached: true,
        stdio: ['pipe', output, output],
        env: workerEnvironment(),
      },
    );
    const exit = new Promise<WorkerExit>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    // Whoever waits for the exit sees the error; a worker that dies early makes the pipe fail as well.
    exit.catch(() => {});
    child.stdin!.on('error', () => {});
    child.stdin!.end(
      `${JSON.stringify({ connections: toWire(connections) })}\n`,
    );
    child.unref();
    return { exit };
  } finally {
    closeSync(output);
  }
}
