import { LocalizedText } from '../types';

/** JSON schema, as far as the options of connectors need it. @internal */
export type OptionSchema = { type: string; [keyword: string]: unknown };

/** Section of a form that an option is in. @public */
export type OptionGroup = 'basic' | 'tuning' | 'advanced';

type Text = Required<LocalizedText>;

/** One option: JSON schema with a title and a description in both languages and the section of the form. @internal */
export function option(
  schema: OptionSchema,
  title: Text,
  description: Text,
  group: OptionGroup = 'basic',
): OptionSchema {
  return {
    ...schema,
    title: title.en,
    description: description.en,
    'x-zh': { title: title.zh, description: description.zh },
    'x-group': group,
  };
}

/**
 * The schema of all options of a connector. Of each group in `exactlyOne` one option must be given, no more; it is a keyword of
 * ours, since forms that are made from `oneOf` ask the user to choose between two anonymous variants.
 * @internal
 */
export function optionsSchema(
  properties: Record<string, OptionSchema>,
  rules: { required?: string[]; exactlyOne?: string[][] } = {},
): Record<string, unknown> {
  return {
    type: 'object',
    additionalProperties: false,
    ...(rules.required && { required: rules.required }),
    ...(rules.exactlyOne && { 'x-exactly-one': rules.exactlyOne }),
    properties,
  };
}

/** A string that is not empty. @internal */
export const text: OptionSchema = { type: 'string', minLength: 1 };

/** A list of names of columns. @internal */
export const columns: OptionSchema = {
  type: 'array',
  items: { type: 'string', minLength: 1 },
  minItems: 1,
  uniqueItems: true,
};

const FIELD_TYPE =
  '^(string|boolean|tinyint|smallint|int|bigint|float|double|decimal\\([0-9]{1,2}, ?[0-9]{1,2}\\)|date|time|timestamp|bytes)$';

/** `{ fields: { name: type } }`, SeaTunnel's way to give the columns and their types; the order of the fields is that of the columns. @internal */
export const rowSchema: OptionSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['fields'],
  properties: {
    fields: {
      type: 'object',
      title: 'Fields',
      'x-zh': { title: '字段' },
      minProperties: 1,
      additionalProperties: {
        type: 'string',
        pattern: FIELD_TYPE,
        'x-expects':
          'string, boolean, tinyint, smallint, int, bigint, float, double, decimal(p, s), date, time, timestamp or bytes',
      },
    },
  },
};
