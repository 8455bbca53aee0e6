import { isActive } from '@scaleph/backstage-plugin-scaleph-common';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { ApiResource, useApiResource, usePolling } from '../hooks';

/** A view of a job with the moment it is from. @internal */
export interface JobResource<T> extends Omit<ApiResource<T>, 'setValue'> {
  /** When the value that is shown came; ISO 8601. */
  at?: string;
}

/**
 * A view of a run's job, asked for again while the page is visible and the job
 * may change. When the cluster does not answer the last view stays.
 *
 * @param pollEvery - milliseconds
 * @internal
 */
export function useJobResource<T>(
  run: Run,
  load: (signal: AbortSignal) => Promise<T>,
  pollEvery: number,
): JobResource<T> {
  const isLive = isActive(run.state);
  const { value, error, loading, reload } = useApiResource(
    async signal => ({
      view: await load(signal),
      at: new Date().toISOString(),
    }),
    // Asked once more when the run ends: that view is the last.
    [run.id, run.deployment, isLive],
    { keepPrevious: true },
  );
  // An answer that takes longer than the interval is waited for.
  const poll = () => !loading && reload();
  usePolling(poll, isLive ? pollEvery : undefined);
  return { value: value?.view, at: value?.at, error, loading, reload };
}
