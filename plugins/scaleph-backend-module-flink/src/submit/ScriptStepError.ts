import { sqlPositionOf } from '../gateway/gatewayErrors';
import { FlinkRequestError } from '../http/FlinkRequestError';
import { ScriptStep } from '../plan/scriptSteps';

/** What the gateway says against a statement of a script. @internal */
export class ScriptStepError extends Error {
  constructor(message: string, readonly error: FlinkRequestError) {
    super(message);
    this.name = 'ScriptStepError';
  }
}

/** The error with its place in the script; other errors stay. @internal */
export function atStep(step: ScriptStep, error: unknown): unknown {
  if (!(error instanceof FlinkRequestError)) return error;
  const position = sqlPositionOf(error);
  const line = step.line + (position ? position.line - 1 : 0);
  const column =
    position && position.column + (position.line === 1 ? step.column : 0);
  const where = column ? `line ${line}, column ${column}` : `line ${line}`;
  return new ScriptStepError(`The script, ${where}: ${error.reason}`, error);
}
