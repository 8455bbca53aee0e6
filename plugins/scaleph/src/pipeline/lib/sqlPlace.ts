/** Offsets in a text, `to` exclusive. @internal */
export interface SqlPlace {
  from: number;
  to: number;
}

function lineStart(text: string, line: number): number {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return start;
}

function wordAt(text: string, from: number): SqlPlace {
  const at = Math.max(0, Math.min(from, text.length - 1));
  const length = /^[\p{L}\p{N}_$]+/u.exec(text.slice(at))?.[0].length ?? 1;
  return { from: at, to: Math.min(text.length, at + length) };
}

/** DuckDB shows the line, shortened, with a caret under the place. */
function underCaret(text: string, message: string): SqlPlace | undefined {
  const found = /^LINE (\d+): (.*)\n([ \t]*)\^/m.exec(message);
  if (!found) return undefined;
  const [, line, shown, space] = found;
  const column = space.length - `LINE ${line}: `.length;
  const start = lineStart(text, Number(line));
  const isCut = shown.startsWith('...');
  const part = shown.replace(/^\.\.\./, '').replace(/\.\.\.$/, '');
  const offset = isCut ? text.indexOf(part, start) - 3 : start;
  return offset < -3 || column < 0 ? undefined : wordAt(text, offset + column);
}

function lineAndColumn(text: string, message: string): SqlPlace | undefined {
  const found =
    /\bline:? (\d+),? (?:and )?(?:column|col|pos(?:ition)?):? (\d+)/i.exec(
      message,
    );
  return found
    ? wordAt(text, lineStart(text, Number(found[1])) + Number(found[2]) - 1)
    : undefined;
}

function nearWord(text: string, message: string): SqlPlace | undefined {
  const word =
    /\b(?:at or near|near|column|table|function|name) ["'`]([^"'`]+)["'`]/i.exec(
      message,
    )?.[1];
  const from = word ? text.toLowerCase().indexOf(word.toLowerCase()) : -1;
  return from < 0 ? undefined : { from, to: from + word!.length };
}

/**
 * Where in a query a message of a database or engine says that it is wrong;
 * `undefined` when it does not say so, or about another text.
 *
 * @internal
 */
export function sqlPlace(text: string, message: string): SqlPlace | undefined {
  if (!text) return undefined;
  return (
    underCaret(text, message) ??
    lineAndColumn(text, message) ??
    nearWord(text, message)
  );
}
