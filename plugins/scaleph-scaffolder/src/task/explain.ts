import { InputError } from '@backstage/errors';
import {
  DocumentProblem,
  ScalephApiError,
} from '@scaleph/backstage-plugin-scaleph-common';

/** Problems as the log of a task shows them, one to a line. @internal */
export function problemLines(problems: readonly DocumentProblem[]): string {
  return problems
    .map(({ message, fix }) => `\n  - ${message}${fix ? ` (${fix})` : ''}`)
    .join('');
}

/** Runs a call of the API; a refusal because of a document says in its message what is wrong with it. @internal */
export async function explained<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ScalephApiError && error.problems?.length) {
      throw new InputError(
        `${error.message}${problemLines(error.problems)}`,
        error,
      );
    }
    throw error;
  }
}
