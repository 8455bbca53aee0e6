import { DocumentProblem, PipelineDocument } from '../../types';
import { parametersIn } from '../parameters';
import { oneOf } from '../words';
import {
  connectorLabel,
  KnownConnector,
  nodeProblem,
  PlacedNode,
} from './CheckContext';
import { ConditionalRule, OptionsSchema } from './optionsSchema';

type Options = Record<string, unknown>;
type Finding = Parameters<typeof nodeProblem>[2];

/** The rules between the options of a node, which JSON schema does not say. @internal */
export function checkRules(
  document: PipelineDocument,
  placed: PlacedNode,
  { connector, schema }: { connector: KnownConnector; schema: OptionsSchema },
): DocumentProblem[] {
  const options = placed.node.options ?? {};
  const label = connectorLabel(connector);
  return [
    ...exactlyOne(schema, options, label),
    ...bundled(schema, options, label),
    ...conditional(schema, options, label),
  ].map(finding => nodeProblem(document, placed, finding));
}

function exactlyOne(
  schema: OptionsSchema,
  options: Options,
  label: string,
): Finding[] {
  return (schema['x-exactly-one'] ?? []).flatMap(group => {
    const given = group.filter(option => option in options);
    if (given.length === 1) return [];
    return {
      code: given.length === 0 ? 'missing-option' : 'invalid-option',
      path: given.length === 0 ? ['options'] : ['options', given[1]],
      says: `${label} needs ${
        given.length === 0 ? 'one' : 'only one'
      } of the options ${oneOf(group)}`,
      fix: given.length === 0 ? `Add ${oneOf(group)}.` : 'Remove one of them.',
    };
  });
}

function bundled(
  schema: OptionsSchema,
  options: Options,
  label: string,
): Finding[] {
  return (schema['x-bundled'] ?? []).flatMap(group => {
    const given = group.filter(option => option in options);
    if (given.length === 0) return [];
    return group
      .filter(option => !(option in options))
      .map(option => ({
        code: 'missing-option',
        path: ['options', option],
        says: `option "${option}" is required by ${label} together with "${given[0]}"`,
        fix: `Add "${option}", or remove "${given[0]}".`,
      }));
  });
}

function conditional(
  schema: OptionsSchema,
  options: Options,
  label: string,
): Finding[] {
  const found = new Map<string, Finding>();
  for (const rule of schema['x-conditional'] ?? []) {
    if (!holds(rule, schema, options)) continue;
    const because = rule.when
      .map(({ option }) => `"${option}" is ${valueOf(option, schema, options)}`)
      .join(' and ');
    for (const option of rule.required ?? []) {
      if (option in options || found.has(option)) continue;
      found.set(option, {
        code: 'missing-option',
        path: ['options', option],
        says: `option "${option}" is required by ${label} when ${because}`,
        fix: `Add "${option}".`,
      });
    }
  }
  return [...found.values()];
}

function holds(
  { when }: ConditionalRule,
  schema: OptionsSchema,
  options: Options,
): boolean {
  return when.every(({ option, in: values }) => {
    const value = valueOf(option, schema, options);
    // What a parameter will be is not known yet.
    if (typeof value === 'string' && parametersIn(value).length > 0) {
      return false;
    }
    return values.some(
      each => String(each).toUpperCase() === String(value).toUpperCase(),
    );
  });
}

function valueOf(
  option: string,
  { properties }: OptionsSchema,
  options: Options,
): unknown {
  return Object.hasOwn(options, option)
    ? options[option]
    : properties?.[option]?.default;
}
