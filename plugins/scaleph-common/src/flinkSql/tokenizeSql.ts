import { LexicalRules, lexicalRules, SqlDialect } from './SqlDialect';
import { Scanned, scanBlockComment, scanHint, scanQuoted } from './scanQuoted';
import { SqlToken, SqlTokenKind } from './SqlToken';

const WHITESPACE = /\s+/y;
const LINE_REST = /[^\r\n]*/y;
const NUMBER =
  /0[xX][0-9a-fA-F]+|(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const PLACEHOLDER = /\$\{[\w.\-/: ]+\}/y;
const DOLLAR_TAG = /\$(?:[\p{L}_][\p{L}\p{Nd}_]*)?\$/uy;
const OPERATOR =
  /<=>|->>|#>>|!~\*|<=|>=|<>|!=|==|\|\||&&|=>|->|::|:=|\*\*|#>|@>|<@|<<|>>|~\*|!~|[^]/uy;

/** The end of what the pattern matches at `at`, or `at` when it does not. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

interface Found {
  kind: SqlTokenKind;
  end: number;
  closed?: boolean;
}

const found = (kind: SqlTokenKind, { end, closed }: Scanned): Found => ({
  kind,
  end,
  closed,
});

function readComment(rules: LexicalRules, text: string, at: number) {
  const begun = endOf(rules.lineComment, text, at);
  if (begun > at) {
    const end = endOf(LINE_REST, text, begun);
    return { kind: 'lineComment', end } satisfies Found;
  }
  if (!text.startsWith('/*', at)) return undefined;
  const isHint = rules.hints !== 'none' && text[at + 2] === '+';
  if (isHint && rules.hints === 'tokens') {
    return found('hint', scanHint(text, at + 3));
  }
  const isExecutable =
    rules.executableComments && /^(?:!|M!)/.test(text.slice(at + 2, at + 4));
  const kind: SqlTokenKind =
    (isHint && 'hint') ||
    (isExecutable && 'executableComment') ||
    'blockComment';
  return found(kind, scanBlockComment(text, at + 2, rules.nestedComments));
}

function readDollarQuoted(text: string, at: number): Found | undefined {
  const begun = endOf(DOLLAR_TAG, text, at);
  if (begun === at) return undefined;
  const tag = text.slice(at, begun);
  const close = text.indexOf(tag, begun);
  const closed = close >= 0;
  const end = closed ? close + tag.length : text.length;
  return { kind: 'string', end, closed };
}

function readQuoted(rules: LexicalRules, text: string, at: number) {
  const begun = rules.stringPrefix ? endOf(rules.stringPrefix, text, at) : at;
  const quote = text[begun];
  const escapes =
    rules.backslashes === 'always' ||
    (rules.backslashes === 'E' && /[eE]/.test(text.slice(at, begun)));
  const scan = (close: string, backslashes: boolean) =>
    scanQuoted(text, begun + 1, close, backslashes);
  if (quote === "'") return found('string', scan(quote, escapes));
  if (quote === '"') {
    const isString = rules.doubleQuotes === 'string';
    const kind = isString ? 'string' : 'quotedIdentifier';
    return found(kind, scan(quote, rules.backslashes === 'always'));
  }
  if (quote === '`' && rules.backticks) {
    return found('quotedIdentifier', scan(quote, false));
  }
  if (quote === '[' && rules.brackets) {
    return found('quotedIdentifier', scan(']', false));
  }
  return undefined;
}

function readToken(rules: LexicalRules, text: string, at: number): Found {
  const space = endOf(WHITESPACE, text, at);
  if (space > at) return { kind: 'whitespace', end: space };
  const quoted = readComment(rules, text, at) ?? readQuoted(rules, text, at);
  if (quoted) return quoted;
  if (text[at] === '$') {
    const placeholder = rules.placeholders ? endOf(PLACEHOLDER, text, at) : at;
    if (placeholder > at) return { kind: 'placeholder', end: placeholder };
    const dollar = rules.dollarQuotes ? readDollarQuoted(text, at) : undefined;
    if (dollar) return dollar;
  }
  if (text[at] === ';') return { kind: 'semicolon', end: at + 1 };
  const number = endOf(NUMBER, text, at);
  if (number > at) return { kind: 'number', end: number };
  const word = endOf(rules.word, text, at);
  if (word > at) return { kind: 'word', end: word };
  return { kind: 'operator', end: endOf(OPERATOR, text, at) };
}

/**
 * The tokens of a SQL text, white space and comments among them: put together
 * they are the text byte for byte. Any text has tokens; what is not closed is
 * marked `unterminated`.
 *
 * @public
 */
export function tokenizeSql(
  text: string,
  dialect: SqlDialect = 'flink',
): SqlToken[] {
  const rules = lexicalRules[dialect];
  const tokens: SqlToken[] = [];
  for (let start = 0; start < text.length; ) {
    const { kind, end, closed = true } = readToken(rules, text, start);
    tokens.push({
      kind,
      text: text.slice(start, end),
      start,
      end,
      ...(!closed && { unterminated: true }),
    });
    start = end;
  }
  return tokens;
}
