import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, ButtonLink, Container, useBreakpoint } from '@backstage/ui';
import {
  DataSource,
  scalephDataSourceCreatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useState } from 'react';
import { scalephApiRef } from '../api';
import { EmptyState, ErrorPanel, Pager, surfaceClass } from '../components';
import {
  useApiResource,
  useCursorPaging,
  useOwnership,
  useSignalRefresh,
  useNotify,
} from '../hooks';
import { newDataSourceRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { DataSourceCards, DataSourceCardsSkeleton } from './DataSourceCards';
import { DataSourcesTable } from './DataSourcesTable';
import { DataSourceToolbar } from './DataSourceToolbar';
import { DeleteDataSourceDialog } from './DeleteDataSourceDialog';
import {
  toDataSourcesQuery,
  useDataSourceFilters,
} from './useDataSourceFilters';
import { useDataSourceTypes } from './useDataSourceTypes';
import { useTypeLook } from '../registrations/useTypeLook';

/** All data sources that the user may see, as cards or as a list. */
export const DataSourceListPage = () => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const newHref = useRouteRef(newDataSourceRouteRef)();
  const ownership = useOwnership();
  const paging = useCursorPaging();
  const { down } = useBreakpoint();
  const { state, set, clear, isFiltered, setView } = useDataSourceFilters();
  const [doomed, setDoomed] = useState<DataSource>();
  const types = useDataSourceTypes();
  const lookOf = useTypeLook(types.value);
  const canCreate = usePermission({
    permission: scalephDataSourceCreatePermission,
  }).allowed;

  const query = toDataSourcesQuery(state, ownership);
  const list = useApiResource(
    signal => api.listDataSources(query, { signal }),
    [api, JSON.stringify(query)],
    { keepPrevious: true },
  );
  const { reload } = list;
  useSignalRefresh({
    matches: signal => signal.type === 'data-source',
    refresh: reload,
    pollEvery: 20_000,
  });

  const test = useCallback(
    async ({ name }: DataSource) => {
      try {
        const { ok, message } = await api.testDataSource(name, {});
        notify({
          title: `${name}: ${message}`,
          status: ok ? 'success' : 'danger',
        });
        reload();
      } catch (cause) {
        notify({
          title: t('dataSources.test.notMade', {
            name,
            message: cause instanceof Error ? cause.message : String(cause),
          }),
          status: 'danger',
        });
      }
    },
    [api, notify, reload, t],
  );

  const items = list.value?.items;
  const shared = { lookOf, onTest: test, onDelete: setDoomed };
  return (
    <Container className={surfaceClass}>
      <DataSourceToolbar
        filters={state}
        onChange={set}
        types={types.value ?? []}
        view={state.view}
        onViewChange={setView}
        canCreate={canCreate}
      />
      {list.error && (
        <ErrorPanel
          title={t('dataSources.loadFailed')}
          error={list.error}
          onRetry={reload}
        />
      )}
      {!items && !list.error && <DataSourceCardsSkeleton />}
      {items?.length === 0 && isFiltered && (
        <EmptyState
          title={t('dataSources.noMatch')}
          actions={
            <Button variant="secondary" onPress={clear}>
              {t('common.action.clearFilters')}
            </Button>
          }
        />
      )}
      {items?.length === 0 && !isFiltered && (
        <EmptyState
          title={t('dataSources.none')}
          description={t('dataSources.noneHelp')}
          actions={
            canCreate && (
              <ButtonLink variant="primary" href={newHref}>
                {t('dataSources.new')}
              </ButtonLink>
            )
          }
        />
      )}
      {items && items.length > 0 && state.view !== 'list' && (
        <DataSourceCards dataSources={items} {...shared} />
      )}
      {items && items.length > 0 && state.view === 'list' && (
        <DataSourcesTable
          dataSources={items}
          isNarrow={down('md')}
          isMedium={down('xl')}
          sort={state.sort}
          onSortChange={sort => set({ sort })}
          {...shared}
        />
      )}
      {list.value && list.value.totalItems > 0 && (
        <Pager
          paging={paging}
          totalItems={list.value.totalItems}
          nextCursor={list.value.nextCursor}
        />
      )}
      {doomed && (
        <DeleteDataSourceDialog
          dataSource={doomed}
          onDeleted={reload}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </Container>
  );
};
