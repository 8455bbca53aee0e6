import { ApiResource, useApiResource, usePolling } from '../hooks';

/** A view of a cluster with the moment it is from. */
export interface ClusterResource<T> extends Omit<ApiResource<T>, 'setValue'> {
  /** When the value that is shown came; ISO 8601. */
  at?: string;
}

/**
 * A view of a cluster, asked for again while the page is visible. When the
 * cluster does not answer the last view stays.
 *
 * @param name - of the target
 * @param pollEvery - milliseconds
 */
export function useClusterResource<T>(
  name: string,
  load: (signal: AbortSignal) => Promise<T>,
  pollEvery: number,
): ClusterResource<T> {
  const { value, error, loading, reload } = useApiResource(
    async signal => ({
      view: await load(signal),
      at: new Date().toISOString(),
    }),
    [name],
  );
  // An answer that takes longer than the interval is waited for.
  usePolling(() => !loading && reload(), pollEvery);
  return { value: value?.view, at: value?.at, error, loading, reload };
}
