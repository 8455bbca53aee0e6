// The stage "unit" of ./scaleph test: jest over all packages, beside real servers.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { say } from './cli.mjs';
import { run } from './checks.mjs';
import { root } from './fingerprint.mjs';
import { filesToTryAgain, withSecondTry } from './secondTry.mjs';
import { readJestReport } from './testReports.mjs';
import { startTestServers } from './testServers.mjs';
import { rememberTimes } from './testTimes.mjs';

const REPORT = path.join(root, '.cache/jest-report.json');

/** What the servers of the tests take of the memory, and what each worker takes: gigabytes. */
const SERVERS_GB = 5;
const WORKER_GB = 1.5;

/** More would ask for more than the slots of the one Flink cluster. */
const MOST_WORKERS = 4;

/** As many as there are cores, but three where the memory allows it: many tests wait for engines rather than compute. */
function workers() {
  const bytes = Math.min(
    os.totalmem(),
    process.constrainedMemory() || Number.POSITIVE_INFINITY,
  );
  const fitting = Math.floor((bytes / 1e9 - SERVERS_GB) / WORKER_GB);
  const wanted = Math.max(3, os.availableParallelism());
  return Math.max(2, Math.min(wanted, MOST_WORKERS, fitting));
}

/**
 * Resolves to the results. With `tryAgain`, files with failures run a second time, alone; with `remember`, the times of the files
 * become those by which later runs are ordered.
 */
export async function runUnitTests({ tryAgain, remember }) {
  const servers = await startTestServers(say, { flink: true, kafka: true });
  const jest = args => runJest(args, servers.environment);
  try {
    let results = await jest([`--maxWorkers=${workers()}`]);
    if (remember) rememberTimes(REPORT);
    const files = tryAgain ? filesToTryAgain(results) : [];
    for (const file of files) {
      say(`  a second time, alone: ${file}`);
      const second = await jest(['--maxWorkers=1', '--runTestsByPath', file]);
      results = withSecondTry(results, second);
    }
    return results;
  } finally {
    await servers.stop();
  }
}

async function runJest(args, environment) {
  fs.mkdirSync(path.dirname(REPORT), { recursive: true });
  fs.rmSync(REPORT, { force: true });
  const ended = await run(
    [
      process.execPath,
      [
        path.join(root, '.yarn/releases/yarn-4.13.0.cjs'),
        ...['backstage-cli', 'repo', 'test', '--watchAll=false'],
        ...['--json', '--outputFile', REPORT, '--silent'],
        // The limit of tests that hang, not of how fast they are.
        '--testTimeout=60000',
        `--testSequencer=${path.join(root, 'scripts/lib/longestFirst.cjs')}`,
        ...args,
      ],
    ],
    { env: { BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...environment } },
  );
  return readJestReport(REPORT, ended);
}
