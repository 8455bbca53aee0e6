import type { LocalizedText } from '@scaleph/backstage-plugin-scaleph-common';
import type { OptionSchema, OptionsSchema } from './optionSchema';

/** The text in the user's language; English where there is no other. @internal */
export function localize(text: LocalizedText, language: string): string {
  return (language.startsWith('zh') && text.zh) || text.en;
}

const isSchema = (value: unknown): value is OptionSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A schema with `title` and `description` from `x-zh` when the language is
 * Chinese, all the way down.
 *
 * @internal
 */
export function localizeSchema<T extends OptionSchema>(
  schema: T,
  language: string,
): T {
  if (!language.startsWith('zh')) {
    return schema;
  }
  const { 'x-zh': zh, ...rest } = schema;
  const texts = typeof zh === 'string' ? { title: zh } : zh;
  const { properties, items } = rest as OptionsSchema;
  return {
    ...rest,
    ...texts,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          localizeSchema(property, language),
        ]),
      ),
    }),
    ...(isSchema(items) && { items: localizeSchema(items, language) }),
  } as unknown as T;
}
