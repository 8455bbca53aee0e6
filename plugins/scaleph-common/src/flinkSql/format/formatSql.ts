import type { SqlDialect } from '../SqlDialect';
import type { SqlToken } from '../SqlToken';
import { tokenizeSql } from '../tokenizeSql';
import { isKeyword } from './keywords';
import { printLayout } from './layout';
import { scriptLayout } from './scriptLayout';
import { toSqlNodes } from './sqlNodes';

// A layout settles at once, or after a comment has found its line.
const MOST_ROUNDS = 4;

const spoken = (tokens: SqlToken[]) =>
  tokens.filter(({ kind }) => kind !== 'whitespace');

/** Whether the texts say the same, save the letters of keywords. */
function saySame(left: SqlToken[], right: SqlToken[], dialect: SqlDialect) {
  if (left.length !== right.length) return false;
  return left.every(({ kind, text }, index) => {
    const other = right[index];
    if (kind !== other.kind) return false;
    if (text === other.text) return true;
    const previous = left[index - 1]?.text.toUpperCase() ?? '';
    return (
      kind === 'word' &&
      text.toUpperCase() === other.text &&
      isKeyword(text, previous, dialect)
    );
  });
}

/**
 * The text with clauses on lines of their own and keywords in capitals. Only
 * white space between tokens and the letters of keywords change: hints,
 * literals, quoted names and comments stay byte for byte, which is checked. A
 * text with an open literal or comment, or one that does not settle, is
 * answered as it is. Formatting twice is formatting once.
 *
 * @public
 */
export function formatSql(text: string, dialect: SqlDialect = 'flink'): string {
  const before = tokenizeSql(text, dialect);
  if (before.some(it => it.unterminated)) return text;
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const nodes = toSqlNodes(tokenizeSql(current, dialect));
    const printed = printLayout(scriptLayout(nodes, dialect));
    const next = printed && `${printed.trimEnd()}\n`;
    if (next === current) return current;
    const after = tokenizeSql(next, dialect);
    if (!saySame(spoken(before), spoken(after), dialect)) return text;
    current = next;
  }
  return text;
}
