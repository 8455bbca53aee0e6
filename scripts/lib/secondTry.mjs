// What a check that failed is worth once it was tried again: nothing is hidden, and little is forgiven.

/** More than these, and what wavers is not the machine. */
export const MOST_SECOND_TRIES = 5;

/** Files of the tests that failed, which are tried again alone; none when there are too many, or when no file can be named. */
export function filesToTryAgain(results) {
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const files = [...new Set(failed.map(({ file }) => file))];
  const isWorthIt = files.length <= MOST_SECOND_TRIES && files.every(Boolean);
  return isWorthIt ? files : [];
}

/**
 * The results of `first` with those of `second`, the second try of some files, in their place. What passes in `second` only has
 * `firstError`, as it was in `first`. A file that `second` has nothing of stays as it was.
 */
export function withSecondTry(first, second) {
  const again = new Set(second.map(({ file }) => file));
  const errors = new Map(
    first
      .filter(({ file, outcome }) => again.has(file) && outcome === 'failed')
      .map(({ name, detail }) => [name, detail || 'failed']),
  );
  const merged = second.map(result => {
    const firstError = errors.get(result.name);
    errors.delete(result.name);
    return result.outcome === 'passed' && firstError
      ? { ...result, firstError }
      : result;
  });
  for (const [name, firstError] of errors) {
    const failed = first.find(result => result.name === name);
    const { file } = failed;
    // A failure of a whole file has no test of its own in the second try. A test that is gone was not tried again.
    if (name !== file) merged.push(failed);
    else if (second.every(it => it.file !== file || it.outcome !== 'failed'))
      merged.push({ name, file, outcome: 'passed', seconds: 0, firstError });
  }
  return [...first.filter(({ file }) => !again.has(file)), ...merged];
}

/** One more failed result when more passed only the second time than may. */
export function judgeSecondTries(results) {
  const { length } = results.filter(({ firstError }) => firstError);
  if (length <= MOST_SECOND_TRIES) return results;
  return [
    ...results,
    {
      name: `${length} tests passed only the second time; ${MOST_SECOND_TRIES} may`,
      outcome: 'failed',
      seconds: 0,
    },
  ];
}

/** Names what passed only the second time, each with its first error; nothing when all passed at once. */
export function describeSecondTries(results) {
  const late = results.filter(({ firstError }) => firstError);
  if (late.length === 0) return '';
  const lines = late.map(({ name, firstError }) =>
    [name, ...firstError.trim().split('\n').slice(0, 12)].join('\n    '),
  );
  return `\npassed only the second time (${
    late.length
  }, at most ${MOST_SECOND_TRIES} may):\n  ${lines.join('\n  ')}\n`;
}
