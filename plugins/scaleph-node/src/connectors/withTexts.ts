import { ReleaseSchema } from './releaseSchema';
import { OptionText } from './textFiles';
import { Property } from './toOptionSchema';

/** The properties of a schema with what a form says about them; ours first, then those of the factory. @internal */
export function withTexts(
  schema: ReleaseSchema,
  texts: Record<string, OptionText>,
): Record<string, Property> {
  const important = new Set([
    ...schema.required,
    ...schema['x-exactly-one'].flat(),
    ...schema['x-conditional'].flatMap(({ required = [] }) => required),
  ]);
  return Object.fromEntries(
    Object.entries(schema.properties).map(([name, option]) => {
      const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
      // An option of the embedded engine has its own.
      if (option.title) return [name, option];
      if (text) return [name, { ...option, ...said(text) }];
      const group = important.has(name) ? 'basic' : 'advanced';
      return [name, { ...option, title: name, 'x-group': group }];
    }),
  );
}

function said({ title, help, group }: OptionText): Property {
  return {
    title: title.en,
    description: help.en,
    'x-zh': { title: title.zh, description: help.zh },
    'x-group': group,
  };
}
