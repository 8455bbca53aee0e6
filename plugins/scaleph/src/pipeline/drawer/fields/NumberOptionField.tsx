import { NumberField, TextField } from '@backstage/ui';
import type { FieldProps } from '@rjsf/utils';
import { useLanguage } from '../../../hooks';
import { useScalephTranslation } from '../../../translation';
import type { OptionSchema } from '../../lib/optionSchema';
import { optionUnit, unitText } from '../../lib/optionUnit';
import { useDescription, useOptionField } from './useOptionField';

/** A number with its unit; large ones are said in words, too. @internal */
export const NumberOptionField = (props: FieldProps) => {
  const { schema, name, formData, onChange } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const texts = useOptionField(props);
  const { error, isRequired, isReadOnly, secondaryLabel } = texts;
  const unit = optionUnit(name, schema as OptionSchema);
  const inWords = unitText(formData, unit, language);
  const known = (['ms', 's', 'bytes'] as const).find(it => it === unit);
  const unitName = known ? t(`nodeForm.unit.${known}`) : unit;
  const description = [useDescription(texts), inWords && `= ${inWords}`]
    .filter(Boolean)
    .join(' ');
  const field = {
    size: 'small' as const,
    label: unitName ? `${texts.label} (${unitName})` : texts.label,
    secondaryLabel,
    description: description || undefined,
    isRequired,
    isReadOnly,
    validationBehavior: 'aria' as const,
    validate: () => error ?? null,
  };
  if (formData !== undefined && typeof formData !== 'number') {
    // A parameter, or something wrong: shown as it is.
    return (
      <TextField
        {...field}
        value={
          typeof formData === 'string' ? formData : JSON.stringify(formData)
        }
        onChange={text => {
          const isNumber = text.trim() !== '' && Number.isFinite(Number(text));
          onChange(isNumber ? Number(text) : text || undefined);
        }}
      />
    );
  }
  return (
    <NumberField
      {...field}
      formatOptions={{ useGrouping: false, maximumFractionDigits: 12 }}
      step={schema.type === 'integer' ? 1 : undefined}
      value={formData ?? NaN}
      onChange={value => onChange(Number.isNaN(value) ? undefined : value)}
    />
  );
};
