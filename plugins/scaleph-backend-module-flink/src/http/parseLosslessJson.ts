import { isSafeNumber } from 'lossless-json';

/** What JavaScript's own parser may round: 16 digits in a row, or 17 characters of a decimal. */
const MAY_BE_ROUNDED = /\d{16}|[\d.]{17}/;
/** Shorter ones are never rounded. */
const SHORTEST = 16;
const [QUOTE, BACKSLASH, MINUS] = [...'"\\-'].map(it => it.charCodeAt(0));

/**
 * JSON in which a number that JavaScript would round is a string of its digits, e.g. a BIGINT of 18 digits; every other number is
 * a number. Costs twice the parser's own, and only for text in which such a number may be. Throws SyntaxError.
 * @internal
 */
export function parseLosslessJson(text: string): unknown {
  return JSON.parse(MAY_BE_ROUNDED.test(text) ? quoteNumbers(text) : text);
}

/**
 * Puts such numbers in quotes. A parser with a function for numbers takes ten times as long as the parser's own, and searching
 * for quotes six times: results have very many short texts.
 */
function quoteNumbers(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
    } else if (code === MINUS || isDigit(code)) {
      const end = endOfNumber(text, at);
      const digits = end - at < SHORTEST ? '' : text.slice(at, end);
      if (digits && !isSafeNumber(digits)) {
        parts.push(text.slice(copied, at), `"${digits}"`);
        copied = end;
      }
      at = end;
    } else {
      at += 1;
    }
  }
  parts.push(text.slice(copied));
  return parts.join('');
}

/** Behind the quote that closes the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at += 1;
  }
  return text.length;
}

/** Behind the digits, points and exponents that begin at `start`; what is no number is the parser's to refuse. */
function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && isInNumber(text.charCodeAt(at))) at += 1;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isInNumber(code: number): boolean {
  // + - . E e
  return (
    isDigit(code) ||
    code === 43 ||
    code === 45 ||
    code === 46 ||
    code === 69 ||
    code === 101
  );
}
