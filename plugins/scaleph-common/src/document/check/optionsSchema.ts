/** Some options are needed when others have these values. @public */
export interface ConditionalRule {
  /** All must hold; the default of an option counts when it is not given, and case does not. */
  when: { option: string; in: (string | number | boolean)[] }[];
  /** Options that have a meaning then. */
  options: string[];
  /** Those of them that must be given. */
  required?: string[];
}

/** The JSON schema of a connector's options with its keywords of ours. @public */
export interface OptionsSchema {
  [keyword: string]: unknown;
  properties?: Record<string, Record<string, unknown>>;
  required?: string[];
  /** Of each group one option must be given, no more. */
  'x-exactly-one'?: string[][];
  /** Of each group all are given, or none. */
  'x-bundled'?: string[][];
  'x-conditional'?: ConditionalRule[];
  /** What an engine takes, where it takes less than SeaTunnel does. */
  'x-engine-schemas'?: Record<string, OptionsSchema>;
  /** Types of data sources that an engine takes, where those are fewer. */
  'x-data-source-types'?: string[];
  /** By option that this release does not have, the releases that do. */
  'x-other-releases'?: Record<string, string[]>;
}

/** The schema that holds on an engine; on whichever it is when none is given. @public */
export function schemaForEngine(
  schema: OptionsSchema,
  engine: string | undefined,
): OptionsSchema {
  return (engine && schema['x-engine-schemas']?.[engine]) || schema;
}
