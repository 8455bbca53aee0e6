import { splitStatements } from './splitStatements';
import { isSqlTrivia, SqlToken } from './SqlToken';
import { tokenizeSql } from './tokenizeSql';

/** The query behind one INSERT of a script. @public */
export interface SinkPreview {
  /** The table that the INSERT fills, as it is written. */
  sink: string;
  /** Rows that the INSERT would write; nothing is written. */
  select: string;
  /** Offsets of the INSERT in the script, in UTF-16 units. */
  start: number;
  end: number;
}

const says = (token: SqlToken | undefined, word: string) =>
  token?.kind === 'word' && token.text.toUpperCase() === word;

/** The index behind the `)` that closes the `(` at `at`. */
function behindParentheses(tokens: SqlToken[], at: number): number {
  let depth = 0;
  for (let index = at; index < tokens.length; index++) {
    if (tokens[index].text === '(') depth += 1;
    if (tokens[index].text === ')') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return tokens.length;
}

/** Whether a `(` begins a query rather than a list of columns. */
function beginsQuery(tokens: SqlToken[], at: number): boolean {
  let index = at;
  while (tokens[index]?.text === '(') index += 1;
  return ['SELECT', 'WITH', 'VALUES', 'TABLE'].some(word =>
    says(tokens[index], word),
  );
}

function previewOf(
  text: string,
): Pick<SinkPreview, 'sink' | 'select'> | undefined {
  const tokens = tokenizeSql(text, 'flink').filter(it => !isSqlTrivia(it));
  const insert = tokens.findIndex(it => says(it, 'INSERT'));
  const into = tokens[insert + 1];
  if (insert < 0 || !(says(into, 'INTO') || says(into, 'OVERWRITE'))) {
    return undefined;
  }
  // Common table expressions may stand before the INSERT too.
  const before = says(tokens[0], 'WITH')
    ? text.slice(tokens[0].start, tokens[insert].start)
    : '';
  let index = insert + 2;
  const first = tokens[index];
  if (!first) return undefined;
  while (tokens[index + 1]?.text === '.') index += 2;
  const sink = text.slice(first.start, tokens[index]?.end);
  index += 1;
  if (tokens[index]?.kind === 'hint') index += 1;
  if (says(tokens[index], 'PARTITION')) {
    index = behindParentheses(tokens, index + 1);
  }
  if (tokens[index]?.text === '(' && !beginsQuery(tokens, index)) {
    index = behindParentheses(tokens, index);
  }
  const query = tokens[index] && text.slice(tokens[index].start);
  if (!query) return undefined;
  const select = says(tokens[index], 'VALUES')
    ? `SELECT * FROM (${query})`
    : query;
  return { sink, select: before + select };
}

/** A statement set without its frame: the INSERT statements and where they begin. */
function insideOf(text: string): { text: string; start: number } {
  const tokens = tokenizeSql(text, 'flink').filter(it => !isSqlTrivia(it));
  const first = tokens.findIndex(
    (token, index) =>
      says(token, 'INSERT') ||
      (index > 0 && says(token, 'WITH') && !says(tokens[index - 1], 'INSERT')),
  );
  const begin = tokens[first]?.start ?? text.length;
  const last = tokens[tokens.length - 1];
  const end = says(last, 'END') ? last.start : text.length;
  return { text: text.slice(begin, end), start: begin };
}

/**
 * What each INSERT of a script would write, as a query: for a look at the rows
 * before anything runs. An INSERT that cannot be read is left out.
 *
 * @public
 */
export function sinkPreviews(script: string): SinkPreview[] {
  return splitStatements(script, 'flink').flatMap(statement => {
    if (statement.kind === 'insert') {
      const preview = previewOf(statement.text);
      const { start, end } = statement;
      return preview ? [{ ...preview, start, end }] : [];
    }
    if (statement.kind !== 'statementSet') return [];
    const inside = insideOf(statement.text);
    return splitStatements(inside.text, 'flink').flatMap(inner => {
      const preview = previewOf(inner.text);
      const from = statement.start + inside.start;
      return preview
        ? [{ ...preview, start: from + inner.start, end: from + inner.end }]
        : [];
    });
  });
}
