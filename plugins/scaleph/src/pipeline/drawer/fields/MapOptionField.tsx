import { Button, ButtonIcon, TextField } from '@backstage/ui';
import type { FieldProps } from '@rjsf/utils';
import { RiAddLine, RiCloseLine } from '@remixicon/react';
import { useScalephTranslation } from '../../../translation';
import { listEntries } from '../../lib/listEntries';
import { typeOf } from '../../lib/optionForm';
import { optionPick } from '../../lib/optionPick';
import type { OptionSchema } from '../../lib/optionSchema';
import { useOptionContext } from './OptionContext';
import { OptionFieldset } from './OptionFieldset';
import { PickInput } from './PickInput';
import { useOptionField } from './useOptionField';
import { useOptionValue } from './useOptionValue';
import { useTypedRows } from './useTypedRows';
import classes from './rows.module.css';

type Row = readonly [name: string, value: string];

const textOf = (value: unknown) =>
  typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');

function toMap(rows: Row[], type: string): Record<string, unknown> | undefined {
  const named = rows.filter(([name]) => name.trim() !== '');
  // Half a number is kept as text: the check says what is wrong with it.
  const valueOf = (text: string) => listEntries(text, type).entries[0] ?? text;
  return named.length
    ? Object.fromEntries(
        named.map(([name, value]) => [name.trim(), valueOf(value)]),
      )
    : undefined;
}

/** Names with a value each, one pair a row. @internal */
export const MapOptionField = (props: FieldProps) => {
  const { schema, name, onChange } = props;
  const formData = useOptionValue(props);
  const { t } = useScalephTranslation();
  const { connector, inputs } = useOptionContext();
  const texts = useOptionField(props);
  const title = texts.label;
  const extra = schema as OptionSchema;
  const type = typeOf((extra.additionalProperties ?? {}) as OptionSchema);
  const valueType = type ?? 'string';
  const pick = optionPick(name, extra, connector.kind);
  const given: Row[] = Object.entries(
    (formData as Record<string, unknown> | undefined) ?? {},
  ).map(([key, value]) => [key, textOf(value)]);
  const {
    rows: shown,
    change,
    show,
  } = useTypedRows(given, rows => toMap(rows, valueType), onChange);
  const set = (index: number, row: Row) =>
    change(shown.map((it, i) => (i === index ? row : it)));
  const arriving =
    pick?.from === 'input' ? Object.values(inputs ?? {}).flat() : [];
  const missing = [...new Set(arriving.map(it => it.name))].filter(
    it => !shown.some(([key]) => key === it),
  );
  return (
    <OptionFieldset texts={texts}>
      {shown.map(([key, value], index) => (
        // Rows have no other identity than their place.
        // eslint-disable-next-line react/no-array-index-key
        <div className={classes.row} key={index}>
          {pick && !texts.isReadOnly ? (
            <PickInput
              pick={pick}
              label={t('nodeForm.map.name', { title })}
              isLabelHidden
              value={key}
              onChange={next => set(index, [next, value])}
            />
          ) : (
            <TextField
              size="small"
              aria-label={t('nodeForm.map.name', { title })}
              value={key}
              isReadOnly={texts.isReadOnly}
              onChange={next => set(index, [next, value])}
            />
          )}
          <TextField
            size="small"
            aria-label={t('nodeForm.map.value', { title })}
            value={value}
            isReadOnly={texts.isReadOnly}
            onChange={next => set(index, [key, next])}
          />
          {!texts.isReadOnly && (
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiCloseLine />}
              aria-label={t('nodeForm.removeEntry', { name: key })}
              onPress={() => change(shown.filter((_, i) => i !== index))}
            />
          )}
        </div>
      ))}
      {!texts.isReadOnly && (
        <div className={classes.buttons}>
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiAddLine />}
            onPress={() => show([...shown, ['', '']])}
          >
            {t('nodeForm.addEntry')}
          </Button>
          {missing.length > 0 && (
            <Button
              size="small"
              variant="tertiary"
              onPress={() =>
                change([...shown, ...missing.map((it): Row => [it, it])])
              }
            >
              {t('nodeForm.list.addAll', { number: String(missing.length) })}
            </Button>
          )}
        </div>
      )}
    </OptionFieldset>
  );
};
