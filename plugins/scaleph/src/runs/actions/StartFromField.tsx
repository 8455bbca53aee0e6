import { useApi } from '@backstage/core-plugin-api';
import {
  Alert,
  Checkbox,
  Flex,
  Radio,
  RadioGroup,
  Select,
} from '@backstage/ui';
import type {
  Snapshot,
  StartFrom,
} from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { ApiResource, useApiResource, useLanguage, useNow } from '../../hooks';
import { formatBytes, formatRelativeTime } from '../../lib/format';
import { useScalephTranslation } from '../../translation';

/** Snapshots of all runs of a pipeline, newest first; asked for while `isOpen`. @internal */
export function usePipelineSnapshots(
  pipeline: string,
  isOpen: boolean,
): ApiResource<Snapshot[]> {
  const api = useApi(scalephApiRef);
  return useApiResource(
    async signal =>
      isOpen
        ? (await api.listPipelineSnapshots(pipeline, { signal })).items
        : [],
    [api, pipeline, isOpen],
    { keepPrevious: true },
  );
}

/** Which state a run starts from: the newest, a chosen one, or none. @internal */
export const StartFromField = (props: {
  snapshots: Snapshot[];
  value: StartFrom;
  /** Says that starting without state leaves something behind. */
  warn?: boolean;
  onChange(value: StartFrom): void;
}) => {
  const { snapshots, value, warn, onChange } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const now = useNow(30_000);
  const describe = (it: Snapshot) =>
    [
      t(`job.snapshot.kind.${it.kind}`),
      formatRelativeTime(it.createdAt, now, language),
      `v${it.version}`,
      it.sizeBytes !== undefined && formatBytes(it.sizeBytes, language),
    ]
      .filter(Boolean)
      .join(' · ');
  const [newest] = snapshots;
  return (
    <Flex direction="column" gap="3">
      <RadioGroup
        label={t('job.startFrom.title')}
        value={value.mode}
        onChange={next => {
          const mode = next as StartFrom['mode'];
          onChange({
            ...value,
            mode,
            snapshot:
              mode === 'snapshot' ? value.snapshot ?? newest?.id : undefined,
          });
        }}
      >
        <Radio value="latest" isDisabled={!newest}>
          {newest
            ? t('job.startFrom.latest', { what: describe(newest) })
            : t('job.startFrom.noSnapshot')}
        </Radio>
        <Radio value="snapshot" isDisabled={!newest}>
          {t('job.startFrom.snapshot')}
        </Radio>
        <Radio value="none">{t('job.startFrom.none')}</Radio>
      </RadioGroup>
      {value.mode === 'snapshot' && (
        <Select
          label={t('job.startFrom.choose')}
          options={snapshots.map(it => ({
            id: it.id,
            label: describe(it),
            description: it.location,
          }))}
          value={value.snapshot ?? ''}
          onChange={key => onChange({ ...value, snapshot: String(key ?? '') })}
        />
      )}
      {value.mode !== 'none' && (
        <Checkbox
          isSelected={value.allowNonRestored ?? false}
          onChange={allowNonRestored =>
            onChange({ ...value, allowNonRestored })
          }
        >
          {t('job.startFrom.allowNonRestored')}
        </Checkbox>
      )}
      {value.mode === 'none' && warn && (
        <Alert
          icon
          status="warning"
          title={t('job.startFrom.lost')}
          description={t('job.startFrom.lostHelp')}
        />
      )}
    </Flex>
  );
};
