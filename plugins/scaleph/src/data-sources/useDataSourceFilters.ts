import type { ListDataSourcesQuery } from '@scaleph/backstage-plugin-scaleph-common';
import { Ownership, useUrlState } from '../hooks';

const NO_FILTERS = { search: '', mine: '', type: '' };

/** What the list of data sources is narrowed to, as the URL has it. */
export type DataSourceFilters = typeof NO_FILTERS;

/** Filters, sort and view of the list, with a setter that starts at page 1. */
export function useDataSourceFilters() {
  const [state, change] = useUrlState({
    ...NO_FILTERS,
    sort: 'name',
    view: 'cards',
    cursor: '',
    page: '1',
  });
  const set = (changes: Partial<typeof state>) =>
    change({ ...changes, cursor: '', page: '1' });
  return {
    state,
    set,
    clear: () => set(NO_FILTERS),
    isFiltered: Boolean(state.search || state.mine || state.type),
    setView: (view: string) => change({ view }),
  };
}

/** The question to the API that the filters mean. */
export function toDataSourcesQuery(
  filters: DataSourceFilters & { sort: string; cursor: string },
  ownership: Ownership | undefined,
): ListDataSourcesQuery {
  const { search, mine, type, sort, cursor } = filters;
  return {
    ...(search && { search }),
    ...(mine && ownership && { owner: ownership.refs }),
    ...(type && { type }),
    sort: sort as ListDataSourcesQuery['sort'],
    limit: 48,
    ...(cursor && { cursor }),
  };
}
