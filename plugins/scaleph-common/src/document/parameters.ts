import { DocumentProblem, PipelineDocument } from '../types';
import { Path, toPointer } from './pointer';
import { suggestion } from './words';

/** `${name}`, or `$${name}` with the escape as first group. @internal */
export const REFERENCE = /(\$?)\$\{([A-Za-z_][A-Za-z0-9_.-]*)\}/g;

const MAX_PROBLEMS = 100;

/** Calls `visit` for each string inside a value. @internal */
export function forEachString(
  value: unknown,
  visit: (text: string, path: Path) => void,
  path: Path = [],
): void {
  if (typeof value === 'string') {
    visit(value, path);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) =>
      forEachString(item, visit, [...path, index]),
    );
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      forEachString(child, visit, [...path, key]);
    }
  }
}

/** Names of the parameters that a text refers to with `${name}`; `$${name}` is none. @internal */
export function parametersIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, escape, name]) =>
    escape ? [] : [name],
  );
}

/** References to parameters that the document does not declare; at most 100. @internal */
export function undeclaredParameters(
  document: PipelineDocument,
): DocumentProblem[] {
  const declared = Object.keys(document.spec.parameters ?? {});
  const problems: DocumentProblem[] = [];
  document.spec.nodes.forEach((node, index) =>
    forEachString(node.options, (text, path) => {
      for (const name of parametersIn(text)) {
        if (declared.includes(name) || problems.length >= MAX_PROBLEMS)
          continue;
        problems.push({
          severity: 'error',
          code: 'undeclared-parameter',
          pointer: toPointer(['spec', 'nodes', index, 'options', ...path]),
          node: node.id,
          message: `Pipeline "${document.metadata.name}": node "${node.id}": option "${path[0]}" refers to parameter "${name}", which spec.parameters does not declare`,
          fix:
            suggestion(name, declared) ??
            `Declare it, or write $\${${name}} when the text itself is meant.`,
        });
      }
    }),
  );
  return problems;
}
