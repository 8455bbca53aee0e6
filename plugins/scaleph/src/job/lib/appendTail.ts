/** Lines of a text that is followed. @internal */
export interface TailLines {
  lines: string[];
  /** The newest line, which may not be whole yet. */
  open: string;
  /** Lines before the first are not here. */
  truncated: boolean;
}

/** @internal */
export const NO_LINES: TailLines = { lines: [], open: '', truncated: false };

/** Stands where lines are missing between two answers. @internal */
export const MISSING_LINES = '\u2026';

function readLines(text: string, truncated: boolean): TailLines {
  const lines = text.split(/\r?\n/);
  const open = lines.pop() ?? '';
  // What is cut at a byte begins in the middle of a line.
  return { lines: truncated ? lines.slice(1) : lines, open, truncated };
}

function joinAt(before: string[], after: string[]): number | undefined {
  const earliest = Math.max(0, before.length - after.length);
  for (let start = earliest; start < before.length; start++) {
    let at = start;
    while (at < before.length && before[at] === after[at - start]) {
      at++;
    }
    if (at === before.length) {
      return before.length - start;
    }
  }
  return undefined;
}

/**
 * What is known of a log after another look at its end: lines are only added
 * behind those that are there, so that the reader keeps the place.
 *
 * @param text - the end of the log
 * @param truncated - the log has more before it
 * @param keep - at most so many lines; of more, the newest
 * @internal
 */
export function appendTail(
  before: TailLines,
  text: string,
  truncated: boolean,
  keep: number,
): TailLines {
  const now = readLines(text, truncated);
  if (!before.lines.length) {
    return { ...now, lines: now.lines.slice(-keep) };
  }
  const known = joinAt(before.lines, now.lines);
  if (known === undefined && !truncated) {
    // The whole log, and it is another one: it was rotated.
    return now;
  }
  const added =
    known === undefined
      ? [MISSING_LINES, ...now.lines]
      : now.lines.slice(known);
  if (!added.length) {
    return now.open === before.open ? before : { ...before, open: now.open };
  }
  const lines = [...before.lines, ...added];
  return {
    lines: lines.slice(-keep),
    open: now.open,
    truncated: before.truncated || lines.length > keep,
  };
}
