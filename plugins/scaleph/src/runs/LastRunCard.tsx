import { alertApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, ButtonLink, Flex, Skeleton, Text } from '@backstage/ui';
import {
  isActive,
  pipelineNameOf,
  scalephPipelineRunPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../api';
import {
  Duration,
  ErrorPanel,
  RelativeTime,
  RowCount,
  StateChip,
} from '../components';
import { useApiResource, useSignalRefresh } from '../hooks';
import { ActionButton } from '../pipeline/bar/ActionButton';
import { idempotencyKey } from '../pipeline/lib/idempotencyKey';
import { runRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { StopRunButton } from './StopRunButton';

const LastRun = ({ name }: { name: string }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const alertApi = useApi(alertApiRef);
  const runLink = useRouteRef(runRouteRef);
  const mayRun = usePermission({
    permission: scalephPipelineRunPermission,
    resourceRef: name,
  });
  const [starting, setStarting] = useState(false);
  const pipeline = useApiResource(
    signal => api.getPipeline(name, { signal }),
    [api, name],
  );
  const run = pipeline.value?.lastRun;
  const active = run !== undefined && isActive(run.state);
  useSignalRefresh({
    matches: signal => signal.type !== 'data-source',
    refresh: pipeline.reload,
    pollEvery: active ? 2000 : 15_000,
  });
  if (!pipeline.value) {
    return pipeline.error ? (
      <ErrorPanel
        title={t('runs.card.failed', { name })}
        error={pipeline.error}
        onRetry={pipeline.reload}
      />
    ) : (
      <Skeleton width="100%" height={96} />
    );
  }
  const start = async () => {
    setStarting(true);
    try {
      await api.createRun(name, {}, { idempotencyKey: idempotencyKey() });
      pipeline.reload();
    } catch (cause) {
      alertApi.post({
        message: t('runs.card.startFailed', {
          name,
          message: toError(cause).message,
        }),
        severity: 'error',
      });
    } finally {
      setStarting(false);
    }
  };
  let reason: string | undefined;
  if (!mayRun.allowed) {
    reason = t('pipeline.reason.denied');
  } else if (pipeline.value.publishedVersion === undefined) {
    reason = t('pipeline.reason.unpublished');
  }
  return (
    <Flex direction="column" gap="3">
      <Flex align="center" gap="3">
        <StateChip state={run?.state} reason={run?.reason} />
        {run && <RelativeTime at={run.startedAt ?? run.createdAt} />}
      </Flex>
      {run ? (
        <Text>
          <RowCount count={run.rowsRead} /> →{' '}
          <RowCount count={run.rowsWritten} />{' '}
          {t('pipeline.node.rows', { count: run.rowsWritten })}
          {' · '}
          <Duration from={run.startedAt} to={run.endedAt} />
        </Text>
      ) : (
        <Text color="secondary">{t('runs.empty.help')}</Text>
      )}
      {run?.state === 'FAILED' && run.reason && (
        <Text color="danger">{run.reason}</Text>
      )}
      <Flex gap="2">
        {active ? (
          <StopRunButton run={run} onStopping={pipeline.reload} />
        ) : (
          <ActionButton
            variant="secondary"
            reason={reason}
            isDisabled={starting}
            onPress={start}
          >
            {t('pipeline.action.run')}
          </ActionButton>
        )}
        {run && runLink && (
          <ButtonLink variant="tertiary" href={runLink({ id: run.id })}>
            {t('runs.action.open')}
          </ButtonLink>
        )}
        {run === undefined && pipeline.error && (
          <Button variant="tertiary" onPress={pipeline.reload}>
            {t('common.action.reload')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
};

/** Card on a pipeline's overview: how the last run went, and the next step. @internal */
export const LastRunCard = () => {
  const { entity } = useEntity();
  const { t } = useScalephTranslation();
  const name = pipelineNameOf(entity);
  return (
    <EntityInfoCard title={t('runs.card.title')}>
      {name && <LastRun key={name} name={name} />}
    </EntityInfoCard>
  );
};
