import { useApi } from '@backstage/core-plugin-api';
import type { Target } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { useApiResource } from '../../hooks';

/** What a target can do with runs; undefined while that is not known. @internal */
export function useTargetActions(name: string): Target['actions'] | undefined {
  const api = useApi(scalephApiRef);
  const targets = useApiResource(signal => api.listTargets({ signal }), [api]);
  return targets.value?.items.find(it => it.name === name)?.actions;
}
