import { Button, ButtonIcon, Text, TextField } from '@backstage/ui';
import type { FieldProps } from '@rjsf/utils';
import { RiAddLine, RiCloseLine } from '@remixicon/react';
import { useState } from 'react';
import { useScalephTranslation } from '../../translation';
import classes from './StringMapField.module.css';

type Row = readonly [name: string, value: string];

const toMap = (rows: Row[]) => {
  const named = rows.filter(([name]) => name.trim() !== '');
  return named.length
    ? Object.fromEntries(named.map(([name, value]) => [name.trim(), value]))
    : undefined;
};

/** Names with a text each, e.g. columns with their types, one pair a row. @internal */
export const StringMapField = (props: FieldProps) => {
  const { schema, formData, readonly, rawErrors, onChange } = props;
  const { t } = useScalephTranslation();
  const title = schema.title ?? props.name;
  const given: Row[] = Object.entries(
    (formData as Record<string, string> | undefined) ?? {},
  );
  const [rows, setRows] = useState<Row[]>(given);
  // Rows without a name are kept here until they have one; any other change
  // from outside (undo, the YAML) replaces them.
  const shown =
    JSON.stringify(toMap(rows)) === JSON.stringify(toMap(given)) ? rows : given;
  const change = (next: Row[]) => {
    setRows(next);
    onChange(toMap(next));
  };
  const set = (index: number, row: Row) =>
    change(shown.map((it, i) => (i === index ? row : it)));
  return (
    <fieldset className={classes.field}>
      <legend className={classes.legend}>{title}</legend>
      {schema.description && (
        <Text as="p" variant="body-small" color="secondary">
          {schema.description}
        </Text>
      )}
      {shown.map(([name, value], index) => (
        // Rows have no other identity than their place.
        // eslint-disable-next-line react/no-array-index-key
        <div className={classes.row} key={index}>
          <TextField
            size="small"
            aria-label={t('pipeline.drawer.mapName', { title })}
            value={name}
            isReadOnly={readonly}
            onChange={next => set(index, [next, value])}
          />
          <TextField
            size="small"
            aria-label={t('pipeline.drawer.mapValue', { title })}
            value={value}
            isReadOnly={readonly}
            onChange={next => set(index, [name, next])}
          />
          {!readonly && (
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiCloseLine />}
              aria-label={t('pipeline.drawer.removeOption', { name })}
              onPress={() => change(shown.filter((_, i) => i !== index))}
            />
          )}
        </div>
      ))}
      {rawErrors?.[0] && (
        <Text as="p" variant="body-small" color="danger">
          {rawErrors[0]}
        </Text>
      )}
      {!readonly && (
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiAddLine />}
          onPress={() => setRows([...shown, ['', '']])}
        >
          {t('pipeline.drawer.addEntry')}
        </Button>
      )}
    </fieldset>
  );
};
