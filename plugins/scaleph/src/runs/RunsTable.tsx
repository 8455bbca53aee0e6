import { Button, Select, useBreakpoint } from '@backstage/ui';
import { RUN_STATES } from '@scaleph/backstage-plugin-scaleph-common';
import type { RunState } from '@scaleph/backstage-plugin-scaleph-common';
import { ReactNode, useMemo } from 'react';
import { DebouncedSearch, EmptyState, ErrorPanel, Pager } from '../components';
import { useCursorPaging, useUrlState } from '../hooks';
import { useScalephTranslation } from '../translation';
import { pinActive } from './lib/pinActive';
import { RunRows } from './RunRows';
import { useRuns } from './useRuns';
import classes from './RunsTable.module.css';

const isState = (state: string): state is RunState =>
  (RUN_STATES as readonly string[]).includes(state);

/** Runs, newest first and live ones on top, with filters that are kept in the URL. @internal */
export const RunsTable = (props: {
  /** Only runs of this pipeline. */
  pipeline?: string;
  /** What to show when there never was a run. */
  whenNone?: ReactNode;
}) => {
  const { pipeline, whenNone } = props;
  const { t } = useScalephTranslation();
  const { down } = useBreakpoint();
  const paging = useCursorPaging();
  const [filters, setFilters] = useUrlState({ search: '', state: '' });
  const change = (next: Partial<typeof filters>) =>
    setFilters({ ...next, ...({ cursor: '', page: '1' } as object) });
  const state = isState(filters.state) ? filters.state : undefined;
  const isFiltered = filters.search !== '' || state !== undefined;
  const list = useRuns({
    pipeline,
    search: filters.search,
    state,
    cursor: paging.cursor,
  });
  const pins = useRuns({ pipeline, active: true });
  const isPinned = !isFiltered && paging.page === 1;
  const runs = useMemo(
    () =>
      list.value &&
      pinActive(isPinned ? pins.value?.items ?? [] : [], list.value.items),
    [list.value, pins.value, isPinned],
  );
  const nothing = isFiltered ? (
    <EmptyState
      title={t('runs.empty.noMatch')}
      actions={
        <Button
          variant="secondary"
          onPress={() => change({ search: '', state: '' })}
        >
          {t('common.action.clearFilters')}
        </Button>
      }
    />
  ) : (
    whenNone ?? (
      <EmptyState
        title={t('runs.empty.title')}
        description={t('runs.empty.help')}
      />
    )
  );
  return (
    <>
      <div className={classes.filters}>
        {!pipeline && (
          <DebouncedSearch
            className={classes.search}
            label={t('runs.filter.search')}
            value={filters.search}
            onChange={search => change({ search })}
          />
        )}
        <Select
          className={classes.select}
          size="small"
          aria-label={t('runs.filter.state')}
          options={[
            { id: '', label: t('runs.filter.any') },
            ...RUN_STATES.map(id => ({ id, label: t(`common.state.${id}`) })),
          ]}
          value={filters.state}
          onChange={key => change({ state: String(key ?? '') })}
        />
      </div>
      {list.error && (
        <ErrorPanel
          title={t('runs.loadFailed')}
          error={list.error}
          onRetry={list.reload}
        />
      )}
      {(runs || !list.error) && (
        <RunRows
          runs={runs}
          isStale={false}
          isNarrow={down('md')}
          isMedium={down('xl')}
          onePipeline={pipeline !== undefined}
          emptyState={nothing}
          onChanged={list.reload}
        />
      )}
      {list.value && list.value.totalItems > 0 && (
        <Pager
          paging={paging}
          totalItems={list.value.totalItems}
          nextCursor={list.value.nextCursor}
        />
      )}
    </>
  );
};
