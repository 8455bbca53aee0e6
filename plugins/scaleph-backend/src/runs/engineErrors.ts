import { isError, ServiceUnavailableError, toError } from '@backstage/errors';

/**
 * What an error of an engine's submit means.
 * - `permanent`: the same submit fails again; the run FAILED.
 * - `busy`: the engine takes no more for now; wait, however long.
 * - `temporary`: worth a few more attempts.
 *
 * @internal
 */
export type SubmitProblem = 'permanent' | 'busy' | 'temporary';

/** A submit that failed so often, but for `busy`, is given up. @internal */
export const MAX_SUBMIT_ATTEMPTS = 10;

const PERMANENT = new Set([
  'InputError',
  'NotFoundError',
  'NotAllowedError',
  'ConflictError',
  'NotImplementedError',
]);

/** By the name of the error, since an engine may bring its own copy of @backstage/errors. @internal */
export function classifySubmitError(error: unknown): SubmitProblem {
  if (!isError(error)) return 'temporary';
  if (PERMANENT.has(error.name)) return 'permanent';
  return error.name === ServiceUnavailableError.name ? 'busy' : 'temporary';
}

/** Milliseconds to rest after the n-th failure in a row: 0.5 s, doubled up to 30 s. @internal */
export function backOffMs(attempts: number): number {
  return Math.min(500 * 2 ** Math.max(0, attempts - 1), 30_000);
}

/** The message of an error, for a person. @internal */
export function messageOf(error: unknown): string {
  return toError(error).message;
}
