import { useApi } from '@backstage/core-plugin-api';
import { Flex, Skeleton, Text } from '@backstage/ui';
import type { RunSummary } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { ConfirmDialog, RelativeTime } from '../../components';
import { useApiResource } from '../../hooks';
import { useScalephTranslation } from '../../translation';

/** Asks before a job is ended: what is lost depends on whether there is a snapshot. @internal */
export const CancelDialog = (props: {
  isOpen: boolean;
  run: RunSummary;
  onConfirm(): Promise<void>;
  onClose(): void;
}) => {
  const { isOpen, run } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const isStreaming = run.mode === 'streaming';
  const snapshots = useApiResource(
    async signal =>
      isOpen && isStreaming
        ? (await api.listRunSnapshots(run.id, { signal })).items
        : [],
    [api, run.id, isOpen, isStreaming],
    { keepPrevious: true },
  );
  const newest = snapshots.value?.[0];
  // What is not known is taken for lost.
  const losesAll = isStreaming && !newest;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('job.action.cancel.title', { pipeline: run.pipeline })}
      confirmLabel={t('job.action.cancel.confirm')}
      destructive
      typeName={losesAll && !snapshots.loading ? run.pipeline : undefined}
      isBlocked={snapshots.loading}
      onConfirm={props.onConfirm}
      onClose={props.onClose}
    >
      <Flex direction="column" gap="3">
        {snapshots.loading && <Skeleton width="100%" height={24} />}
        {!isStreaming && <Text>{t('runs.stop.help')}</Text>}
        {newest && (
          <Text>
            {t('job.action.cancel.keeps')}{' '}
            <RelativeTime at={newest.createdAt} />.
          </Text>
        )}
        {losesAll && !snapshots.loading && (
          <Text>{t('job.action.cancel.loses')}</Text>
        )}
      </Flex>
    </ConfirmDialog>
  );
};
