import { Button, ButtonIcon, Combobox, TextField } from '@backstage/ui';
import type { FieldProps } from '@rjsf/utils';
import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiCloseLine,
} from '@remixicon/react';
import { useScalephTranslation } from '../../../translation';
import {
  FIELD_TYPES,
  readRowSchema,
  writeRowSchema,
} from '../../lib/rowSchema';
import type { SchemaColumn } from '../../lib/rowSchema';
import { takeKeys } from '../../lib/takeKeys';
import { OptionFieldset } from './OptionFieldset';
import { useOptionField } from './useOptionField';
import { useOptionValue } from './useOptionValue';
import { useTypedRows } from './useTypedRows';
import classes from './rows.module.css';

const TYPES = FIELD_TYPES.map(it => ({ id: it, label: it }));

function move<T>(list: T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

const Column = (props: {
  column: SchemaColumn;
  number: number;
  count: number;
  isTaken: boolean;
  readOnly: boolean;
  onChange(column: SchemaColumn): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
  onEnter(): void;
}) => {
  const { column, number, count, readOnly, onChange, onMove } = props;
  const { t } = useScalephTranslation();
  const { name, type } = column;
  const shown = { name: name || String(number) };
  return (
    <li className={classes.column}>
      <TextField
        size="small"
        aria-label={t('nodeForm.schema.name', { number: String(number) })}
        autoComplete="off"
        spellCheck="false"
        value={name}
        isReadOnly={readOnly}
        isInvalid={props.isTaken}
        onChange={next => onChange({ ...column, name: next })}
        onKeyDown={takeKeys(event => {
          if (event.key === 'Enter') props.onEnter();
          else if (event.altKey && event.key === 'ArrowUp') onMove(-1);
          else if (event.altKey && event.key === 'ArrowDown') onMove(1);
          else return false;
          return true;
        })}
      />
      {readOnly ? (
        <code>{type}</code>
      ) : (
        <Combobox
          size="small"
          aria-label={t('nodeForm.schema.type', shown)}
          allowsCustomValue
          menuTrigger="input"
          options={TYPES}
          search={{
            mode: 'client',
            inputValue: type,
            onInputChange: next => onChange({ ...column, type: next }),
            // What is written is no search: all types stay in sight.
            filter: () => true,
          }}
          onChange={key =>
            key !== null && onChange({ ...column, type: String(key) })
          }
        />
      )}
      {!readOnly && (
        <>
          <span className={classes.moves}>
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiArrowUpLine />}
              aria-label={t('nodeForm.schema.up', shown)}
              isDisabled={number === 1}
              onPress={() => onMove(-1)}
            />
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiArrowDownLine />}
              aria-label={t('nodeForm.schema.down', shown)}
              isDisabled={number === count}
              onPress={() => onMove(1)}
            />
          </span>
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiCloseLine />}
            aria-label={t('nodeForm.removeEntry', shown)}
            onPress={props.onRemove}
          />
        </>
      )}
    </li>
  );
};

/** SeaTunnel's `schema` as a table of fields and their types. @internal */
export const RowSchemaField = (props: FieldProps) => {
  const { onChange } = props;
  const formData = useOptionValue(props);
  const { t } = useScalephTranslation();
  const texts = useOptionField(props);
  const given = readRowSchema(formData);
  const {
    rows: columns,
    change,
    show,
  } = useTypedRows(
    given.columns,
    rows => writeRowSchema({ ...given, columns: rows }),
    onChange,
  );
  const add = () => show([...columns, { name: '', type: 'string' }]);
  const names = columns.map(it => it.name.trim());
  return (
    <OptionFieldset texts={texts}>
      <ol className={classes.columns} aria-label={texts.label}>
        {columns.map((column, index) => (
          <Column
            // Fields have no other identity than their place.
            // eslint-disable-next-line react/no-array-index-key
            key={index}
            column={column}
            number={index + 1}
            count={columns.length}
            isTaken={names[index] !== '' && names.indexOf(names[index]) < index}
            readOnly={texts.isReadOnly}
            onChange={next =>
              change(columns.map((it, at) => (at === index ? next : it)))
            }
            onMove={by => {
              const to = index + by;
              if (to >= 0 && to < columns.length) {
                change(move(columns, index, to));
              }
            }}
            onRemove={() => change(columns.filter((_, at) => at !== index))}
            onEnter={add}
          />
        ))}
      </ol>
      {!texts.isReadOnly && (
        <div className={classes.buttons}>
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiAddLine />}
            onPress={add}
          >
            {t('nodeForm.schema.add')}
          </Button>
        </div>
      )}
    </OptionFieldset>
  );
};
