/** Where a piece of text ends, and whether what begins it was closed. @internal */
export interface Scanned {
  end: number;
  closed: boolean;
}

/**
 * The end of a quoted text whose content begins at `from`. The closing quote
 * is escaped by doubling it, and by `\` when `backslashes` is set.
 *
 * @internal
 */
export function scanQuoted(
  text: string,
  from: number,
  quote: string,
  backslashes: boolean,
): Scanned {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (backslashes && character === '\\') at++;
    else if (character === quote) {
      if (text[at + 1] !== quote) return { end: at + 1, closed: true };
      at++;
    }
  }
  return { end: text.length, closed: false };
}

/** The end of a comment whose content begins at `from`. @internal */
export function scanBlockComment(
  text: string,
  from: number,
  nested: boolean,
): Scanned {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '*' && text[at + 1] === '/') {
      depth -= 1;
      at++;
      if (depth === 0) return { end: at + 1, closed: true };
    } else if (nested && text[at] === '/' && text[at + 1] === '*') {
      depth += 1;
      at++;
    }
  }
  return { end: text.length, closed: false };
}

/**
 * The end of a hint whose content begins at `from` and is made of tokens, so
 * that `OPTIONS('path' = 'in/*', 'out' = '*' || '/')` does not end it.
 *
 * @internal
 */
export function scanHint(text: string, from: number): Scanned {
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === '*' && text[at + 1] === '/') {
      return { end: at + 2, closed: true };
    }
    const isQuote = character === "'" || character === '`' || character === '"';
    at = isQuote ? scanQuoted(text, at + 1, character, false).end : at + 1;
  }
  return { end: text.length, closed: false };
}
