// check everything: lint, types, unit and integration tests on real servers, end-to-end tests in Chromium
import fs from 'node:fs';
import path from 'node:path';
import { readArguments, runScript, say, table } from './lib/cli.mjs';
import { CHECKS, run } from './lib/checks.mjs';
import { root } from './lib/fingerprint.mjs';
import { runChecks } from './lib/runChecks.mjs';
import { describeSecondTries, judgeSecondTries } from './lib/secondTry.mjs';
import { readPlaywrightReport } from './lib/testReports.mjs';
import { runUnitTests } from './lib/unitTests.mjs';

const STAGES = ['lint', 'unit', 'e2e'];
const USAGE = `
usage: ./scaleph test [--only STAGE] [--remember]

Runs every check of the project and ends with the line "N passed, N failed". Servers that the tests need (PostgreSQL, MariaDB,
Chromium) are fetched and started; where one cannot be had, its tests are skipped by name, and with CI set a skip is a failure,
and what failed is tried once more: what passes then is named as such, and more than a handful of it is a failure.

  --only STAGE   one of ${STAGES.join(', ')}
  --remember     keep how long the unit tests' files took: the longest start first
`;

const strict = Boolean(process.env.CI);

await runScript(async () => {
  const { only, remember } = readArguments(USAGE, {
    only: { type: 'string' },
    remember: { type: 'boolean', default: false },
  });
  const stages = only ? STAGES.filter(stage => stage === only) : STAGES;
  if (stages.length === 0) {
    process.stderr.write(`scaleph: --only takes ${STAGES.join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  const unit = () => runUnitTests({ tryAgain: strict, remember });
  const work = { lint, unit, e2e };
  const results = [];
  const times = [];
  for (const stage of stages) {
    say(`${stage} …`);
    const start = performance.now();
    results.push(...(await work[stage]()));
    times.push([stage, (performance.now() - start) / 1000]);
  }
  report(judgeSecondTries(results), times);
});

/** A result is `{name, file?, outcome: 'passed'|'failed'|'skipped', seconds, detail?, firstError?}`. */
async function lint() {
  const results = await runChecks(CHECKS);
  return results.map(({ name, ...result }) => ({
    name: `lint: ${name}`,
    ...result,
  }));
}

async function e2e() {
  const file = path.join(root, '.cache/e2e/report.json');
  fs.rmSync(file, { force: true });
  const { code, output } = await run([
    process.execPath,
    [
      path.join(root, '.yarn/releases/yarn-4.13.0.cjs'),
      ...['workspace', 'e2e', 'playwright', 'test'],
    ],
  ]);
  return readPlaywrightReport(file, { code, output });
}

function report(results, times) {
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const skipped = results.filter(({ outcome }) => outcome === 'skipped');
  for (const { name, detail } of failed)
    process.stdout.write(`\nFAILED ${name}\n${(detail ?? '').trim()}\n`);
  if (skipped.length > 0) {
    process.stdout.write(`\nskipped${strict ? ' (a failure in CI)' : ''}:\n`);
    for (const { name, detail } of skipped)
      process.stdout.write(`  ${name}${detail ? `: ${detail}` : ''}\n`);
  }
  process.stdout.write(describeSecondTries(results));
  const slowest = results
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 8)
    .map(({ name, seconds }) => [name.slice(0, 100), seconds]);
  const rows = [...times, ['slowest:', ''], ...slowest].map(([name, s]) => [
    name,
    s === '' ? '' : `${s.toFixed(1)} s`,
  ]);
  process.stdout.write(`\n${table(['where the time goes', ''], rows)}\n\n`);
  const bad = failed.length + (strict ? skipped.length : 0);
  const passed = results.length - failed.length - skipped.length;
  process.stdout.write(`${passed} passed, ${bad} failed\n`);
  if (bad > 0) process.exitCode = 1;
}
