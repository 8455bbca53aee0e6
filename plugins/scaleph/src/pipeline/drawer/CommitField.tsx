import { TextAreaField, TextField } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useScalephTranslation } from '../../translation';
import { takeKeys } from '../lib/takeKeys';

/** @internal */
export interface CommitFieldProps {
  label: string;
  secondaryLabel?: string;
  description?: string;
  value: string;
  readOnly: boolean;
  isRequired?: boolean;
  multiline?: boolean;
  /** What is wrong with the value that is there. */
  error?: string;
  /** Why a value cannot be taken. */
  problem?(value: string): string | undefined;
  onCommit(value: string): void;
}

/**
 * A text field whose value counts when it is left, saved or Enter is pressed:
 * half a name is no name. Escape takes back what is typed.
 *
 * @internal
 */
export const CommitField = (props: CommitFieldProps) => {
  const { value, problem, onCommit, multiline } = props;
  const { t } = useScalephTranslation();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const own = text === value ? undefined : problem?.(text);
  const error = own ?? props.error;
  const commit = () => {
    if (text !== value && !own) {
      onCommit(text);
    }
  };
  const field = {
    size: 'small' as const,
    label: props.label,
    secondaryLabel:
      props.secondaryLabel ??
      (props.isRequired ? t('common.required') : undefined),
    description: props.description,
    value: text,
    isReadOnly: props.readOnly,
    isRequired: props.isRequired,
    // With isInvalid set, the field would show itself wrong but not say why.
    validationBehavior: 'aria' as const,
    validate: () => error ?? null,
    autoComplete: 'off',
    spellCheck: 'false' as const,
    onChange: setText,
    onBlur: () => (own && !multiline ? setText(value) : commit()),
  };
  if (multiline) {
    return <TextAreaField {...field} rows={5} />;
  }
  return (
    <TextField
      {...field}
      onKeyDown={takeKeys(event => {
        if (event.key === 'Escape' && text !== value) {
          setText(value);
          return true;
        }
        const saves =
          (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's';
        if (event.key === 'Enter' || saves) {
          commit();
        }
        return event.key === 'Enter';
      })}
    />
  );
};
