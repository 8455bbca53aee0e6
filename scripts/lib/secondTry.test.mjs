import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  describeSecondTries,
  filesToTryAgain,
  judgeSecondTries,
  withSecondTry,
} from './secondTry.mjs';

const result = (file, title, outcome, detail) => ({
  name: `${file}: ${title}`,
  file,
  outcome,
  seconds: 1,
  detail,
});

test('files with failures are tried again, unless they are many or unknown', () => {
  const failed = file => result(file, 'x', 'failed', 'boom');
  assert.deepEqual(
    filesToTryAgain([result('a', 'x', 'passed'), failed('b'), failed('b')]),
    ['b'],
  );
  assert.deepEqual(filesToTryAgain([...'abcdef'].map(failed)), []);
  assert.deepEqual(filesToTryAgain([failed('a'), failed(undefined)]), []);
});

test('what passes the second time keeps its first error; what fails again fails', () => {
  const first = [
    result('a', 'steady', 'passed'),
    result('b', 'wavers', 'failed', 'too slow'),
    result('b', 'is wrong', 'failed', 'is 1'),
    result('b', 'is well', 'passed'),
  ];
  const second = [
    result('b', 'wavers', 'passed'),
    result('b', 'is wrong', 'failed', 'is 2'),
    result('b', 'is well', 'failed', 'broke now'),
  ];
  assert.deepEqual(withSecondTry(first, second), [
    first[0],
    { ...second[0], firstError: 'too slow' },
    second[1],
    second[2],
  ]);
});

test('a test that is not there the second time stays failed', () => {
  const first = [
    result('a', 'of port 4711', 'failed', 'boom'),
    result('a', 'other', 'passed'),
  ];
  const second = [result('a', 'of port 815', 'passed')];
  assert.deepEqual(withSecondTry(first, second), [second[0], first[0]]);
});

test('a file that could not run at first is named as well', () => {
  const first = [
    { ...result('a', '', 'failed', 'cannot load'), name: 'a' },
    result('b', 'x', 'failed', 'boom'),
  ];
  const merged = withSecondTry(first, [result('a', 'x', 'passed')]);
  assert.deepEqual(
    merged.filter(({ firstError }) => firstError).map(({ name }) => name),
    ['a'],
  );
  // No second try of it: it stays.
  assert.ok(merged.includes(first[1]));
});

test('second tries are printed by name and error, and too many are a failure', () => {
  const late = { ...result('a', 'wavers', 'passed'), firstError: 'too slow' };
  assert.equal(describeSecondTries([result('a', 'x', 'passed')]), '');
  assert.match(
    describeSecondTries([late]),
    /passed only the second time \(1, at most 5 may\):\n {2}a: wavers\n {4}too slow\n/,
  );
  assert.equal(judgeSecondTries(new Array(5).fill(late)).length, 5);
  assert.equal(judgeSecondTries(new Array(6).fill(late))[6].outcome, 'failed');
});
