import type { FieldProps } from '@rjsf/utils';
import { useScalephTranslation } from '../../translation';
import { CommitField } from './CommitField';

/** Anything else, as JSON. @internal */
export const JsonField = (props: FieldProps) => {
  const { schema, formData, readonly, required, rawErrors, onChange } = props;
  const { t } = useScalephTranslation();
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  return (
    <CommitField
      multiline
      label={schema.title ?? props.name}
      description={schema.description}
      value={formData === undefined ? '' : JSON.stringify(formData, null, 2)}
      readOnly={readonly ?? false}
      isRequired={required}
      error={rawErrors?.[0]}
      problem={text =>
        text.trim() === '' || isJson(text)
          ? undefined
          : t('pipeline.drawer.notJson')
      }
      onCommit={text =>
        onChange(text.trim() === '' ? undefined : JSON.parse(text))
      }
    />
  );
};
