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

/** Many tests wait for engines rather than compute; each worker needs about 1.5 GB. */
const WORKERS = Math.min(
  Math.max(2, os.availableParallelism() - 1),
  Math.max(1, Math.floor(os.totalmem() / 4e9)),
);

/**
 * Resolves to the results. With `tryAgain`, files with failures run a second time, alone; with `remember`, the times of the files
 * become those by which later runs are ordered.
 */
export async function runUnitTests({ tryAgain, remember }) {
  const servers = await startTestServers(say, { flink: true, kafka: true });
  const jest = args => runJest(args, servers.environment);
  try {
    let results = await jest([`--maxWorkers=${WORKERS}`]);
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
        `--testSequencer=${path.join(root, 'scripts/lib/longestFirst.cjs')}`,
        ...args,
      ],
    ],
    { env: { BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...environment } },
  );
  return readJestReport(REPORT, ended);
}
