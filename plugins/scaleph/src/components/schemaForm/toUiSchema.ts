import type { UiSchema } from '@rjsf/utils';

interface Schema {
  type?: unknown;
  format?: unknown;
  items?: unknown;
  properties?: object;
}

/** Which of our fields draw what the schema alone does not tell. */
export function toUiSchema(schema: Schema): UiSchema {
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => [name, toUiSchema(property as Schema)],
  );
  return {
    ...(schema.format === 'textarea' && { 'ui:widget': 'textarea' }),
    ...(schema.type === 'array' &&
      (schema.items as Schema | undefined)?.type === 'string' && {
        'ui:field': 'StringListField',
      }),
    ...Object.fromEntries(properties),
  };
}
