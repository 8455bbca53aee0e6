import { isScalar, parseDocument, visit } from 'yaml';
import type { PlaceholderProblem } from './applyPlaceholders';
import { findPlaceholders, Placeholder } from './findPlaceholders';
import { placeText, splice, ValueOf } from './placeText';

/** See `applyPlaceholders`. @internal */
export function placeInYaml(
  yaml: string,
  valueOf: ValueOf,
  refuse: (problem: PlaceholderProblem) => void,
): string {
  const document = parseDocument(yaml, { uniqueKeys: false });
  const pieces: { start: number; end: number; text: string }[] = [];
  visit(document, {
    Scalar(key, node) {
      const { source, range, value } = node;
      if (typeof value !== 'string' || !range) return;
      const inside = findPlaceholders(value);
      if (inside.length === 0) return;
      if (key === 'key' || !isScalar(node)) {
        refuse(inName(inside[0], range[0]));
        return;
      }
      const [start, end] = range;
      // Offsets of problems are those of the scalar: a block or a quoted one has no others that could be told.
      const text = placeText(value, placeholder =>
        valueOf({ ...placeholder, start, end }),
      );
      const isBlock = node.type?.startsWith('BLOCK') && source !== undefined;
      pieces.push({
        start,
        end,
        text: quoted(text) + (isBlock ? '\n' : ''),
      });
    },
  });
  return splice(yaml, pieces);
}

// JSON's strings are YAML's, but for characters that YAML wants escaped.
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function inName(placeholder: Placeholder, start: number): PlaceholderProblem {
  return {
    code: 'unsafe-placeholder',
    placeholder: { ...placeholder, start, end: start },
    message: `${placeholder.text} stands in the name of a field`,
    fix: 'Use it in values only.',
  };
}
