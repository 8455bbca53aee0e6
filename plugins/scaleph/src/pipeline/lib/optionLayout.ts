import type { OptionRules } from './optionRules';
import { unmetNeed } from './optionRules';
import { groupOf, OPTION_GROUPS } from './optionSchema';
import type { OptionGroup, OptionsSchema } from './optionSchema';

type Options = Record<string, unknown>;

/** What a form draws as one thing. @internal */
export type LayoutItem =
  | { type: 'option'; name: string }
  /** Exactly one of the options, which are told apart by a switch. */
  | { type: 'choice'; names: string[]; active: string }
  /** Options that are given together or not at all. */
  | { type: 'bundle'; names: string[] };

/** Why an option that is set does not count. @internal */
export type UnusedReason =
  | { type: 'need'; option: string; values: unknown[] }
  | { type: 'choice'; active: string }
  | { type: 'connection' };

/** How the options of a node are laid out. @internal */
export interface OptionLayout {
  groups: { group: OptionGroup; items: LayoutItem[] }[];
  /** Set, but without effect as the others are now. */
  unused: { name: string; reason: UnusedReason }[];
}

/** @internal */
export interface LayoutInput {
  schema: OptionsSchema;
  rules: OptionRules;
  options: Options;
  /** What the user chose of each exclusive group, by the group's first option. */
  chosen?: Readonly<Record<string, string>>;
  /** A data source says how to connect. */
  connected?: boolean;
}

/** The options that an item draws. @internal */
export function shownNames(item: LayoutItem): string[] {
  switch (item.type) {
    case 'choice':
      return [item.active];
    case 'bundle':
      return item.names;
    default:
      return [item.name];
  }
}

function activeOf(names: string[], { options, chosen }: LayoutInput): string {
  const wanted = chosen?.[names[0]];
  if (wanted && names.includes(wanted)) return wanted;
  return names.find(it => it in options) ?? names[0];
}

/**
 * Which options a form shows, in which section, and which of them belong
 * together. What is set is never out of sight: when it does not count, it is
 * among the unused.
 *
 * @internal
 */
export function layoutOptions(input: LayoutInput): OptionLayout {
  const { schema, rules, options, connected } = input;
  const properties = schema.properties ?? {};
  const unused: OptionLayout['unused'] = [];
  const hide = (name: string, reason: UnusedReason) => {
    if (name in options) unused.push({ name, reason });
  };
  const isOffered = (name: string) => {
    if (connected && properties[name]['x-connection']) {
      hide(name, { type: 'connection' });
      return false;
    }
    const need = unmetNeed(name, rules, schema, options);
    if (need) hide(name, { type: 'need', ...need });
    return !need;
  };
  const offered = new Set(Object.keys(properties).filter(isOffered));
  const placed = new Set<string>();
  const groups = new Map<OptionGroup, LayoutItem[]>();
  const place = (item: LayoutItem, names: string[]) => {
    // A group stands where the first option of it that people look for stands.
    const own = new Set(names.map(it => groupOf(properties[it])));
    const group = OPTION_GROUPS.find(it => own.has(it))!;
    groups.set(group, [...(groups.get(group) ?? []), item]);
    names.forEach(it => placed.add(it));
  };
  for (const name of offered) {
    if (placed.has(name)) continue;
    const member = (group: string[]) => group.includes(name);
    const rest = (group: string[] = []) =>
      group.filter(it => offered.has(it) && !placed.has(it));
    const choice = rest(rules.exactlyOne.find(member));
    const bundle = rest(rules.bundled.find(member));
    if (choice.length > 1) {
      const active = activeOf(choice, input);
      place({ type: 'choice', names: choice, active }, choice);
      choice
        .filter(it => it !== active)
        .forEach(it => hide(it, { type: 'choice', active }));
    } else if (bundle.length > 1) {
      place({ type: 'bundle', names: bundle }, bundle);
    } else {
      place({ type: 'option', name }, [name]);
    }
  }
  return {
    groups: OPTION_GROUPS.flatMap(group => {
      const items = groups.get(group);
      return items ? [{ group, items }] : [];
    }),
    unused,
  };
}

/** The part of a schema that has only these options; the form does not repeat what is demanded of others. @internal */
export function partOfSchema(
  schema: OptionsSchema,
  names: string[],
  required: string[],
): OptionsSchema {
  const own = new Set(names);
  return {
    type: 'object',
    properties: Object.fromEntries(
      names.map(name => [name, schema.properties?.[name] ?? {}]),
    ),
    required: required.filter(it => own.has(it)),
  };
}
