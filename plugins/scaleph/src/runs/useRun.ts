import { useApi } from '@backstage/core-plugin-api';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../api';
import { ApiResource, useApiResource, useSignalRefresh } from '../hooks';

/** One run, kept up to date until it has ended. Without an id there is none. @internal */
export function useRun(id: string | undefined): ApiResource<Run | undefined> {
  const api = useApi(scalephApiRef);
  const run = useApiResource<Run | undefined>(
    async signal => (id ? api.getRun(id, { signal }) : undefined),
    [api, id],
  );
  const { value } = run;
  useSignalRefresh({
    matches: signal =>
      signal.type === 'run' &&
      signal.id === id &&
      (signal.revision === undefined ||
        signal.revision > (value?.revision ?? -1)),
    refresh: run.reload,
    pollEvery: 2000,
    paused: !id || (value !== undefined && isTerminal(value.state)),
  });
  return run;
}
