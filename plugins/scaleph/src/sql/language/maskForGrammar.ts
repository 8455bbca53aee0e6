import { tokenizeSql } from '@scaleph/backstage-plugin-scaleph-common';

const blank = (text: string) => text.replace(/[^\r\n]/g, ' ');

/**
 * The statement as the grammar can read it, every character at its place: it
 * knows neither `//` comments nor our `${…}`, nor `U&'…'`. A placeholder becomes
 * a name or a number of its length.
 */
export function maskForGrammar(
  statement: string,
  placeholderAs: 'name' | 'number',
): string {
  return tokenizeSql(statement)
    .map(({ kind, text }) => {
      if (kind === 'lineComment' || kind === 'blockComment') return blank(text);
      if (kind === 'placeholder') {
        return (placeholderAs === 'name' ? 'p' : '1').repeat(text.length);
      }
      if (kind === 'number') return text.replace(/\.$/, '0');
      const prefix = kind === 'string' ? text.indexOf("'") : 0;
      return prefix > 0 ? ' '.repeat(prefix) + text.slice(prefix) : text;
    })
    .join('');
}
