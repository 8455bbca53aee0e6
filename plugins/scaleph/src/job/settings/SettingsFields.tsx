import { Select, TextField } from '@backstage/ui';
import type {
  FlinkOption,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import { isFlinkDuration } from './checkFlinkValue';
import { FlinkKeysField } from './FlinkKeysField';
import {
  FriendlyKey,
  presetOf,
  RESTART_STRATEGIES,
  SettingsDraft,
  STATE_BACKENDS,
} from './runSettings';
import classes from './SettingsFields.module.css';

/** Settings of one run over those of the document; a field left empty changes nothing. @internal */
export const SettingsFields = (props: {
  document: PipelineDocument;
  draft: SettingsDraft;
  options: FlinkOption[];
  onChange(draft: SettingsDraft): void;
}) => {
  const { document, draft, options, onChange } = props;
  const { t } = useScalephTranslation();
  const preset = presetOf(document);
  const isStreaming = document.spec.mode === 'streaming';
  const set = (name: FriendlyKey, value: string) =>
    onChange({ ...draft, friendly: { ...draft.friendly, [name]: value } });
  const unset = (value: string | undefined) => ({
    id: '',
    label: value
      ? t('job.settings.ofDocument', { value })
      : t('job.settings.ofCluster'),
  });
  const duration = (name: 'checkpointInterval' | 'restartDelay') => {
    const value = draft.friendly[name];
    const isBad = value.trim() !== '' && !isFlinkDuration(value);
    return (
      <TextField
        label={t(`job.settings.${name}`)}
        secondaryLabel={t('job.settings.durationHelp')}
        description={isBad ? t('job.settings.problem.duration') : undefined}
        placeholder={preset[name] ?? t('job.settings.ofCluster')}
        value={value}
        isInvalid={isBad}
        onChange={next => set(name, next)}
      />
    );
  };
  const strategy = draft.friendly.restartStrategy || preset.restartStrategy;
  return (
    <div className={classes.fields}>
      <TextField
        label={t('job.settings.parallelism')}
        inputMode="numeric"
        placeholder={preset.parallelism ?? t('job.settings.ofCluster')}
        value={draft.parallelism}
        isInvalid={
          draft.parallelism !== '' && !/^[1-9]\d{0,3}$/.test(draft.parallelism)
        }
        onChange={parallelism => onChange({ ...draft, parallelism })}
      />
      {isStreaming && duration('checkpointInterval')}
      {isStreaming && (
        <Select
          label={t('job.settings.stateBackend')}
          options={[
            unset(preset.stateBackend),
            ...STATE_BACKENDS.map(id => ({
              id,
              label: t(`job.settings.stateBackends.${id}`),
            })),
          ]}
          value={draft.friendly.stateBackend}
          onChange={key => set('stateBackend', String(key ?? ''))}
        />
      )}
      <Select
        label={t('job.settings.restartStrategy')}
        options={[
          unset(preset.restartStrategy),
          ...RESTART_STRATEGIES.map(id => ({
            id,
            label: t(`job.settings.restartStrategies.${id}`),
          })),
        ]}
        value={draft.friendly.restartStrategy}
        onChange={key => set('restartStrategy', String(key ?? ''))}
      />
      {strategy === 'fixed-delay' && (
        <>
          <TextField
            label={t('job.settings.restartAttempts')}
            inputMode="numeric"
            placeholder={preset.restartAttempts ?? '1'}
            value={draft.friendly.restartAttempts}
            onChange={value => set('restartAttempts', value)}
          />
          {duration('restartDelay')}
        </>
      )}
      <div className={classes.wide}>
        <FlinkKeysField
          rows={draft.others}
          options={options}
          onChange={others => onChange({ ...draft, others })}
        />
      </div>
    </div>
  );
};
