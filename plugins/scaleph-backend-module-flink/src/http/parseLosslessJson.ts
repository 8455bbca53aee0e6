import { isSafeNumber, parse } from 'lossless-json';

/** What JavaScript's own parser may round: 16 digits in a row, or 17 characters of a decimal. */
const MAY_BE_ROUNDED = /\d{16}|[\d.]{17}/;

/**
 * JSON in which a number that JavaScript would round is a string of its digits, e.g. a BIGINT of 18 digits; every other number is
 * a number. Costs three times the parser's own, and only for text in which such a number may be. Throws SyntaxError.
 * @internal
 */
export function parseLosslessJson(text: string): unknown {
  // lossless-json would set the prototype instead of a field of that name.
  if (!MAY_BE_ROUNDED.test(text) || text.includes('"__proto__"')) {
    return JSON.parse(text);
  }
  return parse(text, undefined, {
    parseNumber: digits => (isSafeNumber(digits) ? Number(digits) : digits),
    onDuplicateKey: ({ newValue }) => newValue,
  });
}
