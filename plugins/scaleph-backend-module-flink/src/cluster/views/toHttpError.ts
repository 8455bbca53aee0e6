import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { FlinkRequestError } from '../../http/FlinkRequestError';
import { FlinkUnavailableError } from '../../http/FlinkUnavailableError';
import { isUnknownJob } from '../../rest/Missing';

/** What a user of the API is told of a cluster's failure. @internal */
export function toHttpError(error: unknown): unknown {
  if (error instanceof FlinkUnavailableError) {
    return new ServiceUnavailableError(error.message);
  }
  if (!(error instanceof FlinkRequestError)) return error;
  if (isUnknownJob(error) || error.status === 404) {
    return new NotFoundError(error.message);
  }
  return error.status === 400
    ? new InputError(error.message)
    : new ConflictError(error.message);
}

/** `work`, with the cluster's failures told so. @internal */
export async function withHttpErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toHttpError(error);
  }
}
