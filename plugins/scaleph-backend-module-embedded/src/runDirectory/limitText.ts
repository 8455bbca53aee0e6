/** `text`, cut where it is longer than `most` characters, with a mark; NUL, which PostgreSQL cannot keep, is shown. @internal */
export function limitText(text: string, most: number): string {
  const shown = text.replaceAll('\0', '\u2400');
  return shown.length <= most
    ? shown
    : `${shown.slice(0, most)}… (${shown.length - most} more characters)`;
}
