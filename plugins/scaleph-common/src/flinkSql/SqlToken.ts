/**
 * What a piece of SQL text is. A `hint` begins with a slash and `*+` where the dialect has hints; an `executableComment` with a slash and `*!`:
 * MySQL runs what is in it. A `placeholder` is our own `${…}` outside of literals.
 * @public
 */
export type SqlTokenKind =
  | 'whitespace'
  | 'lineComment'
  | 'blockComment'
  | 'hint'
  | 'executableComment'
  | 'string'
  | 'quotedIdentifier'
  | 'word'
  | 'number'
  | 'placeholder'
  | 'operator'
  | 'semicolon';

/**
 * A piece of SQL text: `text` is `source.slice(start, end)`, in UTF-16 units. The tokens of a text cover it without gaps.
 * @public
 */
export interface SqlToken {
  kind: SqlTokenKind;
  text: string;
  start: number;
  end: number;
  /** A literal, quoted identifier, comment or hint that the text ends inside of. */
  unterminated?: boolean;
}

/** Whether a token means nothing to the server: white space or a comment. @public */
export const isSqlTrivia = ({ kind }: SqlToken): boolean =>
  kind === 'whitespace' || kind === 'lineComment' || kind === 'blockComment';
