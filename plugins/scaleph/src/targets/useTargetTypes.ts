import { useApi } from '@backstage/core-plugin-api';
import { scalephApiRef } from '../api';
import { useApiResource } from '../hooks';

/** The types of targets that this installation can register. */
export function useTargetTypes() {
  const api = useApi(scalephApiRef);
  return useApiResource(
    async signal => (await api.listTargetTypes({ signal })).items,
    [api],
  );
}
