// Reads what jest and Playwright wrote into one form: {name, file?, outcome, seconds, detail?, firstError?}.
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './fingerprint.mjs';

const OUTCOMES = {
  passed: 'passed',
  failed: 'failed',
  pending: 'skipped',
  skipped: 'skipped',
  todo: 'failed', // A test that is only announced is not a test.
};

/** What is enough to see why, without colours. */
const plain = messages =>
  stripVTControlCharacters(messages.join('\n')).slice(0, 3000);

/** A run that ended without a report, or with an error that no test shows, is one failed result. */
function broken(name, { output }) {
  return { name, outcome: 'failed', seconds: 0, detail: output.slice(-5000) };
}

export function readJestReport(reportFile, ended) {
  if (!fs.existsSync(reportFile)) return [broken('unit: jest', ended)];
  const report = JSON.parse(fs.readFileSync(reportFile, 'utf8'));
  const results = report.testResults.flatMap(suite => {
    const file = path.relative(root, suite.name);
    const tests = suite.assertionResults.map(test => ({
      name: `${file}: ${test.fullName}`,
      file,
      outcome: OUTCOMES[test.status] ?? 'failed',
      seconds: (test.duration ?? 0) / 1000,
      detail: plain(test.failureMessages),
    }));
    const isSaid = tests.some(({ outcome }) => outcome === 'failed');
    const isWell = tests.length > 0 && suite.status !== 'failed';
    if (isSaid || isWell) return tests;
    // It could not be loaded, or what comes before or after its tests failed.
    const detail = suite.message || 'no test ran';
    return [
      ...tests,
      { name: file, file, outcome: 'failed', seconds: 0, detail },
    ];
  });
  if (ended.code !== 0 && results.every(({ outcome }) => outcome !== 'failed'))
    results.push(broken('unit: jest', ended));
  return results;
}

export function readPlaywrightReport(file, ended) {
  if (!fs.existsSync(file)) return [broken('e2e: playwright', ended)];
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  const results = report.suites.flatMap(suite => specsOf(suite, []));
  for (const error of report.errors)
    results.push({
      name: 'e2e: playwright',
      outcome: 'failed',
      seconds: 0,
      detail: error.message,
    });
  // A run that failed without a test that did, e.g. for what comes after all of them.
  const isSaid = results.some(({ outcome }) => outcome === 'failed');
  if (results.length === 0 || (ended.code !== 0 && !isSaid))
    results.push(broken('e2e: playwright', ended));
  return results;
}

function specsOf(suite, titles) {
  const path_ = [...titles, suite.title];
  const own = suite.specs.map(spec => {
    const runs = spec.tests.flatMap(test => test.results);
    const skipped = outcomeOf(spec) === 'skipped';
    const flaky = spec.tests.some(test => test.status === 'flaky');
    const errors = plain(
      runs.flatMap(result => result.errors.map(error => error.message)),
    );
    return {
      name: `e2e: ${[...path_, spec.title].join(' › ')}`,
      outcome: outcomeOf(spec),
      seconds: runs.reduce((sum, result) => sum + result.duration, 0) / 1000,
      detail: skipped
        ? spec.tests[0].annotations.find(({ type }) => type === 'skip')
            ?.description
        : errors,
      // A test of a group that is tried again as a whole has no error of its own.
      ...(flaky && { firstError: errors || 'its group failed' }),
    };
  });
  return [
    ...own,
    ...(suite.suites ?? []).flatMap(child => specsOf(child, path_)),
  ];
}

function outcomeOf(spec) {
  if (spec.tests.every(test => test.status === 'skipped')) return 'skipped';
  return spec.ok ? 'passed' : 'failed';
}
