/** What a server has against a statement; its own words. @public */
export class SqlStatementError extends Error {
  /** In the statement, from 1. */
  readonly line?: number;
  readonly column?: number;

  constructor(message: string, place: { line?: number; column?: number } = {}) {
    super(message);
    this.name = 'SqlStatementError';
    this.line = place.line;
    this.column = place.column;
  }
}
