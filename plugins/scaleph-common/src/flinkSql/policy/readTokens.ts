import { isSqlTrivia, SqlToken } from '../SqlToken';
import { tokenizeSql } from '../tokenizeSql';

/** A plain `'…'`, whose value is what it says. @internal */
export function isPlainString(token: SqlToken | undefined): token is SqlToken {
  return token?.kind === 'string' && token.text.startsWith("'");
}

/** @internal */
export function stringValue({ text }: SqlToken): string {
  return text.slice(1, -1).replace(/''/g, "'");
}

/** Whether a token is this keyword, unquoted. @internal */
export function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toUpperCase() === word;
}

/** The tokens of a text that mean something. @internal */
export function meaningfulTokens(text: string): SqlToken[] {
  return tokenizeSql(text, 'flink').filter(it => !isSqlTrivia(it));
}

/**
 * The tokens inside of a hint, with offsets of the whole text; undefined when
 * it holds a comment, where Flink and we might see different ends.
 *
 * @internal
 */
export function tokensOfHint(hint: SqlToken): SqlToken[] | undefined {
  const inner = hint.text.slice(3, hint.unterminated ? undefined : -2);
  const tokens = tokenizeSql(inner, 'flink');
  const isOdd = (it: SqlToken) =>
    it.kind === 'hint' || (isSqlTrivia(it) && it.kind !== 'whitespace');
  if (tokens.some(isOdd)) return undefined;
  return tokens
    .filter(it => !isSqlTrivia(it))
    .map(it => ({
      ...it,
      start: it.start + hint.start + 3,
      end: it.end + hint.start + 3,
    }));
}

/**
 * The text with white space in place of its comments, line by line as long as
 * before: what is checked is what the server reads, and positions stay.
 *
 * @public
 */
export function blankSqlComments(text: string): string {
  return tokenizeSql(text, 'flink')
    .map(({ kind, text: part }) =>
      kind === 'lineComment' || kind === 'blockComment'
        ? part.replace(/[^\r\n]/g, ' ')
        : part,
    )
    .join('');
}
