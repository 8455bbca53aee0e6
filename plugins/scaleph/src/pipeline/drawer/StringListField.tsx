import type { FieldProps } from '@rjsf/utils';
import { CommitField } from './CommitField';

/** A list of names, written with commas between them. @internal */
export const StringListField = (props: FieldProps) => {
  const { schema, formData, readonly, required, rawErrors, onChange } = props;
  return (
    <CommitField
      label={schema.title ?? props.name}
      description={schema.description}
      value={(Array.isArray(formData) ? formData : []).join(', ')}
      readOnly={readonly ?? false}
      isRequired={required}
      error={rawErrors?.[0]}
      onCommit={text => {
        const names = text
          .split(/[,，\n]/)
          .map(it => it.trim())
          .filter(Boolean);
        onChange(names.length ? names : undefined);
      }}
    />
  );
};
