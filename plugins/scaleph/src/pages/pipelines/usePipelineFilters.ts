import type {
  ListPipelinesQuery,
  PipelineType,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import { Ownership, useUrlState } from '../../hooks';

const NO_FILTERS = {
  search: '',
  mine: '',
  system: '',
  type: '',
  state: '',
  retired: '',
  sort: 'name',
};

/** What the list of pipelines is narrowed to, as the URL has it. */
export type PipelineFilters = typeof NO_FILTERS;

/** The filters and a setter that goes back to the first page. */
export function usePipelineFilters() {
  const [all, change] = useUrlState({ ...NO_FILTERS, cursor: '', page: '1' });
  const { search, mine, system, type, state, retired, sort } = all;
  const filters = useMemo(
    () => ({ search, mine, system, type, state, retired, sort }),
    [search, mine, system, type, state, retired, sort],
  );
  const setFilters = (changes: Partial<PipelineFilters>) =>
    change({ ...changes, cursor: '', page: '1' });
  const isFiltered = [search, mine, system, type, state, retired].some(Boolean);
  const clear = () => setFilters({ ...NO_FILTERS, sort });
  return { filters, setFilters, isFiltered, clear };
}

/** The question to the API that the filters mean. */
export function toPipelinesQuery(
  filters: PipelineFilters,
  ownership: Ownership | undefined,
  cursor: string | undefined,
): ListPipelinesQuery {
  const { search, mine, system, type, state, retired, sort } = filters;
  return {
    ...(search && { search }),
    ...(mine && ownership && { owner: ownership.refs }),
    ...(system && { system }),
    ...(type && { type: type as PipelineType }),
    ...(state && { state: state as RunState }),
    ...(retired && { retired: 'only' as const }),
    sort: sort as ListPipelinesQuery['sort'],
    limit: 25,
    ...(cursor && { cursor }),
  };
}
