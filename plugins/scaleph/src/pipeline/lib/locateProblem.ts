import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { isMap, isNode, isSeq, parseDocument } from 'yaml';
import type { Document, Node as YamlNode } from 'yaml';
import { isInnerPointer } from './pipelineShape';

/** Offsets in the text, `to` exclusive. @internal */
export interface TextRange {
  from: number;
  to: number;
}

function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(it => it.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function rangeOf(node: unknown): TextRange | undefined {
  return isNode(node) && node.range
    ? { from: node.range[0], to: node.range[1] }
    : undefined;
}

function startOfLine(text: string, line: number, column = 1): number {
  let offset = 0;
  for (let current = 1; current < line; current++) {
    const end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length;
    }
    offset = end + 1;
  }
  return Math.min(offset + column - 1, text.length);
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** From a place to the end of its line; both count from 1. @internal */
export function locateLine(
  text: string,
  line: number,
  column?: number,
): TextRange {
  const from = startOfLine(text, line, column);
  return { from, to: Math.max(from, endOfLine(text, from)) };
}

// The order of nodes may differ between the text and the document, so a
// problem of a node is looked up by the node's id.
function nodeIndex(root: Document, id: string): number | undefined {
  const nodes = root.getIn(['spec', 'nodes']);
  if (!isSeq(nodes)) {
    return undefined;
  }
  const index = nodes.items.findIndex(
    item => isMap(item) && item.get('id') === id,
  );
  return index < 0 ? undefined : index;
}

/**
 * Finds where in the YAML text a problem is: the value its pointer names, or
 * the nearest thing around it that is there.
 *
 * @internal
 */
export function locateProblem(
  text: string,
  problem: DocumentProblem,
  root: Document = parseDocument(text, { uniqueKeys: false }),
): TextRange {
  if (problem.line !== undefined && !isInnerPointer(problem.pointer)) {
    return locateLine(text, problem.line, problem.column);
  }
  const segments = segmentsOf(problem.pointer);
  if (problem.node && segments[0] === 'spec' && segments[1] === 'nodes') {
    const index = nodeIndex(root, problem.node);
    segments[2] = index === undefined ? segments[2] : String(index);
  }
  let found: TextRange | undefined;
  for (let length = segments.length; length > 0 && !found; length--) {
    const path = segments.slice(0, length);
    found = rangeOf(root.getIn(path, true) as YamlNode | undefined);
  }
  if (!found) {
    return { from: 0, to: endOfLine(text, 0) };
  }
  // A whole block underlined is noise: its first line says where it is.
  return {
    from: found.from,
    to: Math.min(found.to, endOfLine(text, found.from)),
  };
}
