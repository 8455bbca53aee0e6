import {
  isSqlTrivia,
  statementKind,
  tokenizeSql,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SqlStatementError } from '../SqlStatementError';

/**
 * Words that T-SQL reserves and that do something, or lead out of the database. Statements need nothing between them, so these may stand
 * nowhere; a column of such a name has to be quoted anyway.
 */
const DOING = new Set(
  'ALTER BACKUP BEGIN BULK CHECKPOINT COMMIT CREATE DBCC DECLARE DELETE DENY DISABLE DROP DUMP ENABLE EXEC EXECUTE GO GOTO GRANT INSERT INTO KILL LOAD MERGE OPENDATASOURCE OPENQUERY OPENROWSET PRINT RAISERROR READTEXT RECEIVE RECONFIGURE RESTORE RETURN REVERT REVOKE ROLLBACK SAVE SEND SET SETUSER SHUTDOWN THROW TRANSACTION TRUNCATE UPDATE UPDATETEXT USE WAITFOR WHILE WRITETEXT'.split(
    ' ',
  ),
);

/** Of these, the ones that can be a column after a dot: `x.go`. */
const NAMES = new Set('DISABLE ENABLE GO LOAD RECEIVE SEND THROW'.split(' '));

/** The server ends a number where it can and begins a word there: `0x1TRUNCATE`, `$UPDATE`. */
const NUMBER_AND_WORD = new RegExp(
  `^[0-9.$][\\w.$]*?(${[...DOING].join('|')})$`,
  'i',
);

/**
 * Throws SqlStatementError for what is not a query alone. SQL Server has no transaction that only reads: this, and that the transaction is
 * rolled back, stand in for it. A login that may only read is what holds for sure.
 * @internal
 */
export function requireSelect(statement: string): void {
  const tokens = tokenizeSql(statement, 'sqlserver').filter(
    it => !isSqlTrivia(it),
  );
  const end = tokens.findIndex(({ text }) => text === ';');
  if (end >= 0 && end < tokens.length - 1) throw refused('several statements');
  if (statementKind(statement, 'sqlserver') !== 'select') {
    throw refused(
      `a statement that begins with ${tokens[0]?.text ?? 'nothing'}`,
    );
  }
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind === 'string' || kind === 'quotedIdentifier') continue;
    const word = NUMBER_AND_WORD.exec(text)?.[1] ?? text;
    const name = word.toUpperCase();
    const isColumn = NAMES.has(name) && tokens[at - 1]?.text === '.';
    if (DOING.has(name) && !isColumn) throw refused(name);
  }
  const sequence = tokens.findIndex(({ text }) => /^next$/i.test(text));
  if (sequence >= 0 && /^value$/i.test(tokens[sequence + 1]?.text ?? '')) {
    throw refused('NEXT VALUE FOR, which nothing takes back');
  }
}

function refused(what: string): SqlStatementError {
  return new SqlStatementError(
    `This session only reads: on SQL Server it runs one SELECT, not ${what}. Open a session that may write`,
  );
}
