/**
 * Whether a string inside a JSON value holds the character NUL, which
 * PostgreSQL cannot store.
 *
 * @internal
 */
export function holdsNul(value: unknown): boolean {
  // Not recursive: a request may be nested as deeply as it is long.
  const open: unknown[] = [value];
  while (open.length) {
    const part = open.pop();
    if (typeof part === 'string' && part.includes('\0')) return true;
    if (typeof part === 'object' && part !== null) {
      for (const [key, child] of Object.entries(part)) {
        if (key.includes('\0')) return true;
        open.push(child);
      }
    }
  }
  return false;
}
