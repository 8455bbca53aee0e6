import { withTheme } from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import type {
  ConnectorInfo,
  DocumentProblem,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import { widgets } from '../../components/schemaForm/widgets';
import { useLanguage } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import { localizeSchema } from '../lib/localize';
import {
  optionErrors,
  optionFormSchema,
  optionUiSchema,
  shortMessage,
} from '../lib/optionForm';
import { splitOptionsSchema } from '../lib/optionSchema';
import type { OptionsSchema } from '../lib/optionSchema';
import { problemTitle } from '../lib/problemTitle';
import { JsonField } from './JsonField';
import { optionTemplates } from './optionTemplates';
import { QueryWidget } from './QueryWidget';
import { StringListField } from './StringListField';
import { StringMapField } from './StringMapField';
import classes from './OptionsForm.module.css';

const Form = withTheme({
  widgets: { ...widgets, TextareaWidget: QueryWidget },
  fields: { JsonField, StringListField, StringMapField },
  templates: optionTemplates,
});

const KEEP_OUT_DEFAULTS = {
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
} as const;

/** @internal */
export interface OptionsFormProps {
  node: string;
  connector: ConnectorInfo;
  options: Record<string, unknown>;
  problems: DocumentProblem[];
  readOnly: boolean;
  onChange(options: Record<string, unknown>): void;
}

/** The options of a node as its connector describes them, in groups. @internal */
export const OptionsForm = (props: OptionsFormProps) => {
  const { node, connector, options, problems, readOnly, onChange } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const groups = useMemo(() => {
    const words = {
      default: (value: string) => t('pipeline.drawer.default', { value }),
      yes: t('pipeline.drawer.yes'),
      no: t('pipeline.drawer.no'),
    };
    const whole = localizeSchema(connector.schema as OptionsSchema, language);
    return splitOptionsSchema(whole).map(({ group, schema }) => ({
      group,
      names: Object.keys(schema.properties ?? {}),
      schema: optionFormSchema(schema, words),
      uiSchema: {
        ...optionUiSchema('', schema, words),
        'ui:submitButtonOptions': { norender: true },
      },
    }));
  }, [connector, language, t]);
  // Messages of the check are in English; what kind of problem it is, is not.
  const errors = useMemo(
    () =>
      optionErrors(problems, problem =>
        language.startsWith('zh')
          ? problemTitle(problem, t)
          : shortMessage(problem),
      ),
    [problems, language, t],
  );

  return (
    <>
      {groups.map(({ group, names, schema, uiSchema }) => {
        const form = (
          <Form
            className={classes.form}
            tagName="div"
            idPrefix={`${node}-${group}`}
            idSeparator="."
            schema={schema}
            uiSchema={uiSchema}
            validator={validator}
            formData={Object.fromEntries(
              names.filter(it => it in options).map(it => [it, options[it]]),
            )}
            extraErrors={errors}
            experimental_defaultFormStateBehavior={KEEP_OUT_DEFAULTS}
            noValidate
            showErrorList={false}
            readonly={readOnly}
            onChange={({ formData }) => {
              const others = Object.entries(options).filter(
                ([name]) => !names.includes(name),
              );
              onChange({ ...Object.fromEntries(others), ...formData });
            }}
          />
        );
        const isSet = names.some(it => it in options || errors[it]);
        return group === 'basic' ? (
          <div key={group}>{form}</div>
        ) : (
          <details key={group} className={classes.group} open={isSet}>
            <summary>{t(`pipeline.drawer.group.${group}`)}</summary>
            {form}
          </details>
        );
      })}
    </>
  );
};

export default OptionsForm;
