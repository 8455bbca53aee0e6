import { useApi } from '@backstage/core-plugin-api';
import { Alert, Flex, Select, Text } from '@backstage/ui';
import type {
  PipelineVersion,
  RunSummary,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import { ConfirmDialog, ErrorPanel } from '../../components';
import { useApiResource, useLanguage } from '../../hooks';
import { formatDateTime } from '../../lib/format';
import { useScalephTranslation } from '../../translation';

/** Asks which version takes over, and says how it goes back when that fails. @internal */
export const UpgradeDialog = (props: {
  isOpen: boolean;
  run: RunSummary;
  onConfirm(version: number): Promise<void>;
  onClose(): void;
}) => {
  const { isOpen, run, onConfirm } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const api = useApi(scalephApiRef);
  const [chosen, setChosen] = useState<number>();
  const versions = useApiResource(
    async signal =>
      isOpen
        ? (
            await api.listPipelineVersions(
              run.pipeline,
              { limit: 50 },
              { signal },
            )
          ).items
        : ([] as PipelineVersion[]),
    [api, run.pipeline, isOpen],
    { keepPrevious: true },
  );
  const others = (versions.value ?? []).filter(
    it => it.version !== run.version,
  );
  const version = others.some(it => it.version === chosen)
    ? chosen
    : others[0]?.version;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('job.action.upgrade.title', { pipeline: run.pipeline })}
      confirmLabel={t('job.action.name.upgrade')}
      isBlocked={version === undefined}
      onConfirm={async () => {
        if (version !== undefined) {
          await onConfirm(version);
        }
      }}
      onClose={props.onClose}
    >
      <Flex direction="column" gap="4">
        <Text>{t('job.action.upgrade.help')}</Text>
        {versions.error && (
          <ErrorPanel
            title={t('pipeline.versions.failed', { name: run.pipeline })}
            error={versions.error}
            onRetry={versions.reload}
          />
        )}
        {versions.value && !others.length && (
          <Alert icon status="info" title={t('job.action.upgrade.none')} />
        )}
        {others.length > 0 && (
          <Select
            label={t('job.action.upgrade.version')}
            options={others.map(it => ({
              id: String(it.version),
              label: `v${it.version}${it.message ? ` · ${it.message}` : ''}`,
              description: formatDateTime(it.createdAt, language),
            }))}
            value={String(version)}
            onChange={key => setChosen(Number(key))}
          />
        )}
      </Flex>
    </ConfirmDialog>
  );
};
