import {
  isSqlTrivia,
  statementKind,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SqlReader } from '../SqlReader';
import { SqlStatementError } from '../SqlStatementError';

const READING = new Set(['select', 'show', 'describe', 'explain']);
/** Writes a file of the server, in a transaction that only reads too. */
const INTO_FILE = /^(?:outfile|dumpfile)$/i;
/** The same, or a comment that MySQL runs, wherever it stands. */
const MAY_HIDE = /\b(?:outfile|dumpfile)\b|\/\*M?!/i;

/**
 * Throws SqlStatementError for what a read-only transaction does not hold:
 * settings of the server, sessions of others, files. That a query changes
 * nothing is held by the server.
 *
 * @internal
 */
export function requireReading(
  statement: string,
  dialect: SqlReader['dialect'],
): void {
  const tokens = tokenizeSql(statement, dialect).filter(it => !isSqlTrivia(it));
  const hidden = tokens.find(({ kind }) => kind === 'executableComment');
  const file = tokens.find(
    ({ kind, text }) => kind === 'word' && INTO_FILE.test(text),
  );
  // Where a text ends then depends on the server's sql_mode: NO_BACKSLASH_ESCAPES, ANSI_QUOTES.
  if (
    dialect === 'mysql' &&
    statement.includes('\\') &&
    MAY_HIDE.test(statement)
  ) {
    throw refused('OUTFILE, DUMPFILE or a comment of MySQL beside a backslash');
  }
  if (hidden) throw refused('a comment that MySQL runs');
  if (dialect === 'mysql' && file) throw refused(file.text.toUpperCase());
  if (READING.has(statementKind(statement, dialect))) return;
  throw refused(`a statement that begins with ${tokens[0]?.text ?? 'nothing'}`);
}

function refused(what: string): SqlStatementError {
  return new SqlStatementError(
    `This session only reads: it runs SELECT, WITH, VALUES, SHOW, DESCRIBE and EXPLAIN, not ${what}. Open a session that may write`,
  );
}
