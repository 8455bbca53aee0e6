/**
 * The entries of a list that a text holds, and what of it is none: `1, x` of
 * numbers is 1, with `x` as the rest.
 *
 * @param type - JSON type of an entry
 * @param names - entries are names, which are told apart by commas, too
 * @internal
 */
export function listEntries(
  text: string,
  type: string,
  names = false,
): { entries: unknown[]; rest: string } {
  const isNumeric = type === 'integer' || type === 'number';
  const parts = text
    .split(names || isNumeric ? /[,，\n]/ : /\n/)
    .map(it => it.trim())
    .filter(Boolean);
  if (type === 'boolean') {
    return {
      entries: parts
        .filter(it => /^(true|false)$/i.test(it))
        .map(it => it.toLocaleLowerCase('en-US') === 'true'),
      rest: parts.filter(it => !/^(true|false)$/i.test(it)).join(', '),
    };
  }
  if (!isNumeric) return { entries: parts, rest: '' };
  const isNumber = (it: string) =>
    type === 'integer' ? /^[+-]?\d+$/.test(it) : Number.isFinite(Number(it));
  return {
    entries: parts.filter(isNumber).map(Number),
    rest: parts.filter(it => !isNumber(it)).join(', '),
  };
}
