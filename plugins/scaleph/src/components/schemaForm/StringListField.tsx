import { TextAreaField } from '@backstage/ui';
import type { FieldProps } from '@rjsf/utils';
import { useState } from 'react';
import { useScalephTranslation } from '../../translation';

const toList = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);

/** A list of texts, one to a line. */
export const StringListField = (props: FieldProps) => {
  const { t } = useScalephTranslation();
  const { schema, formData, required, rawErrors, onChange } = props;
  const value: string[] = Array.isArray(formData) ? formData : [];
  // As typed: an empty last line is the beginning of the next text.
  const [text, setText] = useState(value.join('\n'));
  const shown =
    toList(text).join('\n') === value.join('\n') ? text : value.join('\n');
  const error = rawErrors?.[0];
  return (
    <TextAreaField
      size="small"
      rows={3}
      label={schema.title ?? props.name}
      description={[schema.description, t('common.field.onePerLine')]
        .filter(Boolean)
        .join(' ')}
      secondaryLabel={required ? t('common.required') : undefined}
      isRequired={required}
      validationBehavior="aria"
      validate={() => error ?? null}
      spellCheck="false"
      value={shown}
      onChange={typed => {
        setText(typed);
        const list = toList(typed);
        onChange(list.length ? list : undefined);
      }}
    />
  );
};
