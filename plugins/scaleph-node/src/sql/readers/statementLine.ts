/** Line and column, from 1, of an offset in a text; nothing for one outside. @internal */
export function statementLine(
  text: string,
  offset: number,
): { line?: number; column?: number } {
  if (!(offset >= 0 && offset <= text.length)) return {};
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before[before.length - 1].length + 1 };
}
