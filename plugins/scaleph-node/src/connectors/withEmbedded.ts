import {
  ConnectorInfo,
  OptionsSchema,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ReleaseSchema } from './releaseSchema';
import { Property } from './toOptionSchema';

/**
 * Options of ours that SeaTunnel does not have and that a plan for Flink turns into its own, by kind and connector; all others of ours
 * have no effect there.
 */
const TRANSLATED: Record<string, string[]> = {
  'source LocalFile': [
    'path',
    'csv_use_header_line',
    'read_columns',
    'skip_header_row_number',
  ],
  'sink LocalFile': ['data_save_mode', 'single_file_mode'],
  'sink Jdbc': ['table', 'enable_upsert'],
  'transform Filter': ['include_fields', 'exclude_fields'],
};

/** Rules of ours over both engines. */
const RULES: Record<string, Partial<ReleaseSchema>> = {
  'source Jdbc': { 'x-exactly-one': [['table_path', 'query', 'table_list']] },
  'sink Jdbc': { required: [], 'x-exactly-one': [['table', 'query']] },
  'source FakeSource': { required: [] },
};

/**
 * The options of SeaTunnel and those that the embedded engine takes, in one schema. What the embedded engine takes stands in
 * `x-engine-schemas` as well: it is less.
 * @internal
 */
export function withEmbedded(
  schema: ReleaseSchema,
  embedded: ConnectorInfo,
): ReleaseSchema & Pick<OptionsSchema, 'x-engine-schemas'> {
  const label = `${embedded.kind} ${embedded.name}`;
  const own = embedded.schema as OptionsSchema;
  const ours = Object.entries(own.properties ?? {}).map(([name, option]) => [
    name,
    mergeOption(name, option, schema.properties[name], TRANSLATED[label]),
  ]);
  const others = Object.entries(schema.properties)
    .filter(([name]) => !Object.hasOwn(own.properties ?? {}, name))
    .map(([name, option]) => [
      name,
      option['x-connection']
        ? option
        : { ...option, 'x-engines': ['flink-session'] },
    ]);
  return {
    ...schema,
    properties: Object.fromEntries([...ours, ...others]),
    required: own.required ?? [],
    'x-exactly-one': own['x-exactly-one'] ?? schema['x-exactly-one'],
    'x-conditional': schema['x-conditional'].flatMap(rule =>
      lenient(rule, own),
    ),
    ...presentOnly(RULES[label], schema),
    'x-engine-schemas': {
      embedded: {
        ...withoutTexts(own),
        'x-data-source-types': embedded.dataSourceTypes,
      },
    },
  };
}

/** Groups of options without those that a release does not have. */
function presentOnly(
  rules: Partial<ReleaseSchema> | undefined,
  { properties, ...rest }: ReleaseSchema,
): Partial<ReleaseSchema> {
  const others = rest['x-other-releases'] ?? {};
  const groups = rules?.['x-exactly-one'];
  return {
    ...rules,
    ...(groups && {
      'x-exactly-one': groups.map(group =>
        group.filter(name => properties[name] || !others[name]),
      ),
    }),
  };
}

function mergeOption(
  name: string,
  ours: Property,
  theirs: Property | undefined,
  translated: string[] = [],
): Property {
  // Whichever the release, a plan finds a way or says that there is none.
  const isTranslated = translated.includes(name);
  if (!theirs) {
    return isTranslated ? ours : { ...ours, 'x-engines': ['embedded'] };
  }
  const texts = {
    title: ours.title,
    description: ours.description,
    'x-zh': ours['x-zh'],
    'x-group': ours['x-group'],
  };
  // Columns of SeaTunnel have more types.
  if (name === 'schema' || name === 'rows') return { ...theirs, ...texts };
  const known = (ours.enum ?? []) as unknown[];
  const more = ((theirs.enum ?? []) as unknown[]).filter(
    value =>
      !known.some(
        it => String(it).toUpperCase() === String(value).toUpperCase(),
      ),
  );
  if (known.length === 0 || more.length === 0)
    return merged(ours, isTranslated ? {} : theirs);
  return {
    ...merged(ours, isTranslated ? {} : theirs),
    enum: [...known, ...more.map(value => inCaseOf(known, value))],
    'x-ignore-case': true,
  };
}

function merged(ours: Property, theirs: Property): Property {
  return {
    ...ours,
    ...(theirs['x-releases'] !== undefined && {
      'x-releases': theirs['x-releases'],
    }),
  };
}

// One list of choices is in one case.
function inCaseOf(known: unknown[], value: unknown): unknown {
  const lower = known.every(it => it === String(it).toLowerCase());
  return lower ? String(value).toLowerCase() : value;
}

/** A rule of SeaTunnel's that must not be asked of a pipeline that the embedded engine may run. */
function lenient(
  rule: ReleaseSchema['x-conditional'][number],
  { properties = {} }: OptionsSchema,
): ReleaseSchema['x-conditional'] {
  const options = rule.options.filter(name => !Object.hasOwn(properties, name));
  const onFlinkOnly = rule.when.some(({ option, in: values }) => {
    const known = properties[option]?.enum as unknown[] | undefined;
    if (!Object.hasOwn(properties, option)) return true;
    return (
      known !== undefined &&
      !values.some(value =>
        known.some(
          it => String(it).toUpperCase() === String(value).toUpperCase(),
        ),
      )
    );
  });
  const required = onFlinkOnly ? rule.required : undefined;
  if (options.length === 0 && !required) return [];
  return [{ when: rule.when, options, ...(required && { required }) }];
}

/** For checking alone. */
function withoutTexts(schema: OptionsSchema): OptionsSchema {
  return JSON.parse(
    JSON.stringify(schema, (key, value) =>
      ['title', 'description', 'x-zh', 'x-group'].includes(key) &&
      (typeof value === 'string' || key === 'x-zh')
        ? undefined
        : value,
    ),
  );
}
