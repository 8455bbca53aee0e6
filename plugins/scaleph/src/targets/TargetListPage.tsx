import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink, Container, Skeleton, useBreakpoint } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { scalephTargetCreatePermission } from '@scaleph/backstage-plugin-scaleph-common';
import { useCallback, useState } from 'react';
import { scalephApiRef } from '../api';
import { EmptyState, ErrorPanel, surfaceClass } from '../components';
import { useApiResource, useNotify, usePolling } from '../hooks';
import { newTargetRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { DeleteTargetDialog } from './DeleteTargetDialog';
import { isRegistered, RegisteredTarget } from './lib/registrationOf';
import { TargetsTable } from './TargetsTable';
import classes from './TargetListPage.module.css';

const POLL_MILLISECONDS = 5_000;

/** Where pipelines can run: one row for each target. */
export const TargetListPage = () => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const newHref = useRouteRef(newTargetRouteRef)();
  const { down } = useBreakpoint();
  const [doomed, setDoomed] = useState<RegisteredTarget>();
  const canCreate = usePermission({
    permission: scalephTargetCreatePermission,
  }).allowed;
  const { value, error, loading, reload } = useApiResource(
    signal => api.listTargets({ signal }),
    [api],
  );
  usePolling(() => !loading && reload(), POLL_MILLISECONDS);

  const test = useCallback(
    async ({ name }: RegisteredTarget) => {
      try {
        const { ok, message } = await api.testTarget(name, {});
        notify({
          title: `${name}: ${message}`,
          status: ok ? 'success' : 'danger',
        });
        reload();
      } catch (cause) {
        notify({
          title: t('targets.test.notMade', {
            name,
            message: cause instanceof Error ? cause.message : String(cause),
          }),
          status: 'danger',
        });
      }
    },
    [api, notify, reload, t],
  );

  const register = canCreate && (
    <ButtonLink variant="primary" href={newHref} iconStart={<RiAddLine />}>
      {t('targets.new')}
    </ButtonLink>
  );
  const items = value?.items;
  const isEmpty = items !== undefined && !items.some(isRegistered);
  return (
    <Container className={surfaceClass}>
      <div className={classes.toolbar}>{!isEmpty && register}</div>
      {error && (
        <ErrorPanel
          title={t('targets.loadFailed')}
          error={error}
          onRetry={reload}
        />
      )}
      {!items && !error && (
        <div
          role="status"
          aria-label={t('common.loading', { what: t('targets.table') })}
        >
          <Skeleton width="100%" height={180} />
        </div>
      )}
      {items && items.length > 0 && (
        <TargetsTable
          targets={items}
          isNarrow={down('md')}
          isMedium={down('lg')}
          onTest={test}
          onDelete={setDoomed}
        />
      )}
      {isEmpty && (
        <EmptyState
          title={t('targets.none')}
          description={t('targets.noneHelp')}
          actions={register}
        />
      )}
      {doomed && (
        <DeleteTargetDialog
          target={doomed}
          onDeleted={reload}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </Container>
  );
};
