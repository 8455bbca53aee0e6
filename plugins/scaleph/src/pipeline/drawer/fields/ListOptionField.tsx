import {
  Button,
  ButtonIcon,
  Select,
  Tag,
  TagGroup,
  TextField,
} from '@backstage/ui';
import type { FieldProps } from '@rjsf/utils';
import { RiAddLine } from '@remixicon/react';
import { useState } from 'react';
import { useScalephTranslation } from '../../../translation';
import { listEntries } from '../../lib/listEntries';
import { typeOf } from '../../lib/optionForm';
import { optionPick } from '../../lib/optionPick';
import type { OptionSchema } from '../../lib/optionSchema';
import { takeKeys } from '../../lib/takeKeys';
import { useOptionContext } from './OptionContext';
import { OptionFieldset } from './OptionFieldset';
import { PickInput } from './PickInput';
import { useOptionField } from './useOptionField';
import classes from './rows.module.css';

/** A level of a path, which goes on below it. */
const isLevel = (choice: string) => /[./]$/.test(choice);

/** A list of texts or numbers: each a tag, the next one is typed or chosen. @internal */
export const ListOptionField = (props: FieldProps) => {
  const { schema, name, formData, onChange } = props;
  const { t } = useScalephTranslation();
  const { connector, inputs } = useOptionContext();
  const texts = useOptionField(props);
  const [typed, setTyped] = useState('');
  const items = (schema.items ?? {}) as OptionSchema;
  const type = typeOf(items) ?? 'string';
  const pick = optionPick(name, schema as OptionSchema, connector.kind);
  const values: unknown[] = Array.isArray(formData) ? formData : [];
  const choices = Array.isArray(items.enum) ? items.enum.map(String) : [];
  const change = (next: unknown[]) => onChange(next.length ? next : undefined);
  const add = (text: string) => {
    // Names have no commas in them; other texts may.
    const { entries, rest } = listEntries(text, type, pick !== undefined);
    const isNew = (it: unknown) => !schema.uniqueItems || !values.includes(it);
    change([...values, ...entries.filter(isNew)]);
    setTyped(rest);
  };
  const commit = () => typed.trim() !== '' && add(typed);
  const onKeyDown = takeKeys(event => {
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      commit();
    } else if (event.key === 'Backspace' && typed === '' && values.length) {
      change(values.slice(0, -1));
    } else {
      return false;
    }
    return true;
  });
  const arriving =
    pick?.from === 'input'
      ? [
          ...new Set(
            Object.values(inputs ?? {})
              .flat()
              .map(it => it.name),
          ),
        ]
      : choices;
  const missing = arriving.filter(it => !values.includes(it));
  const label = t('nodeForm.list.add', { title: texts.label });
  return (
    <OptionFieldset texts={texts}>
      {values.length > 0 && (
        <div className={classes.tags}>
          <TagGroup
            aria-label={texts.label}
            onRemove={
              texts.isReadOnly
                ? undefined
                : keys =>
                    change(values.filter((_, at) => !keys.has(String(at))))
            }
          >
            {values.map((value, at) => (
              <Tag
                // Values may be there twice: the place tells them apart.
                // eslint-disable-next-line react/no-array-index-key
                key={at}
                id={String(at)}
                size="small"
                textValue={String(value)}
              >
                {typeof value === 'object'
                  ? JSON.stringify(value)
                  : String(value)}
              </Tag>
            ))}
          </TagGroup>
        </div>
      )}
      {!texts.isReadOnly && (
        <>
          <div className={classes.adder}>
            {choices.length > 0 && (
              <Select
                size="small"
                aria-label={label}
                placeholder={t('common.choose')}
                options={choices
                  .filter(it => !values.includes(it))
                  .map(it => ({ id: it, label: it }))}
                value={null}
                onChange={key => key !== null && change([...values, key])}
              />
            )}
            {!choices.length && pick && (
              <PickInput
                pick={pick}
                label={label}
                isLabelHidden
                placeholder={t('nodeForm.list.placeholder')}
                value={typed}
                onChange={setTyped}
                onChoose={choice =>
                  isLevel(choice) ? setTyped(choice) : add(choice)
                }
                onKeyDown={onKeyDown}
                onBlur={() => !isLevel(typed) && commit()}
              />
            )}
            {!choices.length && !pick && (
              <TextField
                size="small"
                aria-label={label}
                placeholder={t('nodeForm.list.placeholder')}
                autoComplete="off"
                value={typed}
                onChange={setTyped}
                onKeyDown={onKeyDown}
                onBlur={commit}
              />
            )}
            {!choices.length && (
              <ButtonIcon
                size="small"
                variant="secondary"
                icon={<RiAddLine />}
                aria-label={label}
                isDisabled={typed.trim() === ''}
                onPress={commit}
              />
            )}
          </div>
          {(missing.length > 0 || values.length > 1) && (
            <div className={classes.buttons}>
              {missing.length > 0 && (
                <Button
                  size="small"
                  variant="tertiary"
                  onPress={() => change([...values, ...missing])}
                >
                  {t('nodeForm.list.addAll', {
                    number: String(missing.length),
                  })}
                </Button>
              )}
              {values.length > 1 && (
                <Button
                  size="small"
                  variant="tertiary"
                  onPress={() => change([])}
                >
                  {t('nodeForm.list.clear')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </OptionFieldset>
  );
};
