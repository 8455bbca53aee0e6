import { withTheme } from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import type {
  ConnectorInfo,
  DataSource,
  DocumentProblem,
  Field,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo, useRef, useState } from 'react';
import { useLanguage } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import { localizeSchema } from '../lib/localize';
import {
  errorsBelow,
  isMissingChoice,
  optionErrors,
} from '../lib/optionErrors';
import { optionFormSchema, optionsUiSchema } from '../lib/optionForm';
import { layoutOptions, partOfSchema, shownNames } from '../lib/optionLayout';
import type { LayoutItem } from '../lib/optionLayout';
import { optionRules, requiredNow } from '../lib/optionRules';
import type { OptionGroup, OptionsSchema } from '../lib/optionSchema';
import { sayProblem } from '../lib/sayProblem';
import { LayoutProvider, OptionContextProvider } from './fields/OptionContext';
import type { OptionContextValue } from './fields/OptionContext';
import { optionFields } from './fields/optionFields';
import { optionTemplates } from './fields/optionTemplates';
import { OptionSection } from './OptionSection';
import { UnusedOptions } from './UnusedOptions';
import classes from './OptionsForm.module.css';

const Form = withTheme({ fields: optionFields, templates: optionTemplates });

const KEEP_OUT_DEFAULTS = {
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
} as const;

/** @internal */
export interface OptionsFormProps {
  node: string;
  connector: Pick<ConnectorInfo, 'kind' | 'name' | 'schema'>;
  options: Record<string, unknown>;
  problems: DocumentProblem[];
  dataSource?: DataSource;
  /** Levels that the objects of the data source have. */
  levels?: readonly string[];
  /** The node names a data source, seen or not: it says how to connect. */
  connected: boolean;
  /** Fields that arrive, by the node that they come from. */
  inputs?: Record<string, Field[]>;
  /** What the server says is wrong with the SQL of the node. */
  sqlProblem?: string;
  readOnly: boolean;
  onChange(options: Record<string, unknown>): void;
}

/** The options of a node as its connector describes them, in sections. @internal */
export const OptionsForm = (props: OptionsFormProps) => {
  const { node, connector, options, problems, readOnly, onChange } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const schema = useMemo(
    () => localizeSchema(connector.schema as OptionsSchema, language),
    [connector.schema, language],
  );
  const rules = useMemo(() => optionRules(schema), [schema]);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  // What an option had before another of its group was chosen: it comes back
  // with its choice, as long as the node is open.
  const dropped = useRef<Record<string, unknown>>({});
  const layout = useMemo(
    () =>
      layoutOptions({
        schema,
        rules,
        options,
        chosen,
        connected: props.connected,
      }),
    [schema, rules, options, chosen, props.connected],
  );
  const errors = useMemo(() => {
    const say = (problem: DocumentProblem) => sayProblem(problem, language, t);
    const missing = problems.find(isMissingChoice);
    const choices = layout.groups
      .flatMap(it => it.items)
      .flatMap(it => (it.type === 'choice' ? [it] : []))
      .filter(it => !it.names.some(name => name in options));
    // That none of them is given stands at the one that is in sight.
    const atChoices = missing
      ? choices.map(({ active }) => [active, { __errors: [say(missing)] }])
      : [];
    return {
      ...optionErrors(problems, say),
      ...Object.fromEntries(atChoices),
    };
  }, [problems, layout, options, language, t]);
  const without = (...names: string[]) =>
    Object.fromEntries(
      Object.entries(options).filter(([name]) => !names.includes(name)),
    );
  const choose = (names: string[], active: string) => {
    setChosen(before => ({ ...before, [names[0]]: active }));
    const others = names.filter(it => it !== active && it in options);
    for (const name of others) dropped.current[name] = options[name];
    const back = dropped.current[active];
    if (others.length || (back !== undefined && !(active in options))) {
      onChange({
        ...without(...others),
        ...(back !== undefined && !(active in options) && { [active]: back }),
      });
    }
  };
  const required = requiredNow(rules, schema, options);
  const context: OptionContextValue = {
    node,
    connector,
    schema,
    options,
    required,
    dataSource: props.dataSource,
    levels: props.levels,
    inputs: props.inputs,
    sqlProblem: props.sqlProblem,
    readOnly,
    onReset: name => onChange(without(name)),
    onChoose: choose,
  };
  const titleOf = (name: string) => schema.properties?.[name]?.title || name;
  const wordsOf = (name: string) =>
    `${name} ${titleOf(name)} ${schema.properties?.[name]?.description ?? ''}`;

  const section = (group: OptionGroup, items: LayoutItem[]) => {
    const names = items.flatMap(shownNames);
    const part = partOfSchema(schema, names, required);
    return (
      <LayoutProvider value={items}>
        <Form
          className={classes.form}
          tagName="div"
          idPrefix={`${node}-${group}`}
          idSeparator="."
          schema={optionFormSchema(part)}
          uiSchema={{
            ...optionsUiSchema(part),
            'ui:submitButtonOptions': { norender: true },
          }}
          validator={validator}
          formData={Object.fromEntries(
            names.filter(it => it in options).map(it => [it, options[it]]),
          )}
          extraErrors={errors}
          experimental_defaultFormStateBehavior={KEEP_OUT_DEFAULTS}
          noValidate
          showErrorList={false}
          readonly={readOnly}
          onChange={({ formData }) =>
            onChange({ ...without(...names), ...formData })
          }
        />
      </LayoutProvider>
    );
  };
  return (
    <OptionContextProvider value={context}>
      <div className={classes.sections}>
        {layout.groups.map(({ group, items }) => {
          const names = items.flatMap(shownNames);
          return group === 'basic' ? (
            <div key={group}>{section(group, items)}</div>
          ) : (
            <OptionSection
              key={group}
              group={group}
              items={items}
              set={names.filter(it => it in options).length}
              hasErrors={names.some(it => errors[it])}
              wordsOf={wordsOf}
            >
              {shown => section(group, shown)}
            </OptionSection>
          );
        })}
        <UnusedOptions
          unused={layout.unused}
          options={options}
          errorOf={name => errorsBelow(errors[name])[0]}
          titleOf={titleOf}
          readOnly={readOnly}
          onRemove={name => onChange(without(name))}
        />
      </div>
    </OptionContextProvider>
  );
};

export default OptionsForm;
