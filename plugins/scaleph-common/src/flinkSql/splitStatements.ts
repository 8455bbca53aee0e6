import type { SqlDialect } from './SqlDialect';
import type { SqlStatement } from './SqlStatement';
import { isSqlTrivia, SqlToken } from './SqlToken';
import { kindOfTokens } from './statementKind';
import { tokenizeSql } from './tokenizeSql';

const saysAt = (tokens: SqlToken[], at: number, words: string): boolean =>
  words
    .split(' ')
    .every((word, index) => tokens[at + index]?.text.toUpperCase() === word);

/** The index of the next `;` from `at` on, else of the end. */
function nextSemicolon(tokens: SqlToken[], at: number): number {
  let index = at;
  while (index < tokens.length && tokens[index].kind !== 'semicolon') index++;
  return index;
}

/** The index of the first token inside of a statement set that begins here. */
function insideOfSet(tokens: SqlToken[], at: number, end: number) {
  if (saysAt(tokens, at, 'BEGIN STATEMENT SET')) return at + 3;
  for (let index = at; index < end; index++) {
    if (saysAt(tokens, index, 'STATEMENT SET BEGIN')) return index + 3;
  }
  return undefined;
}

/**
 * The end of the statement that begins at `at`. In a statement set that is the
 * `;` after the END that follows a `;`: the END of a CASE never does. A set
 * without an END is none: its statements stand alone, as they are typed.
 */
function statementEnd(tokens: SqlToken[], at: number, sets: boolean): number {
  const end = nextSemicolon(tokens, at);
  const inside = sets ? insideOfSet(tokens, at, end) : undefined;
  if (inside === undefined) return end;
  let index = inside;
  while (index < tokens.length) {
    if (tokens[index].kind === 'semicolon') index += 1;
    else if (saysAt(tokens, index, 'END')) {
      const after = tokens[index + 1];
      if (!after || after.kind === 'semicolon') return index + 1;
      return end;
    } else index = nextSemicolon(tokens, index);
  }
  return end;
}

/**
 * The statements of a script in order. A `;` in a literal, quoted identifier,
 * comment or hint ends nothing; of Flink, a statement set is one statement.
 * Between the statements stand only white space, comments and `;`.
 *
 * @public
 */
export function splitStatements(
  script: string,
  dialect: SqlDialect = 'flink',
): SqlStatement[] {
  const tokens = tokenizeSql(script, dialect).filter(it => !isSqlTrivia(it));
  const statements: SqlStatement[] = [];
  let at = 0;
  while (at < tokens.length) {
    const end = statementEnd(tokens, at, dialect === 'flink');
    if (end > at) {
      const own = tokens.slice(at, end);
      const { start } = own[0];
      const last = own[own.length - 1];
      statements.push({
        text: script.slice(start, last.end),
        start,
        end: last.end,
        kind: kindOfTokens(own),
        terminated: end < tokens.length,
      });
    }
    at = end + 1;
  }
  return statements;
}
