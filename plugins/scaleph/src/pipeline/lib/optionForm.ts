import type { ErrorSchema, RJSFSchema, UiSchema } from '@rjsf/utils';
import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import type { OptionSchema, OptionsSchema } from './optionSchema';
import { problemOption } from './problemsByNode';

// Text that people write over several lines.
const LONG_OPTIONS = new Set(['query', 'sql', 'pre_sql', 'custom_sql']);

/** Words of the form in the user's language. @internal */
export interface OptionFormWords {
  /** e.g. `Default: csv` */
  default(value: string): string;
  yes: string;
  no: string;
}

function propertiesOf(schema: OptionSchema) {
  return Object.entries((schema as OptionsSchema).properties ?? {});
}

function defaultText(
  schema: OptionSchema,
  words: OptionFormWords,
): string | undefined {
  const value = schema.default;
  if (value === undefined || value === '') {
    return undefined;
  }
  if (typeof value === 'boolean') {
    return value ? words.yes : words.no;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * A schema as the form draws it: a default is said, not filled in, so that what
 * nobody chose stays out of the document.
 *
 * @internal
 */
export function optionFormSchema(
  schema: OptionSchema,
  words: OptionFormWords,
): RJSFSchema {
  const { default: _, ...rest } = schema;
  const value = defaultText(schema, words);
  const description = [schema.description, value && words.default(value)]
    .filter(Boolean)
    .join(' ');
  const properties = propertiesOf(schema).map(([name, option]) => [
    name,
    { title: name, ...optionFormSchema(option, words) },
  ]);
  return {
    ...rest,
    ...(description && { description }),
    ...(properties.length && { properties: Object.fromEntries(properties) }),
  } as RJSFSchema;
}

function isStringList({ type, items }: OptionSchema): boolean {
  return type === 'array' && (items as OptionSchema)?.type === 'string';
}

function isStringMap(schema: OptionSchema): boolean {
  const values = schema.additionalProperties as OptionSchema | undefined;
  return (
    schema.type === 'object' &&
    !propertiesOf(schema).length &&
    values?.type === 'string'
  );
}

/** Which field draws an option, where rjsf's own choice does not fit a drawer. @internal */
export function optionUiSchema(
  name: string,
  schema: OptionSchema,
  words: OptionFormWords,
): UiSchema {
  if (isStringList(schema)) {
    return { 'ui:field': 'StringListField' };
  }
  if (isStringMap(schema)) {
    return { 'ui:field': 'StringMapField' };
  }
  const properties = propertiesOf(schema);
  if (schema.type === 'object' && properties.length) {
    return Object.fromEntries(
      properties.map(([key, option]) => [
        key,
        optionUiSchema(key, option, words),
      ]),
    );
  }
  if (schema.type === 'object' || schema.type === 'array') {
    return { 'ui:field': 'JsonField' };
  }
  if (schema.type === 'boolean') {
    // A switch that is off would say "no" where the default is "yes".
    return { 'ui:widget': 'select', 'ui:enumNames': [words.yes, words.no] };
  }
  return LONG_OPTIONS.has(name) || schema.format === 'sql'
    ? { 'ui:widget': 'textarea' }
    : {};
}

/** Problems of a node's options where rjsf shows them, in the words of `say`. @internal */
export function optionErrors(
  problems: DocumentProblem[],
  say: (problem: DocumentProblem) => string = shortMessage,
): ErrorSchema {
  const errors: Record<string, { __errors: string[] }> = {};
  for (const problem of problems) {
    const option = problemOption(problem) ?? missingOption(problem);
    if (option && problem.severity === 'error') {
      const own = errors[option]?.__errors ?? [];
      errors[option] = { __errors: [...own, say(problem)] };
    }
  }
  return errors as ErrorSchema;
}

/** The message without the names of pipeline and node, which stand above it. @internal */
export function shortMessage({ message, fix }: DocumentProblem): string {
  const short = message.replace(/^Pipeline "[^"]*": (node "[^"]*": )?/, '');
  const sentence = short.charAt(0).toLocaleUpperCase() + short.slice(1);
  return fix ? `${sentence}. ${fix}` : sentence;
}

// A missing option has no place of its own; its name is in the message.
function missingOption(problem: DocumentProblem): string | undefined {
  return problem.code === 'missing-option'
    ? /option "([^"]+)"/.exec(problem.message)?.[1]
    : undefined;
}
