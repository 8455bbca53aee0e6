import { useRouteRef } from '@backstage/core-plugin-api';
import type { SqlQuery } from '@scaleph/backstage-plugin-scaleph-common';
import { useHref } from '../../lib/router';
import { sqlRouteRef } from '../../routes';
import { placeKey } from '../session/useSqlPlaces';

/** A link that shows a saved query where it was saved, for whoever may see it. */
export function useQueryLink(): (query: SqlQuery) => string {
  const page = useHref(useRouteRef(sqlRouteRef)());
  return ({ id, kind, place }) => {
    const query = new URLSearchParams({
      ...(kind && place && { place: placeKey({ kind, name: place }) }),
      query: id,
    });
    return `${window.location.origin}${page}?${query}`;
  };
}
