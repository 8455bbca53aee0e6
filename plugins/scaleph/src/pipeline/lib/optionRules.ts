import type { OptionsSchema } from './optionSchema';

type Options = Record<string, unknown>;

/** An option has, or has by default, one of these values. @internal */
export interface OptionCondition {
  option: string;
  values: unknown[];
}

/** What the options of a connector have to do with each other. @internal */
export interface OptionRules {
  /** Of each group exactly one option is given. */
  exactlyOne: string[][];
  /** Of each group all options are given, or none. */
  bundled: string[][];
  /** Ways in which an option comes into play; each a list of conditions that all hold. */
  needs: ReadonlyMap<string, OptionCondition[][]>;
  /** Options that are demanded once all conditions hold. */
  demands: { when: OptionCondition[]; options: string[] }[];
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(it => typeof it === 'string');
}

function groupsOf(value: unknown): string[][] {
  return Array.isArray(value) ? value.filter(isNames) : [];
}

function conditionOf(value: unknown): OptionCondition | undefined {
  const { option, in: values } = (value ?? {}) as Record<string, unknown>;
  return typeof option === 'string' && Array.isArray(values)
    ? { option, values }
    : undefined;
}

/** The rules between options as the server writes them beside its schema. @internal */
export function optionRules(schema: OptionsSchema): OptionRules {
  const needs = new Map<string, OptionCondition[][]>();
  const demands: OptionRules['demands'] = [];
  const conditional = schema['x-conditional'];
  for (const rule of Array.isArray(conditional) ? conditional : []) {
    const { when, options, required } = (rule ?? {}) as Record<string, unknown>;
    const conditions = (Array.isArray(when) ? when : []).map(conditionOf);
    // A condition that cannot be read hides nothing.
    if (!isNames(options) || conditions.some(it => !it)) continue;
    if (isNames(required)) {
      demands.push({
        when: conditions as OptionCondition[],
        options: required,
      });
    }
    for (const option of options) {
      needs.set(option, [
        ...(needs.get(option) ?? []),
        conditions as OptionCondition[],
      ]);
    }
  }
  return {
    exactlyOne: groupsOf(schema['x-exactly-one']),
    bundled: groupsOf(schema['x-bundled']),
    needs,
    demands,
  };
}

// SeaTunnel reads the words of an enumeration in any case.
function isSame(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string'
    ? a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US')
    : a === b || JSON.stringify(a) === JSON.stringify(b);
}

function holds(
  { option, values }: OptionCondition,
  schema: OptionsSchema,
  options: Options,
): boolean {
  const value = options[option] ?? schema.properties?.[option]?.default;
  return values.some(it => isSame(it, value));
}

/**
 * What would have to be so for an option to count; `undefined` when it counts.
 * An option that waits for one that does not count itself, does not count.
 *
 * @internal
 */
export function unmetNeed(
  name: string,
  rules: OptionRules,
  schema: OptionsSchema,
  options: Options,
  above: readonly string[] = [],
): OptionCondition | undefined {
  const ways = rules.needs.get(name);
  if (!ways || above.includes(name)) return undefined;
  let unmet: OptionCondition | undefined;
  for (const way of ways) {
    const failing = way.find(
      it =>
        !holds(it, schema, options) ||
        unmetNeed(it.option, rules, schema, options, [...above, name]),
    );
    if (!failing) return undefined;
    unmet ??= failing;
  }
  return unmet;
}

/** The options that are demanded as the others are now. @internal */
export function requiredNow(
  rules: OptionRules,
  schema: OptionsSchema,
  options: Options,
): string[] {
  const demanded = rules.demands
    .filter(({ when }) => when.every(it => holds(it, schema, options)))
    .flatMap(it => it.options);
  return [...new Set([...(schema.required ?? []), ...demanded])];
}
