import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Container, useBreakpoint } from '@backstage/ui';
import {
  PipelineSummary,
  scalephPipelineCreatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useState } from 'react';
import { scalephApiRef } from '../api';
import { EmptyState, ErrorPanel, Pager, surfaceClass } from '../components';
import {
  useApiResource,
  useCursorPaging,
  useOwnership,
  useSignalRefresh,
  useUrlState,
  useNotify,
} from '../hooks';
import { useNavigate } from '../lib/router';
import { idempotencyKey } from '../pipeline/lib/idempotencyKey';
import { runRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { DeletePipelineDialog } from './pipelines/DeletePipelineDialog';
import { DraftDialog } from './pipelines/DraftDialog';
import { ExportSystemButton } from './pipelines/ExportSystemButton';
import { ImportDialog } from './pipelines/ImportDialog';
import { NewPipelineCards } from './pipelines/NewPipelineCards';
import { NewPipelineMenu } from './pipelines/NewPipelineMenu';
import { PipelineFilterBar } from './pipelines/PipelineFilterBar';
import { PipelinesTable } from './pipelines/PipelinesTable';
import { usePipelineHref } from './pipelines/useOpenPipeline';
import {
  toPipelinesQuery,
  usePipelineFilters,
} from './pipelines/usePipelineFilters';
import classes from './PipelinesPage.module.css';

/** Sub-page Pipelines: find one, make one, run or delete one. */
export const PipelinesPage = () => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const navigate = useNavigate();
  const runHref = useRouteRef(runRouteRef);
  const hrefOf = usePipelineHref();
  const ownership = useOwnership();
  const { down } = useBreakpoint();
  const { filters, setFilters, isFiltered, clear } = usePipelineFilters();
  const paging = useCursorPaging();
  const [dialog, setDialog] = useUrlState({ new: '' });
  const [doomed, setDoomed] = useState<PipelineSummary>();
  const canCreate = usePermission({
    permission: scalephPipelineCreatePermission,
  });

  const query = toPipelinesQuery(filters, ownership, paging.cursor);
  const list = useApiResource(
    signal => api.listPipelines(query, { signal }),
    [api, JSON.stringify(query)],
    { keepPrevious: true },
  );
  useSignalRefresh({
    matches: signal => signal.type !== 'data-source',
    refresh: list.reload,
    pollEvery: 10_000,
  });

  const closeDialog = () => setDialog({ new: '' });
  const choose = (way: string) => setDialog({ new: way }, { push: true });
  const rowHref = useCallback(
    (pipeline: PipelineSummary) => hrefOf(pipeline.entityRef),
    [hrefOf],
  );
  const run = useCallback(
    async ({ name }: PipelineSummary) => {
      try {
        const started = await api.createRun(
          name,
          {},
          { idempotencyKey: idempotencyKey() },
        );
        navigate(runHref({ id: started.id }));
      } catch (cause) {
        notify({
          title: t('pages.pipelines.runFailed', {
            name,
            message: cause instanceof Error ? cause.message : String(cause),
          }),
          status: 'danger',
        });
      }
    },
    [api, notify, navigate, runHref, t],
  );

  const nothing = isFiltered ? (
    <EmptyState
      title={t('pages.pipelines.noMatch')}
      actions={
        <Button variant="secondary" onPress={clear}>
          {t('common.action.clearFilters')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={t('pages.pipelines.none')}
      description={t('pages.pipelines.noneHelp')}
      actions={canCreate.allowed && <NewPipelineCards onChoose={choose} />}
    />
  );

  return (
    <Container className={surfaceClass}>
      <div className={classes.toolbar}>
        <div className={classes.filters}>
          <PipelineFilterBar filters={filters} onChange={setFilters} />
        </div>
        <ExportSystemButton system={filters.system} />
        <NewPipelineMenu isDisabled={!canCreate.allowed} onChoose={choose} />
      </div>
      {list.error && (
        <ErrorPanel
          title={t('pages.pipelines.loadFailed')}
          error={list.error}
          onRetry={list.reload}
        />
      )}
      {(list.value || !list.error) && (
        <PipelinesTable
          pipelines={list.value?.items}
          isStale={list.loading && list.value !== undefined}
          isNarrow={down('md')}
          isMedium={down('xl')}
          sort={filters.sort}
          onSortChange={sort => setFilters({ sort })}
          hrefOf={rowHref}
          onRun={run}
          onDelete={setDoomed}
          emptyState={nothing}
        />
      )}
      {list.value && list.value.totalItems > 0 && (
        <Pager
          paging={paging}
          totalItems={list.value.totalItems}
          nextCursor={list.value.nextCursor}
        />
      )}
      {dialog.new === 'draft' && <DraftDialog onClose={closeDialog} />}
      {dialog.new === 'import' && (
        <ImportDialog onImported={list.reload} onClose={closeDialog} />
      )}
      {doomed && (
        <DeletePipelineDialog
          pipeline={doomed}
          onDeleted={list.reload}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </Container>
  );
};
