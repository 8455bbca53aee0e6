import { Select } from '@backstage/ui';
import type { CdcOption } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import { CommitField } from '../drawer/CommitField';

const PLACEHOLDER = /^\$\{[^}]+\}$/;

/** One option of a CDC connector; empty means its default. @internal */
export const CdcOptionField = (props: {
  option: CdcOption;
  title?: string;
  value?: string;
  readOnly: boolean;
  onChange(value: string | undefined): void;
}) => {
  const { option, value, readOnly, onChange } = props;
  const { t } = useScalephTranslation();
  const label = props.title ? `${props.title} (${option.key})` : option.key;
  const choices =
    option.type === 'boolean' ? ['true', 'false'] : option.values ?? [];
  const isChoice =
    choices.length > 0 && (value === undefined || choices.includes(value));
  const problem = (text: string) => {
    if (text === '' || PLACEHOLDER.test(text)) return undefined;
    if (option.secret) return t('pipeline.cdc.secret');
    return option.type === 'integer' && !/^-?\d+$/.test(text)
      ? t('pipeline.cdc.integer')
      : undefined;
  };
  if (isChoice) {
    return (
      <Select
        size="small"
        label={label}
        isDisabled={readOnly}
        options={[
          {
            id: '',
            label: t('pipeline.cdc.default', { value: option.default ?? '' }),
          },
          ...choices.map(id => ({ id, label: id })),
        ]}
        value={value ?? ''}
        onChange={next => onChange(next ? String(next) : undefined)}
      />
    );
  }
  return (
    <CommitField
      label={label}
      description={
        option.default === undefined
          ? undefined
          : t('pipeline.cdc.default', { value: option.default })
      }
      value={value ?? ''}
      readOnly={readOnly}
      isRequired={option.required}
      error={
        option.required && !value
          ? t('common.field.required')
          : problem(value ?? '')
      }
      problem={option.secret ? undefined : problem}
      onCommit={text => onChange(text.trim() || undefined)}
    />
  );
};
