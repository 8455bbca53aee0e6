// Control characters cannot be typed into a field, nor seen in one.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Whether the values of an option are separators and the like, which are written with `\t`, `\n` and `\u0001`. @internal */
export function isEscaped(name: string, ...values: unknown[]): boolean {
  return (
    /delimiter|separator/i.test(name) ||
    values.some(it => typeof it === 'string' && CONTROL.test(it))
  );
}

/** A text with its control characters and backslashes written out. @internal */
export function escapeText(text: string): string {
  return JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"');
}

/** The text that is meant; a backslash that begins nothing stays one. @internal */
export function unescapeText(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|(.))/g,
    (whole, code?: string, letter?: string) => {
      if (code) return String.fromCharCode(parseInt(code, 16));
      const known = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '\\': '\\' };
      return known[letter as keyof typeof known] ?? whole;
    },
  );
}
