import { useApi } from '@backstage/core-plugin-api';
import type {
  Run,
  RunOperation,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useRef } from 'react';
import { scalephApiRef } from '../../api';
import { useApiResource, useNotify, usePolling } from '../../hooks';
import { useScalephTranslation } from '../../translation';

const POLL_MILLISECONDS = 2000;

/** @internal */
export const isLive = ({ state }: RunOperation) =>
  state === 'pending' || state === 'running';

/**
 * What was asked of a run and takes a while, newest first. Says with a toast
 * how those ended that were seen under way.
 *
 * @internal
 */
export function useRunOperations(run: Run): RunOperation[] {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const { value, loading, reload } = useApiResource(
    signal => api.listRunOperations(run.id, { limit: 20 }, { signal }),
    [api, run.id, run.activity, run.state, run.deployment],
    { keepPrevious: true },
  );
  const operations = value?.items ?? [];
  const live = operations.filter(isLive);
  usePolling(
    () => !loading && reload(),
    live.length || run.activity ? POLL_MILLISECONDS : undefined,
  );
  const seen = useRef(new Set<string>());
  useEffect(() => {
    for (const operation of value?.items ?? []) {
      const { id, kind, state, message } = operation;
      if (isLive(operation)) {
        seen.current.add(id);
      } else if (seen.current.delete(id)) {
        const name = t(`job.operation.${kind}`);
        notify(
          state === 'completed'
            ? {
                title: t('job.operation.done', { name }),
                status: 'success',
              }
            : {
                title: t('job.operation.failed', {
                  name,
                  message: message ?? t('common.unknown'),
                }),
                status: 'danger',
              },
        );
      }
    }
  }, [value, notify, t]);
  return operations;
}
