/** A JSON schema of one option, as connectors describe it. @internal */
export interface OptionSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  'x-zh'?: string | { title?: string; description?: string };
  'x-group'?: string;
  [keyword: string]: unknown;
}

/** A JSON schema of the options of a node. @internal */
export interface OptionsSchema extends OptionSchema {
  properties?: Record<string, OptionSchema>;
  required?: string[];
}

/** In the order in which a form shows them. @internal */
export const OPTION_GROUPS = ['basic', 'tuning', 'advanced'] as const;
/** @internal */
export type OptionGroup = (typeof OPTION_GROUPS)[number];

/** The section of a form that an option stands in. @internal */
export function groupOf(schema: OptionSchema): OptionGroup {
  const group = OPTION_GROUPS.find(it => it === schema['x-group']);
  return group ?? 'basic';
}

/** Options that the schema does not know: kept, shown, and never silently dropped. @internal */
export function unknownOptions(
  schema: OptionsSchema,
  options: Record<string, unknown>,
): string[] {
  return Object.keys(options).filter(it => !schema.properties?.[it]);
}
