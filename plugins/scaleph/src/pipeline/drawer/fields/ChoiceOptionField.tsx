import { Select } from '@backstage/ui';
import type { FieldProps } from '@rjsf/utils';
import { useScalephTranslation } from '../../../translation';
import type { OptionSchema } from '../../lib/optionSchema';
import { FieldNote } from './FieldNote';
import { useOptionField } from './useOptionField';

const UNSET = 'unset';

// SeaTunnel reads the words of most enumerations in any case.
function isSame(a: unknown, b: unknown, schema: OptionSchema): boolean {
  return schema['x-ignore-case']
    ? String(a).toLowerCase() === String(b).toLowerCase()
    : a === b;
}

/** One of some values, or none: then the default counts. Yes and no are such values. @internal */
export const ChoiceOptionField = (props: FieldProps) => {
  const { schema, formData, onChange } = props;
  const { t } = useScalephTranslation();
  const texts = useOptionField(props);
  const { defaultText, error } = texts;
  const values = (schema as OptionSchema).enum as unknown[] | undefined;
  const say = (value: unknown): string => {
    if (typeof value !== 'boolean') return String(value);
    return value ? t('nodeForm.yes') : t('nodeForm.no');
  };
  const choices: unknown[] = values ?? [true, false];
  const place = choices.findIndex(it =>
    isSame(it, formData, schema as OptionSchema),
  );
  // What the document says stays visible where it is not allowed.
  const given = formData === undefined || place >= 0 ? [] : [formData];
  const all = [...choices, ...given];
  const index = place >= 0 ? place : all.indexOf(formData, choices.length);
  const needsNone = !texts.isRequired || defaultText !== undefined;
  const none = needsNone ? UNSET : null;
  return (
    <div>
      <Select
        size="small"
        label={texts.label}
        secondaryLabel={texts.secondaryLabel}
        description={texts.description}
        isRequired={texts.isRequired}
        isDisabled={texts.isReadOnly}
        isInvalid={error !== undefined}
        placeholder={t('common.choose')}
        options={[
          ...(needsNone
            ? [
                {
                  id: UNSET,
                  label:
                    defaultText === undefined
                      ? t('nodeForm.unset')
                      : t('nodeForm.default', { value: defaultText }),
                },
              ]
            : []),
          ...all.map((value, at) => ({
            id: String(at),
            label:
              at < choices.length
                ? say(value)
                : t('nodeForm.notAllowed', { value: say(value) }),
          })),
        ]}
        value={index < 0 ? none : String(index)}
        onChange={key =>
          onChange(key === UNSET || key === null ? undefined : all[Number(key)])
        }
      />
      {error && <FieldNote>{error}</FieldNote>}
    </div>
  );
};
