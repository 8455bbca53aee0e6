/** A name as an identifier, whatever is in it: the closing quote is doubled. @internal */
export function quoted(name: string, open: '"' | '`' | '['): string {
  const close = open === '[' ? ']' : open;
  return open + name.split(close).join(close + close) + close;
}
