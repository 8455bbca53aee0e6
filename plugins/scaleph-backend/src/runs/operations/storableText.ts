/** Characters of one message; what an engine says may be of any length. */
const LIMIT = 20_000;

/**
 * What an engine says, as both databases take it: PostgreSQL refuses the NUL
 * character in text. A long text is cut, which it says at its end.
 *
 * @internal
 */
export function storableText(text: string): string {
  const clean = text.replaceAll('\0', '\uFFFD');
  return clean.length > LIMIT
    ? `${clean.slice(0, LIMIT)}… (${clean.length - LIMIT} more characters)`
    : clean;
}
