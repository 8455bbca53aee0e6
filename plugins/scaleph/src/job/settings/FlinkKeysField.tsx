import { Button, ButtonIcon, Combobox, Text, TextField } from '@backstage/ui';
import { RiAddLine, RiCloseLine } from '@remixicon/react';
import type { FlinkOption } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import { useScalephTranslation } from '../../translation';
import { checkFlinkValue } from './checkFlinkValue';
import classes from './SettingsFields.module.css';

type Row = { key: string; value: string };

// Of some hundred keys a list shows the first that fit.
const SHOWN = 50;

/** A key with completion; one that is not known can be written too. */
const KeyInput = (props: {
  value: string;
  options: FlinkOption[];
  onChange(value: string): void;
}) => {
  const { value, options, onChange } = props;
  const { t } = useScalephTranslation();
  const typed = value.trim().toLowerCase();
  const shown = useMemo(
    () =>
      options
        .filter(it => it.key.toLowerCase().includes(typed))
        .slice(0, SHOWN)
        .map(it => ({
          id: it.key,
          label: it.key,
          description: it.default
            ? t('job.settings.default', { value: it.default })
            : undefined,
        })),
    [options, typed, t],
  );
  return (
    <Combobox
      size="small"
      aria-label={t('job.settings.key')}
      placeholder="execution.…"
      allowsCustomValue
      options={shown}
      search={{
        inputValue: value,
        onInputChange: onChange,
      }}
      onChange={key => key !== null && onChange(String(key))}
    />
  );
};

/** Any key of Flink with its value, one pair a row; keys are completed, values checked. @internal */
export const FlinkKeysField = (props: {
  rows: Row[];
  options: FlinkOption[];
  onChange(rows: Row[]): void;
}) => {
  const { rows, options, onChange } = props;
  const { t } = useScalephTranslation();
  const byKey = useMemo(
    () => new Map(options.map(it => [it.key, it])),
    [options],
  );
  const set = (index: number, change: Partial<Row>) =>
    onChange(rows.map((it, i) => (i === index ? { ...it, ...change } : it)));
  return (
    <fieldset className={classes.keys}>
      <legend>{t('job.settings.others')}</legend>
      {rows.map(({ key, value }, index) => {
        const option = byKey.get(key.trim());
        const problem = key.trim() ? checkFlinkValue(option, value) : undefined;
        const notes = [
          key.trim() && !option && options.length && t('job.settings.unknown'),
          option?.scope === 'cluster' && t('job.settings.cluster'),
          problem &&
            t(`job.settings.problem.${problem}`, {
              values: option?.values?.join(', ') ?? '',
            }),
        ].filter(Boolean);
        return (
          // Rows have no other identity than their place.
          // eslint-disable-next-line react/no-array-index-key
          <div key={index} className={classes.row}>
            <KeyInput
              value={key}
              options={options}
              onChange={next => set(index, { key: next })}
            />
            <TextField
              size="small"
              aria-label={t('job.settings.valueFor', { name: key })}
              placeholder={option?.default ?? t('job.settings.value')}
              value={value}
              isInvalid={problem !== undefined && value !== ''}
              onChange={next => set(index, { value: next })}
            />
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiCloseLine />}
              aria-label={t('job.settings.remove', { name: key })}
              onPress={() => onChange(rows.filter((_, i) => i !== index))}
            />
            {notes.length > 0 && (
              <Text
                as="p"
                variant="body-small"
                color={problem && value ? 'danger' : 'secondary'}
                className={classes.note}
              >
                {notes.join(' ')}
              </Text>
            )}
          </div>
        );
      })}
      <Button
        size="small"
        variant="tertiary"
        iconStart={<RiAddLine />}
        onPress={() => onChange([...rows, { key: '', value: '' }])}
      >
        {t('job.settings.add')}
      </Button>
    </fieldset>
  );
};
