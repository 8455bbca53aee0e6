import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState, Text } from '@codemirror/state';
import type { TextRange } from '../lib/locateProblem';

/** Where a node of the pipeline stands in the text: whole lines. @internal */
export interface NodeRange extends TextRange {
  id: string;
}

type SyntaxNode = ReturnType<typeof syntaxTree>['topNode'];

/** Longer is not waited for; the next key stroke goes on from there. */
const PARSE_MILLISECONDS = 100;

const MAPPING = /^(Block|Flow)Mapping$/;
const SEQUENCE = /^(Block|Flow)Sequence$/;

/**
 * The nodes that `spec.nodes` of a YAML text lists, in their order. Reads the
 * editor's own syntax tree, so that a key stroke costs what it changed, and a
 * text that is no document (yet) still has those that can be seen.
 *
 * @internal
 */
export function nodeRanges(state: EditorState): NodeRange[] {
  const { doc } = state;
  const tree =
    ensureSyntaxTree(state, doc.length, PARSE_MILLISECONDS) ??
    syntaxTree(state);
  const document = tree.topNode.getChild('Document');
  const root = childOf(document, MAPPING);
  const spec = valueOf(root, 'spec', doc);
  const nodes = valueOf(spec, 'nodes', doc);
  if (!nodes || !SEQUENCE.test(nodes.name)) {
    return [];
  }
  return nodes.getChildren('Item').flatMap(item => {
    const id = textOf(valueOf(childOf(item, MAPPING), 'id', doc), doc);
    const { from } = doc.lineAt(item.from);
    return id === undefined ? [] : [{ id, from, to: endOf(item, doc) }];
  });
}

/** The node whose text holds an offset. @internal */
export function nodeAt(
  ranges: readonly NodeRange[],
  offset: number,
): NodeRange | undefined {
  return ranges.find(({ from, to }) => from <= offset && offset <= to);
}

// What follows a block (empty lines) belongs to it in the tree, not for a reader.
function endOf(item: SyntaxNode, doc: Text): number {
  const text = doc.sliceString(item.from, item.to);
  return doc.lineAt(item.from + text.trimEnd().length).to;
}

function childOf(
  node: SyntaxNode | null | undefined,
  name: RegExp,
): SyntaxNode | undefined {
  for (let child = node?.firstChild; child; child = child.nextSibling) {
    if (name.test(child.name)) {
      return child;
    }
  }
  return undefined;
}

function valueOf(
  mapping: SyntaxNode | undefined,
  key: string,
  doc: Text,
): SyntaxNode | undefined {
  if (!mapping || !MAPPING.test(mapping.name)) {
    return undefined;
  }
  const pair = mapping
    .getChildren('Pair')
    .find(it => textOf(it.getChild('Key')?.firstChild, doc) === key);
  const value = pair?.lastChild;
  return value && value.name !== 'Key' && value.name !== ':'
    ? value
    : undefined;
}

function textOf(
  node: SyntaxNode | null | undefined,
  doc: Text,
): string | undefined {
  if (!node || !/^(Quoted)?Literal$/.test(node.name)) {
    return undefined;
  }
  const text = doc.sliceString(node.from, node.to);
  return node.name === 'Literal' ? text : text.slice(1, -1);
}
