import { isSafeNumber } from 'lossless-json';

/** What JavaScript's own parser may round: 16 digits in a row, or 17 characters of a decimal. */
const MAY_BE_ROUNDED = /\d{16}|[\d.]{17}/;
const LONG_NUMBER = /-?\d[\d.eE+-]{15,}/g;

/**
 * JSON in which a number that JavaScript would round is a string of its digits, e.g. a BIGINT of 18 digits; every other number is
 * a number. Costs three times the parser's own, and only for text in which such a number may be. Throws SyntaxError.
 * @internal
 */
export function parseLosslessJson(text: string): unknown {
  return JSON.parse(MAY_BE_ROUNDED.test(text) ? quoteNumbers(text) : text);
}

/** Puts such numbers in quotes. A parser with a function for numbers takes ten times as long as the parser's own. */
function quoteNumbers(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    const between = text.slice(at, end);
    parts.push(
      between.length < 16
        ? between
        : between.replace(LONG_NUMBER, digits =>
            isSafeNumber(digits) ? digits : `"${digits}"`,
          ),
    );
    at = quote < 0 ? end : endOfString(text, quote);
    parts.push(text.slice(end, at));
  }
  return parts.join('');
}

/** Behind the quote that closes the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return text.length;
    let before = close;
    while (text[before - 1] === '\\') before -= 1;
    if ((close - before) % 2 === 0) return close + 1;
    at = close + 1;
  }
}
