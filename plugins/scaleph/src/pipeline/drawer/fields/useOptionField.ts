import type { FieldProps } from '@rjsf/utils';
import { useScalephTranslation } from '../../../translation';
import { escapeText } from '../../lib/escapedText';
import { errorsBelow } from '../../lib/optionErrors';

/** What every field of an option says about it. @internal */
export interface OptionFieldTexts {
  label: string;
  description?: string;
  secondaryLabel?: string;
  isRequired?: boolean;
  isReadOnly: boolean;
  /** Everything that is wrong with the option and its parts. */
  error?: string;
  /** What counts when nothing is given. */
  defaultText?: string;
}

/** @internal */
export function useOptionField(
  props: Pick<
    FieldProps,
    'schema' | 'name' | 'required' | 'readonly' | 'rawErrors' | 'errorSchema'
  >,
): OptionFieldTexts {
  const { schema, name, required, readonly } = props;
  const { t } = useScalephTranslation();
  const extra = schema as Record<string, unknown>;
  const value = extra['x-default'];
  const engines = extra['x-engines'];
  const say = (): string | undefined => {
    if (value === undefined || value === '' || value === null) return undefined;
    if (typeof value === 'boolean') {
      return value ? t('nodeForm.yes') : t('nodeForm.no');
    }
    if (typeof value === 'string') return escapeText(value);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  const defaultText = say();
  const description = [
    schema.description,
    Array.isArray(engines) &&
      t('nodeForm.onlyOn', { engines: engines.join(', ') }),
  ]
    .filter(Boolean)
    .join(' ');
  const errors = [
    ...(props.rawErrors ?? []),
    ...errorsBelow(props.errorSchema),
  ];
  return {
    label: schema.title || name,
    description: description || undefined,
    secondaryLabel: required ? t('common.required') : undefined,
    isRequired: required,
    isReadOnly: readonly ?? false,
    error: [...new Set(errors)].join(' ') || undefined,
    defaultText,
  };
}

/** The description with what counts when nothing is given. @internal */
export function useDescription({
  description,
  defaultText,
}: OptionFieldTexts): string | undefined {
  const { t } = useScalephTranslation();
  const parts = [
    description,
    defaultText && t('nodeForm.default', { value: defaultText }),
  ].filter(Boolean);
  return parts.join(' ') || undefined;
}
