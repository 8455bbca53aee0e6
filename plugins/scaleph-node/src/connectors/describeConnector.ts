import {
  ConnectorInfo,
  OptionsSchema,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Property } from './toOptionSchema';

/** An option of a connector in words. @public */
export interface OptionDescription {
  name: string;
  group: string;
  /** E.g. `number`, `list of text`, or its choices. */
  type: string;
  /** As JSON; absent when there is none. */
  default?: string;
  required: boolean;
  /** A data source gives it. */
  connection: boolean;
  /** A secret that no type of data source gives to this connector. */
  unavailable: boolean;
  /** The releases that have it, when not all do. */
  releases?: string[];
  /** The engines that take it, when not all do. */
  engines?: string[];
  title: string;
  /** Absent when there is no text of ours. */
  help?: string;
}

/** A connector in words, for a terminal or a page. @public */
export interface ConnectorDescription {
  title: string;
  description: string;
  options: OptionDescription[];
  /** Rules between options, a sentence each. */
  rules: string[];
}

/** Says what a connector is and takes, in English or Chinese; names, types and rules are in English. @public */
export function describeConnector(
  connector: ConnectorInfo,
  language: 'en' | 'zh' = 'en',
): ConnectorDescription {
  const schema = connector.schema as OptionsSchema;
  const hasSources = connector.dataSourceTypes.length > 0;
  const { title, description } = connector;
  return {
    title: title[language] ?? title.en,
    description: description[language] ?? description.en,
    options: Object.entries(schema.properties ?? {}).map(([name, option]) =>
      describeOption(name, option, { schema, hasSources, language }),
    ),
    rules: [
      ...(schema['x-exactly-one'] ?? []).map(
        group => `Give exactly one of ${group.join(', ')}.`,
      ),
      ...(schema['x-bundled'] ?? []).map(
        group => `Give all of ${group.join(', ')}, or none.`,
      ),
      ...(schema['x-conditional'] ?? []).flatMap(({ when, required }) =>
        required
          ? `When ${when
              .map(it => `${it.option} is ${it.in.join(' or ')}`)
              .join(' and ')}, give ${required.join(', ')}.`
          : [],
      ),
    ],
  };
}

function describeOption(
  name: string,
  option: Property,
  of: { schema: OptionsSchema; hasSources: boolean; language: 'en' | 'zh' },
): OptionDescription {
  const { required = [] } = of.schema;
  const given = option['x-connection'] === true;
  const chinese = option['x-zh'] as
    | { title?: string; description?: string }
    | undefined;
  const own = of.language === 'zh' ? chinese : undefined;
  const help = own?.description ?? (option.description as string | undefined);
  const releases = option['x-releases'] as string[] | undefined;
  const engines = option['x-engines'] as string[] | undefined;
  return {
    name,
    group: String(option['x-group']),
    type: typeText(option),
    ...(option.default !== undefined && {
      default: JSON.stringify(option.default),
    }),
    required: required.includes(name),
    connection: given && of.hasSources,
    unavailable: given && !of.hasSources,
    ...(releases && { releases }),
    ...(engines && { engines }),
    title: own?.title ?? String(option.title),
    ...(help && { help }),
  };
}

const TYPES: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
};

function typeText(schema: Property): string {
  if (Array.isArray(schema.enum)) return schema.enum.map(String).join(' | ');
  if (schema.type === 'array') {
    const items = typeText((schema.items ?? {}) as Property);
    return `list of ${items}`;
  }
  if (schema.type === 'object') {
    const values = schema.additionalProperties as Property | undefined;
    const isMap = typeof values === 'object' && typeof values.type === 'string';
    return isMap && !schema.properties
      ? `map to ${typeText(values)}`
      : 'object';
  }
  return TYPES[String(schema.type)] ?? 'any';
}
