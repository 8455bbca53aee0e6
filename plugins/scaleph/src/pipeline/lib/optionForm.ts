import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { OptionSchema, OptionsSchema } from './optionSchema';

// Text that people write over several lines.
const SQL_OPTIONS = new Set(['query', 'sql', 'pre_sql', 'custom_sql']);

/** Names of the fields that draw options, as the form registers them. @internal */
export type OptionFieldName =
  | 'TextField'
  | 'PasswordField'
  | 'NumberField'
  | 'ChoiceField'
  | 'ListField'
  | 'MapField'
  | 'RowSchemaField'
  | 'SqlField'
  | 'JsonField';

function propertiesOf(schema: OptionSchema): [string, OptionSchema][] {
  return Object.entries((schema as OptionsSchema).properties ?? {});
}

/** The type of a schema; of several the one that holds most. @internal */
export function typeOf({ type }: OptionSchema): string | undefined {
  if (!Array.isArray(type)) return type;
  return ['object', 'array', 'string', 'number', 'integer', 'boolean'].find(
    it => type.includes(it),
  );
}

/**
 * A schema as the form draws it: without its defaults, so that what nobody
 * chose stays out of the document; the fields say them.
 *
 * @internal
 */
export function optionFormSchema(schema: OptionSchema): RJSFSchema {
  const { default: value, ...rest } = schema;
  const properties = propertiesOf(schema).map(([name, option]) => [
    name,
    { title: name, ...optionFormSchema(option) },
  ]);
  const items = schema.items as OptionSchema | undefined;
  const type = typeOf(schema);
  return {
    ...rest,
    ...(type && { type }),
    ...(value !== undefined && { 'x-default': value }),
    ...(properties.length && { properties: Object.fromEntries(properties) }),
    ...(items && { items: optionFormSchema(items) }),
  } as RJSFSchema;
}

const isPlain = (schema: OptionSchema | undefined): boolean =>
  ['string', 'integer', 'number', 'boolean'].includes(
    (schema && typeOf(schema)) ?? '',
  );

/** SeaTunnel's `schema`: fields with their types. */
function isRowSchema(name: string, schema: OptionSchema): boolean {
  const { fields, columns } = (schema as OptionsSchema).properties ?? {};
  return (
    typeOf(schema) === 'object' &&
    (name === 'schema' || fields !== undefined) &&
    (propertiesOf(schema).length === 0 ||
      fields !== undefined ||
      columns !== undefined)
  );
}

function objectField(
  name: string,
  schema: OptionSchema,
): OptionFieldName | undefined {
  if (isRowSchema(name, schema)) return 'RowSchemaField';
  if (propertiesOf(schema).length) return undefined;
  const values = schema.additionalProperties as OptionSchema | undefined;
  return typeof values === 'object' && isPlain(values)
    ? 'MapField'
    : 'JsonField';
}

function arrayField(schema: OptionSchema): OptionFieldName | undefined {
  const items = schema.items as OptionSchema | undefined;
  if (items && isPlain(items)) return 'ListField';
  // Rows of known parts are forms of their own, one below the other.
  return items &&
    typeOf(items) === 'object' &&
    propertiesOf(items).length &&
    propertiesOf(items).every(([, it]) => isPlain(it))
    ? undefined
    : 'JsonField';
}

/** Which field draws an option; `undefined` leaves the parts of an object to the form. @internal */
export function optionField(
  name: string,
  schema: OptionSchema,
): OptionFieldName | undefined {
  if (Array.isArray(schema.enum)) return 'ChoiceField';
  switch (typeOf(schema)) {
    case 'object':
      return objectField(name, schema);
    case 'array':
      return arrayField(schema);
    case 'boolean':
      return 'ChoiceField';
    case 'integer':
    case 'number':
      return 'NumberField';
    case 'string':
      if (schema.format === 'password') return 'PasswordField';
      return SQL_OPTIONS.has(name) || schema.format === 'sql'
        ? 'SqlField'
        : 'TextField';
    default:
      return 'JsonField';
  }
}

/** The fields that draw the options of a connector. @internal */
export function optionsUiSchema(schema: OptionsSchema): UiSchema {
  return Object.fromEntries(
    propertiesOf(schema).map(([name, it]) => [name, optionUiSchema(name, it)]),
  );
}

/** The fields that draw an option, all the way down. @internal */
export function optionUiSchema(name: string, schema: OptionSchema): UiSchema {
  const field = optionField(name, schema);
  if (field) return { 'ui:field': field };
  const items = schema.items as OptionSchema | undefined;
  return {
    ...Object.fromEntries(
      propertiesOf(schema).map(([key, it]) => [key, optionUiSchema(key, it)]),
    ),
    ...(items && { items: optionUiSchema('', items) }),
  };
}
