import { useApi } from '@backstage/core-plugin-api';
import { isActive } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  RunPage,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../api';
import { ApiResource, useApiResource, useSignalRefresh } from '../hooks';

/** What a list of runs is narrowed to. @internal */
export interface RunsFilter {
  pipeline?: string;
  search?: string;
  state?: RunState;
  /** Only runs that have not ended. */
  active?: boolean;
  cursor?: string;
  limit?: number;
}

/** A page of runs, newest first, kept up to date. @internal */
export function useRuns(filter: RunsFilter): ApiResource<RunPage> {
  const api = useApi(scalephApiRef);
  const { pipeline, search, state, active, cursor, limit = 20 } = filter;
  const runs = useApiResource(
    signal =>
      api.listRuns(
        {
          pipeline,
          search: search || undefined,
          state,
          active: active || undefined,
          cursor,
          limit,
        },
        { signal },
      ),
    [api, pipeline, search, state, active, cursor, limit],
    { keepPrevious: true },
  );
  const running = runs.value?.items.some(it => isActive(it.state)) ?? false;
  useSignalRefresh({
    matches: signal => signal.type === 'run',
    refresh: runs.reload,
    pollEvery: running ? 3000 : 15_000,
  });
  return runs;
}
