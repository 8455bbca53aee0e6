import type { SqlStatementKind } from './statementKind';

/**
 * One statement of a script: `text` is `script.slice(start, end)`, from its
 * first to its last token, without comments around it and without the `;`.
 * @public
 */
export interface SqlStatement {
  text: string;
  /** Offsets in the script, in UTF-16 units. */
  start: number;
  end: number;
  kind: SqlStatementKind;
  /** Whether a `;` follows. */
  terminated: boolean;
}
