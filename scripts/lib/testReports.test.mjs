import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readPlaywrightReport } from './testReports.mjs';

/** The outcomes of a run with one test in it. */
function outcomes(code, { ok = true, status = 'expected' } = {}) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'scaleph-report-'));
  const file = path.join(directory, 'report.json');
  const results = [{ duration: 1, errors: ok ? [] : [{ message: 'no' }] }];
  const spec = { title: 'b', ok, tests: [{ status, results }] };
  const report = { suites: [{ title: 'a', specs: [spec] }], errors: [] };
  fs.writeFileSync(file, JSON.stringify(report));
  try {
    const read = readPlaywrightReport(file, { code, output: 'teardown threw' });
    return read.map(({ outcome }) => outcome);
  } finally {
    fs.rmSync(directory, { recursive: true });
  }
}

test('a run of Playwright is as good as its tests', () => {
  assert.deepEqual(outcomes(0), ['passed']);
  assert.deepEqual(outcomes(1, { ok: false, status: 'unexpected' }), [
    'failed',
  ]);
});

test('a run of Playwright that fails beside its tests is a failure', () => {
  assert.deepEqual(outcomes(1), ['passed', 'failed']);
});
