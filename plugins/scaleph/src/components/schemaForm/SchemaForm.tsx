import { IChangeEvent, withTheme } from '@rjsf/core';
import type { RJSFSchema, RJSFValidationError } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { useMemo } from 'react';
import { useLanguage } from '../../hooks';
import { localizeSchema } from '../../pipeline/lib/localize';
import { ScalephT, useScalephTranslation } from '../../translation';
import { pruneEmpty } from './pruneEmpty';
import { StringListField } from './StringListField';
import { templates } from './templates';
import { toUiSchema } from './toUiSchema';
import { widgets } from './widgets';

const Form = withTheme({ widgets, templates, fields: { StringListField } });

// The schema's own keywords in our words; ajv speaks English only.
function toLocalError(t: ScalephT, error: RJSFValidationError) {
  const limit = String(error.params?.limit ?? '');
  switch (error.name) {
    case 'required':
      return { ...error, message: t('common.field.required') };
    case 'minimum':
      return { ...error, message: t('common.field.minimum', { limit }) };
    case 'maximum':
      return { ...error, message: t('common.field.maximum', { limit }) };
    case 'pattern':
      return { ...error, message: t('common.field.pattern') };
    case 'minLength':
      return { ...error, message: t('common.field.required') };
    default:
      return error;
  }
}

/**
 * The fields of a JSON schema that the back end gave, in the user's language.
 * It is a part of a form and not one of its own: the caller submits.
 */
export const SchemaForm = (props: {
  schema: Record<string, unknown>;
  value: Record<string, unknown>;
  /** Shows what is missing, too; before, only what was typed and is wrong. */
  showErrors: boolean;
  onChange(value: Record<string, unknown>): void;
}) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const schema = useMemo(
    () => localizeSchema(props.schema, language) as RJSFSchema,
    [props.schema, language],
  );
  const uiSchema = useMemo(
    () => ({
      ...toUiSchema(schema),
      'ui:submitButtonOptions': { norender: true },
    }),
    [schema],
  );
  return (
    <Form
      tagName="div"
      schema={schema}
      validator={validator}
      formData={props.value}
      liveValidate={props.showErrors}
      showErrorList={false}
      noHtml5Validate
      transformErrors={errors => errors.map(error => toLocalError(t, error))}
      uiSchema={uiSchema}
      // A part that is not required is only there when somebody fills it in.
      experimental_defaultFormStateBehavior={{
        emptyObjectFields: 'populateRequiredDefaults',
      }}
      onChange={({ formData }: IChangeEvent) =>
        props.onChange(pruneEmpty(formData ?? {}))
      }
    />
  );
};

/** Whether a value satisfies a schema that the back end gave. */
export function isValidFor(
  schema: Record<string, unknown>,
  value: Record<string, unknown>,
): boolean {
  return validator.isValid(schema as RJSFSchema, value, schema as RJSFSchema);
}
