import { useApi } from '@backstage/core-plugin-api';
import type { SqlPlace } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { useApiResource } from '../../hooks';

/** `target:flink`, as the URL names a place. */
export const placeKey = (place: { kind: string; name: string }): string =>
  `${place.kind}:${place.name}`;

/** Where one may run SQL. */
export function useSqlPlaces() {
  const api = useApi(scalephApiRef);
  return useApiResource<SqlPlace[]>(
    async signal => (await api.listSqlPlaces({ signal })).items,
    [api],
  );
}

/** The place that is wanted, else the first that answers, targets first. */
export function choosePlace(
  places: SqlPlace[],
  wanted: string,
): SqlPlace | undefined {
  const sorted = [...places].sort(
    (a, b) =>
      Number(b.healthy) - Number(a.healthy) ||
      Number(b.kind === 'target') - Number(a.kind === 'target'),
  );
  return places.find(it => placeKey(it) === wanted) ?? sorted[0];
}
