import {
  NumberField,
  Select,
  Switch,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { RegistryWidgetsType, WidgetProps } from '@rjsf/utils';
import { useScalephTranslation } from '../../translation';

/** What every field of ours is given from the schema. */
function useFieldProps(props: WidgetProps) {
  const { t } = useScalephTranslation();
  const { schema, required, rawErrors } = props;
  const [example] = Array.isArray(schema.examples) ? schema.examples : [];
  const error = rawErrors?.[0];
  return {
    id: props.id,
    label: props.label,
    description: schema.description,
    secondaryLabel: required ? t('common.required') : undefined,
    isRequired: required,
    isDisabled: props.disabled,
    isReadOnly: props.readonly,
    validationBehavior: 'aria' as const,
    // The message that stands under the field.
    validate: () => error ?? null,
    placeholder: example === undefined ? undefined : String(example),
    onBlur: () => props.onBlur(props.id, props.value),
  };
}

const TextWidget = (props: WidgetProps) => {
  const { placeholder, ...field } = useFieldProps(props);
  return (
    <TextField
      {...field}
      size="small"
      placeholder={placeholder}
      value={props.value ?? ''}
      maxLength={props.schema.maxLength}
      autoComplete="off"
      onChange={text => props.onChange(text === '' ? undefined : text)}
    />
  );
};

const TextareaWidget = (props: WidgetProps) => (
  <TextAreaField
    {...useFieldProps(props)}
    size="small"
    rows={4}
    spellCheck="false"
    value={props.value ?? ''}
    maxLength={props.schema.maxLength}
    onChange={text => props.onChange(text === '' ? undefined : text)}
  />
);

const NumberWidget = (props: WidgetProps) => {
  const field = useFieldProps(props);
  const { minimum, maximum } = props.schema;
  return (
    <NumberField
      {...field}
      size="small"
      minValue={minimum}
      maxValue={maximum}
      formatOptions={{ useGrouping: false }}
      value={props.value ?? NaN}
      onChange={value =>
        props.onChange(Number.isNaN(value) ? undefined : value)
      }
    />
  );
};

const SelectWidget = (props: WidgetProps) => {
  // A choice can only be missing, which its own look tells.
  const { isReadOnly, validate, placeholder, ...field } = useFieldProps(props);
  const { t } = useScalephTranslation();
  const choices = props.options.enumOptions ?? [];
  const index = choices.findIndex(choice => choice.value === props.value);
  // What a stored one does not say is what the type says.
  const usual = choices.find(choice => choice.value === props.schema.default);
  return (
    <Select
      {...field}
      size="small"
      isDisabled={field.isDisabled || isReadOnly}
      isInvalid={Boolean(props.rawErrors?.length)}
      placeholder={usual?.label ?? t('common.choose')}
      options={choices.map(({ label }, i) => ({ id: String(i), label }))}
      value={index < 0 ? null : String(index)}
      onChange={key => props.onChange(choices[Number(key)]?.value)}
    />
  );
};

const CheckboxWidget = (props: WidgetProps) => (
  <Switch
    label={props.label}
    isSelected={props.value === true}
    isDisabled={props.disabled || props.readonly}
    onChange={props.onChange}
  />
);

/** Backstage's own fields, for the schemas that the back end sends. */
export const widgets: RegistryWidgetsType = {
  TextWidget,
  TextareaWidget,
  URLWidget: TextWidget,
  UpDownWidget: NumberWidget,
  SelectWidget,
  CheckboxWidget,
};
