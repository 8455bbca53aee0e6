import { PasswordField, TextField } from '@backstage/ui';
import type { FieldProps } from '@rjsf/utils';
import { useState } from 'react';
import { escapeText, isEscaped, unescapeText } from '../../lib/escapedText';
import { optionPick } from '../../lib/optionPick';
import type { OptionSchema } from '../../lib/optionSchema';
import { useOptionContext } from './OptionContext';
import { PickInput } from './PickInput';
import type { PickInputProps } from './PickInput';
import { useDescription, useOptionField } from './useOptionField';
import { isWholeOption } from './useOptionValue';
import { useTypedText } from './useTypedText';

const toText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** A text whose control characters are written out, as of separators. */
const EscapedField = (props: FieldProps) => {
  const { formData, onChange } = props;
  const texts = useOptionField(props);
  const { error, label, isRequired, isReadOnly, secondaryLabel } = texts;
  const value = toText(formData);
  // As typed: a lone backslash is the beginning of something.
  const [text, setText] = useState(escapeText(value));
  const shown = unescapeText(text) === value ? text : escapeText(value);
  return (
    <TextField
      size="small"
      label={label}
      secondaryLabel={secondaryLabel}
      description={useDescription(texts)}
      isRequired={isRequired}
      isReadOnly={isReadOnly}
      validationBehavior="aria"
      validate={() => error ?? null}
      autoComplete="off"
      spellCheck="false"
      value={shown}
      onChange={typed => {
        setText(typed);
        onChange(typed === '' ? undefined : unescapeText(typed));
      }}
    />
  );
};

/** A picker that shows what is typed before the document has it. */
const PickField = (props: PickInputProps) => {
  const { text, change, focus, leave } = useTypedText(
    props.value,
    props.onChange,
  );
  return (
    <PickInput
      {...props}
      value={text}
      onChange={change}
      onFocus={focus}
      onBlur={leave}
    />
  );
};

/** A text, chosen from what there is where that can be known. @internal */
export const TextOptionField = (props: FieldProps) => {
  const { schema, name, formData, onChange } = props;
  const { connector } = useOptionContext();
  const texts = useOptionField(props);
  const description = useDescription(texts);
  const { error, label, isRequired, isReadOnly, secondaryLabel } = texts;
  const extra = schema as OptionSchema;
  if (isEscaped(name, formData, extra['x-default'])) {
    return <EscapedField {...props} />;
  }
  const [example] = Array.isArray(schema.examples) ? schema.examples : [];
  const field = {
    label,
    secondaryLabel,
    description,
    isRequired,
    isReadOnly,
    error,
    value: toText(formData),
    placeholder: example === undefined ? undefined : String(example),
    onChange: (text: string) => onChange(text === '' ? undefined : text),
  };
  // The name of a part tells less: a `path` may be one in JSON.
  const pick =
    isWholeOption(props) || 'x-picks' in extra
      ? optionPick(name, extra, connector.kind)
      : undefined;
  if (pick && !isReadOnly) return <PickField {...field} pick={pick} />;
  const { error: _, ...rest } = field;
  return (
    <TextField
      {...rest}
      size="small"
      validationBehavior="aria"
      validate={() => error ?? null}
      autoComplete="off"
      spellCheck="false"
    />
  );
};

/** A text that nobody should read over a shoulder. @internal */
export const PasswordOptionField = (props: FieldProps) => {
  const texts = useOptionField(props);
  const { error, label, isRequired, isReadOnly, secondaryLabel } = texts;
  const description = useDescription(texts);
  return (
    <PasswordField
      size="small"
      label={label}
      secondaryLabel={secondaryLabel}
      description={description}
      isRequired={isRequired}
      isReadOnly={isReadOnly}
      validationBehavior="aria"
      validate={() => error ?? null}
      autoComplete="off"
      value={toText(props.formData)}
      onChange={text => props.onChange(text === '' ? undefined : text)}
    />
  );
};
