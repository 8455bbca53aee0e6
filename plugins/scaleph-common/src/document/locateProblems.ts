import {
  Alias,
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  Pair,
  parseDocument,
} from 'yaml';
import { DocumentProblem } from '../types';
import { fromPointer } from './pointer';

/**
 * The same problems, each with the line and the column in `text` where its pointer leads, or to the nearest thing around it that is
 * written there. A problem that has a line already keeps it.
 * @public
 */
export function locateProblems(
  text: string,
  problems: readonly DocumentProblem[],
): DocumentProblem[] {
  if (problems.every(problem => problem.line !== undefined)) {
    return [...problems];
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    stringKeys: true,
    // Costs the square of the number of keys, and is not what is asked here.
    uniqueKeys: false,
  });
  return problems.map(problem => {
    if (problem.line !== undefined) return problem;
    const offset = offsetOf(document, problem);
    if (offset === undefined) return problem;
    const { line, col } = lineCounter.linePos(offset);
    return { ...problem, line, column: col };
  });
}

function offsetOf(
  document: Document,
  problem: DocumentProblem,
): number | undefined {
  let node = followed(document, document.contents);
  let offset = node?.range?.[0];
  const keys = fromPointer(problem.pointer);
  keys.forEach((key, depth) => {
    const pair = isMap(node) ? pairOf(node.items, key) : undefined;
    const written = pair ? pair.value : isSeq(node) && node.items[Number(key)];
    node = followed(document, written);
    // Of an unknown field the name is wrong, of the others the value.
    const last = depth === keys.length - 1;
    const start =
      last && problem.code.startsWith('unknown-') && pair ? pair.key : written;
    offset = (start as Node | undefined)?.range?.[0] ?? offset;
  });
  return offset;
}

function pairOf(items: Pair[], key: string): Pair | undefined {
  return items.find(({ key: name }) => isScalar(name) && name.value === key);
}

function followed(document: Document, node: unknown): Node | undefined {
  if (isAlias(node)) return (node as Alias).resolve(document);
  return (node || undefined) as Node | undefined;
}
