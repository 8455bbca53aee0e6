/**
 * A value between double quotes of a JAAS configuration, which is read as a string of Java (java.io.StreamTokenizer): a line ends it,
 * so that control characters go as octal numbers.
 * @internal
 */
export function jaasText(value: string): string {
  return value.replace(/["\\\p{Cc}]/gu, character =>
    character === '"' || character === '\\'
      ? `\\${character}`
      : `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
}
