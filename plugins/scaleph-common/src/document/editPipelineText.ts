import { Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { PipelineDocument } from '../types';
import { canonicalDocument } from './canonicalDocument';
import { parsePipeline } from './parsePipeline';
import { printPipeline } from './printPipeline';

/**
 * The text of a document as an edit of `text`: what means the same stays as it is written, with its comments, its order and its
 * quotes. The canonical text where `text` is no pipeline, or where the edit would not read back as `document`.
 * @param text - YAML that somebody wrote
 * @public
 */
export function editPipelineText(
  text: string,
  document: PipelineDocument,
): string {
  const before = parsePipeline(text).document;
  if (!before) return printPipeline(document);
  if (same(canonicalDocument(before), canonicalDocument(document))) return text;
  // Repeated keys were refused above; looking for them here costs the square of their number.
  const yaml = parseDocument(text, { uniqueKeys: false });
  const edited = reconcile(yaml, yaml.contents, before, document);
  yaml.contents = edited as typeof yaml.contents;
  const result = yaml.toString({
    lineWidth: 0,
    indentSeq: !/^( *)[^\s#-][^\n]*:\n\1- /m.test(text),
  });
  const after = parsePipeline(result).document;
  return after && same(canonicalDocument(after), canonicalDocument(document))
    ? result
    : printPipeline(document);
}

/** Of a map that is changed key by key, each of which is looked for among all; a larger one is written anew. */
const MOST_KEYS = 1_000;

/** The node for `after`: `node`, which stands for `before`, changed as little as possible. */
function reconcile(
  yaml: Document,
  node: unknown,
  before: unknown,
  after: unknown,
): unknown {
  if (same(before, after)) return node;
  if (
    isMap(node) &&
    isObject(before) &&
    isObject(after) &&
    Math.max(node.items.length, Object.keys(after).length) <= MOST_KEYS
  ) {
    for (const key of Object.keys(before)) {
      if (!(key in after) || after[key] === undefined) node.delete(key);
    }
    for (const [key, value] of Object.entries(after)) {
      if (value === undefined || same(before[key], value)) continue;
      const child = node.get(key, true);
      node.set(
        yaml.createNode(key),
        reconcile(yaml, child, before[key], value),
      );
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
    const known = new Map(before.map((item, i) => [identity(item, i), i]));
    node.items = after.map((item, i) => {
      const place = known.get(identity(item, i));
      return place === undefined
        ? createItem(yaml, node.items, item)
        : reconcile(yaml, node.items[place], before[place], item);
    });
    return node;
  }
  if (isScalar(node) && !isObject(after) && !Array.isArray(after)) {
    node.value = after;
    return node;
  }
  return yaml.createNode(after);
}

/** A new item looks as its neighbours: edges are written on one line each. */
function createItem(yaml: Document, neighbours: unknown[], item: unknown) {
  const node = yaml.createNode(item);
  const [first] = neighbours;
  if (isMap(node) && isMap(first)) node.flow = first.flow;
  return node;
}

/** Nodes and comments are known by their ids, edges by their ends, everything else by its place. */
function identity(item: unknown, index: number): string {
  if (isObject(item)) {
    if (typeof item.id === 'string') return `id ${item.id}`;
    if (typeof item.from === 'string') return `${item.from} > ${item.to}`;
  }
  return `at ${index}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => same(item, b[i]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every(key => same(a[key], b[key]));
}
