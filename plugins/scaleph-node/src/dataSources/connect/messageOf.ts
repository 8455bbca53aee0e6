import { isError } from '@backstage/errors';

/** The message of whatever was thrown; `instanceof` does not know errors that a native driver made in another context. @internal */
export function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
