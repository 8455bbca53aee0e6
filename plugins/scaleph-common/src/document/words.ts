/** A value as a message shows it: JSON, cut where it gets long. @internal */
export function show(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
}

/** "a", "b" or "c". @internal */
export function oneOf(values: readonly string[]): string {
  const quoted = values.map(value => `"${value}"`);
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} or ${quoted[quoted.length - 1]}`;
}

/** What to do about an unknown word, given the words that are known. @internal */
export function suggestion(
  word: string,
  known: readonly string[],
): string | undefined {
  if (known.length === 0) return undefined;
  const limit = Math.max(1, Math.floor(word.length / 3));
  const near = known
    // Words whose lengths differ by more are no nearer.
    .filter(candidate => Math.abs(candidate.length - word.length) <= limit)
    .map(candidate => ({
      candidate,
      distance: distance(word.toLowerCase(), candidate.toLowerCase(), limit),
    }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (near && near.distance <= limit) {
    return `Did you mean "${near.candidate}"?`;
  }
  return `Known are ${known.slice(0, 20).join(', ')}${
    known.length > 20 ? ', ...' : ''
  }.`;
}

// Edits from one word to the other, two swapped neighbours counting as one (Damerau and Levenshtein). The words are short; what is longer
// than any name of ours is not near to one. Words that are further apart than `limit` are not followed to their ends: a document may have
// thousands of names that nobody knows.
function distance(a: string, b: string, limit: number): number {
  if (a.length > 64) return a.length;
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  let nearest = 0;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    const before = nearest;
    nearest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i][j] = Math.min(
        rows[i - 1][j - 1] + (same ? 0 : 1),
        rows[i - 1][j] + 1,
        rows[i][j - 1] + 1,
        swapped ? rows[i - 2][j - 2] + 1 : Infinity,
      );
      nearest = Math.min(nearest, rows[i][j]);
    }
    // A swap goes back by two rows.
    if (nearest > limit && before > limit) return Infinity;
  }
  return rows[a.length][b.length];
}
