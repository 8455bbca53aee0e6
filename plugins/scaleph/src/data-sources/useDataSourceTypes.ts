import { useApi } from '@backstage/core-plugin-api';
import { scalephApiRef } from '../api';
import { useApiResource } from '../hooks';

/** The types of data sources that this installation knows. */
export function useDataSourceTypes() {
  const api = useApi(scalephApiRef);
  return useApiResource(
    async signal => (await api.listDataSourceTypes({ signal })).items,
    [api],
  );
}
