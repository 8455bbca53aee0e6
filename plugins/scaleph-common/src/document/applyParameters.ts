import { DocumentProblem, PipelineDocument } from '../types';
import { checkPlaceholders } from './check/checkPlaceholders';
import { REFERENCE, undeclaredParameters } from './parameters';
import { toPointer } from './pointer';

/**
 * Replaces `${name}` inside the strings of all options (not in scripts, definitions and arguments, which engines fill in with
 * `applyPlaceholders` when they plan): by the value given, else by the declared default. A replaced value is not
 * looked at again, a string stays a string, `$${` stands for `${`. Values are put in as text, into SQL too: whoever may run a pipeline
 * may say anything in the parameters that its owner has declared.
 *
 * Problems: `missing-parameter` for a declared one that has neither value nor default, `undeclared-parameter` for a value or a
 * reference whose name is not declared. The document is complete only when there are none.
 * @public
 */
export function applyParameters(
  document: PipelineDocument,
  values: Record<string, string>,
): { document: PipelineDocument; problems: DocumentProblem[] } {
  const declared = new Map(Object.entries(document.spec.parameters ?? {}));
  const given = new Map(Object.entries(values));
  const pipeline = `Pipeline "${document.metadata.name}"`;
  const problems = [
    ...undeclaredParameters(document),
    ...checkPlaceholders(document),
  ];

  for (const name of given.keys()) {
    if (declared.has(name)) continue;
    problems.push({
      severity: 'error',
      code: 'undeclared-parameter',
      pointer: '/spec/parameters',
      message: `${pipeline}: parameter "${name}" is given and not declared in spec.parameters`,
      fix: declared.size
        ? `Declared are ${[...declared.keys()].join(', ')}.`
        : 'The pipeline has no parameters.',
    });
  }
  for (const [name, parameter] of declared) {
    if (given.has(name) || parameter.default !== undefined) continue;
    problems.push({
      severity: 'error',
      code: 'missing-parameter',
      pointer: toPointer(['spec', 'parameters', name]),
      message: `${pipeline}: parameter "${name}" has no value and no default`,
      fix: `Give a value for "${name}".`,
    });
  }

  const valueOf = (name: string) =>
    given.get(name) ?? declared.get(name)?.default;
  const replace = (text: string) =>
    text.replace(REFERENCE, (whole, escape, name) =>
      escape ? whole.slice(1) : valueOf(name) ?? whole,
    );
  return {
    document: {
      ...document,
      spec: {
        ...document.spec,
        nodes: document.spec.nodes.map(node => ({
          ...node,
          ...(node.options && {
            options: mapStrings(node.options, replace) as Record<
              string,
              unknown
            >,
          }),
        })),
      },
    },
    problems,
  };
}

function mapStrings(
  value: unknown,
  convert: (text: string) => string,
): unknown {
  if (typeof value === 'string') return convert(value);
  if (Array.isArray(value)) return value.map(item => mapStrings(item, convert));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      mapStrings(child, convert),
    ]),
  );
}
