import type { Diagnostic } from '@codemirror/lint';
import {
  splitStatements,
  SqlDialect,
  SqlError,
} from '@scaleph/backstage-plugin-scaleph-common';

/** What the planner said is wrong, by the text of the statement. */
export type PlannerErrors = ReadonlyMap<string, SqlError>;

/** The offset of a line and a column, both from 1. */
function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}

/** Where in a statement an error is; all of it when that is not known. */
export function errorRange(
  statement: string,
  { line, column, endLine, endColumn }: SqlError,
): { start: number; end: number } {
  if (line === undefined) return { start: 0, end: statement.length };
  const start = offsetAt(statement, line, column ?? 1);
  if (endLine !== undefined) {
    const end = offsetAt(statement, endLine, (endColumn ?? 1) + 1);
    return { start: Math.min(start, Math.max(0, end - 1)), end };
  }
  const word = /^[\w$`.]+/.exec(statement.slice(start))?.[0].length ?? 1;
  return { start, end: Math.min(statement.length, start + word) };
}

/** Marks of the statements that still read as the planner saw them. */
export function plannerMarks(
  text: string,
  dialect: SqlDialect,
  errors: PlannerErrors,
): Diagnostic[] {
  if (!errors.size) return [];
  return splitStatements(text, dialect).flatMap((statement): Diagnostic[] => {
    const error = errors.get(statement.text);
    if (!error) return [];
    const { start, end } = errorRange(statement.text, error);
    return [
      {
        from: statement.start + start,
        to: statement.start + end,
        severity: 'error',
        message: error.message,
      },
    ];
  });
}
