import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import type {
  CreateRunBody,
  PipelineDocument,
  StartFrom,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useMemo, useState } from 'react';
import { scalephApiRef } from '../../api';
import { ErrorPanel, surfaceClass } from '../../components';
import { useApiResource } from '../../hooks';
import { areSettingsGood } from '../../job/settings/areSettingsGood';
import {
  chooseTarget,
  fittingTargets,
  hasRoom,
} from '../../job/settings/chooseTarget';
import { EMPTY_SETTINGS, toRunSettings } from '../../job/settings/runSettings';
import { SettingsFields } from '../../job/settings/SettingsFields';
import { useFlinkOptions } from '../../job/settings/useFlinkOptions';
import {
  StartFromField,
  usePipelineSnapshots,
} from '../../runs/actions/StartFromField';
import { useScalephTranslation } from '../../translation';
import readable from '../readable.module.css';
import { RunPlan } from './RunPlan';
import { useTargetLabel } from './useTargetLabel';

/** Asks what a run needs: where, with which parameters and settings, from which state. @internal */
export const RunDialog = (props: {
  isOpen: boolean;
  pipeline: string;
  version: number;
  document: PipelineDocument;
  targets: Target[];
  /** Starts the run; the dialog stays open with the reason when it throws. */
  onRun(body: CreateRunBody): Promise<void>;
  onClose(): void;
}) => {
  const { isOpen, pipeline, version, document, targets, onClose } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const describe = useTargetLabel();
  const [values, setValues] = useState<Record<string, string>>({});
  const [chosen, setChosen] = useState<string>();
  const [settings, setSettings] = useState(EMPTY_SETTINGS);
  const [startFrom, setStartFrom] = useState<StartFrom>();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  useEffect(() => {
    if (isOpen) {
      setValues({});
      setChosen(undefined);
      setSettings(EMPTY_SETTINGS);
      setStartFrom(undefined);
      setError(undefined);
    }
  }, [isOpen]);

  const fitting = useMemo(
    () => fittingTargets(targets, document),
    [targets, document],
  );
  const parallelism =
    Number(settings.parallelism) || document.spec.env?.parallelism || 1;
  const target =
    fitting.find(it => it.name === chosen) ??
    chooseTarget(fitting, document.spec.env?.parallelism ?? 1);
  const isCluster = target !== undefined && target.engine !== 'embedded';
  const hasState = isCluster && document.spec.mode === 'streaming';
  const options = useFlinkOptions(isOpen && isCluster);
  const snapshots = usePipelineSnapshots(pipeline, isOpen && hasState);
  const active = useApiResource(
    async signal =>
      isOpen && hasState
        ? (await api.listRuns({ pipeline, active: true, limit: 1 }, { signal }))
            .totalItems
        : 0,
    [api, isOpen, hasState, pipeline],
  );
  const offered: StartFrom = {
    mode: snapshots.value?.length ? 'latest' : 'none',
  };
  const from = startFrom ?? offered;

  const parameters = Object.entries(document.spec.parameters ?? {});
  const missing = parameters.some(
    ([name, { default: preset }]) => preset === undefined && !values[name],
  );
  const body: CreateRunBody = {
    version,
    ...(target && { target: target.name }),
    parameters: values,
    ...(isCluster && { settings: toRunSettings(settings) }),
    ...(hasState && { startFrom: from }),
  };
  const isReady =
    !missing &&
    (!isCluster || areSettingsGood(settings, options)) &&
    (!hasState || snapshots.value !== undefined || snapshots.error);

  const run = async () => {
    setPending(true);
    setError(undefined);
    try {
      await props.onRun(body);
      onClose();
    } catch (cause) {
      setError(toError(cause));
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      className={surfaceClass}
      isOpen={isOpen}
      onOpenChange={open => !open && !pending && onClose()}
      width={isCluster ? 720 : 520}
    >
      <DialogHeader>
        {t('pipeline.run.title', { version: String(version) })}
      </DialogHeader>
      <DialogBody className={readable.readable}>
        <Flex direction="column" gap="4">
          {(fitting.length > 1 || isCluster) && (
            <Select
              label={t('pipeline.run.target')}
              options={fitting.map(it => ({
                id: it.name,
                label: it.title,
                description: describe(it),
                disabled: !it.healthy,
              }))}
              value={target?.name ?? ''}
              onChange={key => setChosen(key ? String(key) : undefined)}
            />
          )}
          {target && (fitting.length > 1 || isCluster) && (
            <Text variant="body-small" color="secondary">
              {describe(target)}
            </Text>
          )}
          {targets.length > 0 && !fitting.length && (
            <Alert icon status="warning" title={t('job.run.noTarget')} />
          )}
          {target && target.healthy && !hasRoom(target, parallelism) && (
            <Alert
              icon
              status="warning"
              title={t('job.run.noRoom', {
                needed: String(parallelism),
                free: String(target.freeSlots ?? 0),
              })}
            />
          )}
          {Boolean(active.value) && (
            <Alert icon status="warning" title={t('job.run.alreadyUp')} />
          )}
          {parameters.map(([name, parameter]) => (
            <TextField
              key={name}
              label={name}
              description={parameter.description}
              placeholder={parameter.default}
              isRequired={parameter.default === undefined}
              secondaryLabel={
                parameter.default === undefined
                  ? t('common.required')
                  : undefined
              }
              value={values[name] ?? ''}
              onChange={value =>
                setValues(({ [name]: _, ...others }) =>
                  // Left empty it takes its default.
                  value ? { ...others, [name]: value } : others,
                )
              }
            />
          ))}
          {hasState && (
            <StartFromField
              snapshots={snapshots.value ?? []}
              value={from}
              warn={Boolean(snapshots.value?.length)}
              onChange={setStartFrom}
            />
          )}
          {isCluster && (
            <details>
              <summary>{t('job.settings.title')}</summary>
              <SettingsFields
                document={document}
                draft={settings}
                options={options}
                onChange={setSettings}
              />
            </details>
          )}
          {isCluster && (
            <RunPlan
              pipeline={pipeline}
              version={version}
              target={target.name}
              parameters={values}
              settings={body.settings}
              isBlocked={missing}
            />
          )}
          {!parameters.length && fitting.length <= 1 && (
            <Text>
              {t('pipeline.run.confirm', {
                name: pipeline,
                version: String(version),
              })}
            </Text>
          )}
          {error && (
            <ErrorPanel
              title={t('pipeline.run.failed', { name: pipeline })}
              error={error}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isDisabled={pending || !isReady}
          onPress={run}
        >
          {t('pipeline.action.run')}
        </Button>
        <Button variant="secondary" isDisabled={pending} onPress={onClose}>
          {t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
