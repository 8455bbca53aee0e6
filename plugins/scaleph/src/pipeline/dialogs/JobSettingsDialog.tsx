import { useApi } from '@backstage/core-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  TextField,
} from '@backstage/ui';
import type {
  Mode,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { scalephApiRef } from '../../api';
import { useApiResource } from '../../hooks';
import { fromEnvironment } from '../../job/settings/fromEnvironment';
import { toRunSettings } from '../../job/settings/runSettings';
import { SettingsFields } from '../../job/settings/SettingsFields';
import { useScalephTranslation } from '../../translation';
import { MODES } from '../lib/pipelineShape';
import readable from '../readable.module.css';

type Recovery = PipelineDocument['spec']['recovery'];
const RESTORE = ['always', 'never'] as const;

interface Draft {
  mode: Mode;
  settings: ReturnType<typeof fromEnvironment>;
  restore: '' | (typeof RESTORE)[number];
  maxAttempts: string;
  backOffSeconds: string;
}

function draftOf(document: PipelineDocument): Draft {
  const { mode = 'batch', recovery } = document.spec;
  return {
    mode,
    settings: fromEnvironment(document),
    restore: recovery?.restore ?? '',
    maxAttempts: String(recovery?.maxAttempts ?? ''),
    backOffSeconds: String(recovery?.backOffSeconds ?? ''),
  };
}

function recoveryOf(draft: Draft): Recovery {
  const whole = (text: string) => Number(text) || undefined;
  const recovery = {
    ...(draft.restore && { restore: draft.restore }),
    maxAttempts: whole(draft.maxAttempts),
    backOffSeconds: whole(draft.backOffSeconds),
  };
  return Object.values(recovery).some(it => it !== undefined)
    ? recovery
    : undefined;
}

const isWhole = (text: string) => text === '' || /^[1-9]\d{0,3}$/.test(text);

/** How the job of a pipeline runs on Flink: mode, parallelism, keys, what happens when its cluster forgets it. @internal */
export const JobSettingsDialog = (props: {
  isOpen: boolean;
  document: PipelineDocument;
  readOnly: boolean;
  onEdit(document: PipelineDocument): void;
  onClose(): void;
}) => {
  const { isOpen, document, readOnly, onEdit, onClose } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const [draft, setDraft] = useState(() => draftOf(document));
  const options = useApiResource(
    async signal => (isOpen ? api.listFlinkOptions({ signal }) : undefined),
    [api, isOpen],
    { keepPrevious: true },
  );
  useEffect(() => {
    if (isOpen) setDraft(draftOf(document));
    // Only when it opens: what is typed is not replaced while it is typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen]);
  const set = (change: Partial<Draft>) =>
    setDraft(current => ({ ...current, ...change }));
  const isValid = isWhole(draft.maxAttempts) && isWhole(draft.backOffSeconds);
  // The form shows what is unset by the document itself.
  const bare = {
    ...document,
    spec: { ...document.spec, mode: draft.mode, env: undefined },
  };
  const apply = () => {
    const { env: _env, recovery: _recovery, ...spec } = document.spec;
    const env = toRunSettings(draft.settings);
    const recovery = recoveryOf(draft);
    onEdit({
      ...document,
      spec: {
        ...spec,
        mode: draft.mode,
        ...(env && { env }),
        ...(recovery && { recovery }),
      },
    });
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      width={640}
    >
      <DialogHeader>{t('pipeline.jobSettings.heading')}</DialogHeader>
      <DialogBody className={readable.readable}>
        <fieldset disabled={readOnly} style={{ border: 0, padding: 0 }}>
          <Flex direction="column" gap="4">
            <Select
              label={t('pages.draft.mode')}
              isDisabled={readOnly}
              options={MODES.map(id => ({
                id,
                label: t(`pages.draft.modes.${id}`),
              }))}
              value={draft.mode}
              onChange={mode => set({ mode: mode as Mode })}
            />
            <SettingsFields
              document={bare}
              draft={draft.settings}
              options={options.value?.items ?? []}
              onChange={settings => set({ settings })}
            />
            <Select
              label={t('pipeline.jobSettings.restore')}
              description={t('pipeline.jobSettings.restoreHelp')}
              isDisabled={readOnly}
              options={[
                {
                  id: '',
                  label: t(`pipeline.jobSettings.usual.${draft.mode}`),
                },
                ...RESTORE.map(id => ({
                  id,
                  label: t(`pipeline.jobSettings.${id}`),
                })),
              ]}
              value={draft.restore}
              onChange={restore =>
                set({ restore: (restore ?? '') as Draft['restore'] })
              }
            />
            <TextField
              label={t('pipeline.jobSettings.maxAttempts')}
              inputMode="numeric"
              placeholder="3"
              value={draft.maxAttempts}
              isInvalid={!isWhole(draft.maxAttempts)}
              onChange={maxAttempts => set({ maxAttempts })}
            />
            <TextField
              label={t('pipeline.jobSettings.backOffSeconds')}
              inputMode="numeric"
              placeholder="10"
              value={draft.backOffSeconds}
              isInvalid={!isWhole(draft.backOffSeconds)}
              onChange={backOffSeconds => set({ backOffSeconds })}
            />
          </Flex>
        </fieldset>
      </DialogBody>
      <DialogFooter>
        {!readOnly && (
          <Button variant="primary" isDisabled={!isValid} onPress={apply}>
            {t('pipeline.settings.apply')}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {readOnly ? t('common.action.close') : t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
