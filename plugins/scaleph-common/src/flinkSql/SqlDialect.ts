/** Whose SQL a text is, as far as its tokens differ. @public */
export type SqlDialect =
  | 'flink'
  | 'ansi'
  | 'postgresql'
  | 'mysql'
  | 'sqlite'
  | 'sqlserver'
  | 'clickhouse';

/** How a dialect writes its tokens. @internal */
export interface LexicalRules {
  /** Whether `"…"` is an identifier or a string. */
  doubleQuotes: 'identifier' | 'string';
  /** Whether `` `…` `` is an identifier. */
  backticks: boolean;
  /** Whether `[…]` is an identifier. */
  brackets: boolean;
  /** Whether `\` escapes in every quoted text, or in `E'…'` only. */
  backslashes: 'always' | 'E' | 'never';
  /** Whether `$tag$ … $tag$` is a string. */
  dollarQuotes: boolean;
  /** Letters that belong to the quote right after them, as in `X'0A'`. */
  stringPrefix?: RegExp;
  /** What begins a comment to the end of the line. */
  lineComment: RegExp;
  /** Whether block comments nest. */
  nestedComments: boolean;
  /** `tokens`: the end of a comment in a literal does not end the hint. */
  hints: 'tokens' | 'text' | 'none';
  /** Whether the server runs what is in comments that begin with `!`. */
  executableComments: boolean;
  /** Whether our `${…}` may stand between tokens. */
  placeholders: boolean;
  word: RegExp;
}

const WORD = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}_$]*/uy;
const VARIABLE = /[\p{L}\p{Nl}_$@#][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}_$@#]*/uy;

const ansi: LexicalRules = {
  doubleQuotes: 'identifier',
  backticks: false,
  brackets: false,
  backslashes: 'never',
  dollarQuotes: false,
  stringPrefix: /(?:[xXnNbB]|[uU]&)(?=')/y,
  lineComment: /--/y,
  nestedComments: false,
  hints: 'none',
  executableComments: false,
  placeholders: false,
  word: WORD,
};

/** The rules of each dialect. @internal */
export const lexicalRules: Record<SqlDialect, LexicalRules> = {
  ansi,
  // https://github.com/apache/calcite/blob/main/core/src/main/codegen/templates/Parser.jj
  // with Lex.JAVA: `//` begins a comment too, and a hint is made of tokens.
  flink: {
    ...ansi,
    backticks: true,
    stringPrefix: /(?:[xXnN]|[uU]&|_[\w\-:.]+)(?=')/y,
    lineComment: /--|\/\//y,
    hints: 'tokens',
    placeholders: true,
    word: /[\p{L}\p{Nl}_$][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}_$]*/uy,
  },
  // https://www.postgresql.org/docs/current/sql-syntax-lexical.html
  postgresql: {
    ...ansi,
    backslashes: 'E',
    dollarQuotes: true,
    stringPrefix: /[xXnNbBeE](?=')|[uU]&(?=['"])/y,
    nestedComments: true,
  },
  // https://dev.mysql.com/doc/refman/8.4/en/comments.html: `--` needs a space.
  mysql: {
    ...ansi,
    doubleQuotes: 'string',
    backticks: true,
    backslashes: 'always',
    stringPrefix: /(?:[xXnNbB]|_[A-Za-z0-9]+)(?=')/y,
    // eslint-disable-next-line no-control-regex
    lineComment: /--(?=[\s\u0000-\u001f]|$)|#/y,
    hints: 'text',
    executableComments: true,
    word: /(?:@@?(?=[\p{L}_$`'"])|(?=[\p{L}_$]))[\p{L}\p{Nd}_$]*/uy,
  },
  // https://www.sqlite.org/lang_keywords.html
  sqlite: { ...ansi, backticks: true, brackets: true },
  // https://learn.microsoft.com/sql/t-sql/language-elements/slash-star-comment-transact-sql
  sqlserver: {
    ...ansi,
    brackets: true,
    stringPrefix: /[nN](?=')/y,
    nestedComments: true,
    word: VARIABLE,
  },
  // https://clickhouse.com/docs/sql-reference/syntax
  clickhouse: {
    ...ansi,
    backticks: true,
    backslashes: 'always',
    dollarQuotes: true,
    stringPrefix: /[xXbB](?=')/y,
    lineComment: /--|#(?=[ !])|\/\//y,
    nestedComments: true,
  },
};
