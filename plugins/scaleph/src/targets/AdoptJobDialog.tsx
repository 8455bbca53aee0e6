import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { Flex, Select, Skeleton, Text } from '@backstage/ui';
import type {
  ClusterJob,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../api';
import { ConfirmDialog, ErrorPanel } from '../components';
import { useApiResource, useNotify } from '../hooks';
import { useNavigate } from '../lib/router';
import { runRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';

// The most that one page of the list may have.
const MOST_PIPELINES = 200;

/** Asks of which pipeline a job that was started elsewhere is to be a run. */
export const AdoptJobDialog = (props: {
  target: Pick<Target, 'name' | 'pipelineTypes'>;
  job: ClusterJob;
  onClose(): void;
}) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const navigate = useNavigate();
  const runHref = useRouteRef(runRouteRef);
  const { target, job, onClose } = props;
  const [pipeline, setPipeline] = useState<string>();
  const { value, error, reload } = useApiResource(
    signal => api.listPipelines({ limit: MOST_PIPELINES }, { signal }),
    [api],
  );
  const fitting = value?.items.filter(
    it =>
      it.publishedVersion !== undefined &&
      target.pipelineTypes.includes(it.type),
  );
  const adopt = async () => {
    const run = await api.adoptJob(target.name, job.jobId, {
      pipeline: pipeline!,
    });
    notify({
      title: t('targets.adopt.done', { pipeline: run.pipeline }),
      status: 'success',
    });
    navigate(runHref({ id: run.id }));
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('targets.adopt.title', { job: job.name })}
      confirmLabel={t('targets.adopt.confirm')}
      isBlocked={!pipeline}
      onConfirm={adopt}
      onClose={onClose}
    >
      <Flex direction="column" gap="4">
        <Text>{t('targets.adopt.help')}</Text>
        {error && (
          <ErrorPanel
            title={t('pages.pipelines.loadFailed')}
            error={error}
            onRetry={reload}
          />
        )}
        {!value && !error && <Skeleton height={56} />}
        {fitting?.length === 0 && <Text>{t('targets.adopt.none')}</Text>}
        {fitting && fitting.length > 0 && (
          <Select
            label={t('targets.adopt.pipeline')}
            searchable
            searchPlaceholder={t('targets.adopt.search')}
            placeholder={t('common.choose')}
            options={fitting.map(({ name, title }) => ({
              id: name,
              label: title ? `${title} (${name})` : name,
            }))}
            value={pipeline ?? null}
            onChange={key => setPipeline(key ? String(key) : undefined)}
          />
        )}
      </Flex>
    </ConfirmDialog>
  );
};
