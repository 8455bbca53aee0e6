import { FlinkRequestError } from '../http/FlinkRequestError';

/** The gateway has no such session: it was closed, idle for too long, or the gateway was restarted. @public */
export function isUnknownSession(error: unknown): boolean {
  return says(error, /^Session '.*' does not exist\.?$/);
}

/** The session has no such operation: it was closed. @public */
export function isUnknownOperation(error: unknown): boolean {
  return says(error, /^Can not find the submitted operation /);
}

/** A result was asked for that is gone already or not there yet. @public */
export function isWrongToken(error: unknown): boolean {
  return says(error, /^Expecting token to be /);
}

/** The operation has ended, so that there is nothing to cancel. @internal */
export function isNotCancelable(error: unknown): boolean {
  return says(
    error,
    /^Failed to convert the Operation Status from \w+ to CANCELED/,
  );
}

function says(error: unknown, pattern: RegExp): boolean {
  return (
    error instanceof FlinkRequestError &&
    error.causes.some(({ message }) => pattern.test(message))
  );
}

/** A place in a statement; lines and columns count from 1. @public */
export interface SqlPosition {
  line: number;
  column: number;
  endLine?: number;
  endColumn?: number;
}

/** Where in the statement the planner or the parser saw the mistake; undefined when it did not say. @public */
export function sqlPositionOf(error: unknown): SqlPosition | undefined {
  if (!(error instanceof FlinkRequestError)) return undefined;
  for (const { message } of error.causes) {
    const range =
      /From line (\d+), column (\d+) to line (\d+), column (\d+)/.exec(message);
    if (range) {
      const [line, column, endLine, endColumn] = range.slice(1).map(Number);
      return { line, column, endLine, endColumn };
    }
    const point = /\bat line (\d+), column (\d+)/i.exec(message);
    if (point) return { line: Number(point[1]), column: Number(point[2]) };
  }
  return undefined;
}
