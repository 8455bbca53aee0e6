import type { FieldProps } from '@rjsf/utils';
import { useScalephTranslation } from '../../../translation';
import { CommitField } from '../CommitField';
import { useDescription, useOptionField } from './useOptionField';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Anything else, as JSON. @internal */
export const JsonOptionField = (props: FieldProps) => {
  const { formData, onChange } = props;
  const { t } = useScalephTranslation();
  const texts = useOptionField(props);
  return (
    <CommitField
      multiline
      label={texts.label}
      secondaryLabel={texts.secondaryLabel}
      description={useDescription(texts)}
      value={formData === undefined ? '' : JSON.stringify(formData, null, 2)}
      readOnly={texts.isReadOnly}
      isRequired={texts.isRequired}
      error={texts.error}
      problem={text =>
        text.trim() === '' || isJson(text) ? undefined : t('nodeForm.notJson')
      }
      onCommit={text =>
        onChange(text.trim() === '' ? undefined : JSON.parse(text))
      }
    />
  );
};
