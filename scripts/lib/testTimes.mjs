// How long the files of jest's tests take, as longestFirst.cjs orders them by.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './fingerprint.mjs';

const FILE = path.join(root, 'scripts/lib/longTests.json');

/** Shorter ones come in any order. */
const LEAST_SECONDS = 8;

/** Writes the long files of a report of jest into the list that is committed. */
export function rememberTimes(report) {
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
  const times = testResults
    .map(({ name, startTime, endTime }) => [
      path.relative(root, name),
      Math.round((endTime - startTime) / 1000),
    ])
    .filter(([, seconds]) => seconds >= LEAST_SECONDS)
    .sort(([, left], [, right]) => right - left);
  const text = JSON.stringify(Object.fromEntries(times), undefined, 2);
  fs.writeFileSync(FILE, `${text}\n`);
}
