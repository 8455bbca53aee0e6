/** One operator of a chain. @internal */
export interface Operator {
  /** Cut where its details begin: `Calc` of `Calc(select=[a, b])`. */
  short: string;
  /** As Flink names it. */
  full: string;
}

const ARROW = ' -> ';

function depthAfter(text: string, at: number, depth: number): number {
  if ('([{'.includes(text[at])) {
    return depth + 1;
  }
  return ')]}'.includes(text[at]) ? depth - 1 : depth;
}

/** Splits at `separator` outside of brackets. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    depth = depthAfter(text, at, depth);
    if (depth <= 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(start, at));
      start = at + separator.length;
    }
  }
  return [...parts, text.slice(start)];
}

function shorten(full: string): string {
  const bracket = full.search(/[([]/);
  // `Calc[4]` is short already; of `Calc(select=[…])` the name is enough.
  const cut =
    bracket > 0 && full[bracket] === '(' ? full.slice(0, bracket) : full;
  return cut.replace(/:?\s+$/, '').trim() || full;
}

/**
 * The operators of a vertex in order. Flink joins them with ` -> ` and puts the
 * branches of a chain into round brackets: `A -> (B, C -> D)`.
 *
 * @internal
 */
export function operatorsOf(name: string): Operator[] {
  return splitOutside(name, ARROW)
    .flatMap(part => {
      const text = part.trim();
      return text.startsWith('(') && text.endsWith(')')
        ? splitOutside(text.slice(1, -1), ', ').flatMap(it =>
            splitOutside(it, ARROW),
          )
        : [text];
    })
    .map(full => ({ full, short: shorten(full) }))
    .filter(it => it.full !== '');
}
