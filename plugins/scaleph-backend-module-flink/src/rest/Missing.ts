import { FlinkRequestError } from '../http/FlinkRequestError';

/** The release of the cluster has no such thing. @public */
export type Missing = 'missing';

/**
 * Whether a refusal says that there is no such path or method: Flink then names no exception, while an unknown job or savepoint is
 * a NotFoundException.
 * @internal
 */
export function isMissingEndpoint(error: unknown): boolean {
  if (!(error instanceof FlinkRequestError)) return false;
  if (error.status === 405) return true;
  return (
    error.status === 404 &&
    error.causes.length > 0 &&
    error.causes.every(({ type }) => type === undefined)
  );
}

/** `read`'s answer, or `missing`. @internal */
export async function orMissing<T>(
  read: () => Promise<T>,
): Promise<T | Missing> {
  try {
    return await read();
  } catch (error) {
    if (isMissingEndpoint(error)) return 'missing';
    throw error;
  }
}

/** Whether the cluster answered that it has no such job. @public */
export function isUnknownJob(error: unknown): boolean {
  return (
    error instanceof FlinkRequestError &&
    (error.isCausedBy('FlinkJobNotFoundException') ||
      (error.status === 404 &&
        /^Job [0-9a-f]{32} not found/.test(error.reason)))
  );
}
