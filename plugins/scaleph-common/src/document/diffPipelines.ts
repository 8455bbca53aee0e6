import { DocumentChange, PipelineDocument } from '../types';
import { canonicalDocument } from './canonicalDocument';
import { Path, toPointer } from './pointer';

/**
 * What differs in meaning from `a` to `b`, in the order of the canonical form; layout and comments never count. Nodes are named by id
 * (`/spec/nodes/read/options/path`) and edges by their ends (`/spec/edges/read->write`), so that a new node moves nothing. Lists are
 * compared as a whole.
 * @public
 */
export function diffPipelines(
  a: PipelineDocument,
  b: PipelineDocument,
): DocumentChange[] {
  return diffValues(meaning(a), meaning(b), []);
}

/** Whether two documents mean the same; layout, comments and order do not count. @public */
export function sameMeaning(a: PipelineDocument, b: PipelineDocument): boolean {
  return diffPipelines(a, b).length === 0;
}

type Value = Record<string, unknown>;

/** A document without what has no meaning, its nodes and edges by their names in pointers. @internal */
export function meaning(document: PipelineDocument): Value {
  const { metadata, spec, ...head } = canonicalDocument(document);
  const { layout: _layout, comments: _comments, nodes, edges, ...rest } = spec;
  return {
    ...head,
    metadata,
    spec: {
      ...rest,
      nodes: keyed(nodes, node => node.id),
      edges: keyed(edges, edge => `${edge.from}->${edge.to}`),
    },
  };
}

// Ids are unique in a document that can be published; in a draft a repeated one gets a number.
function keyed<T>(items: T[], keyOf: (item: T) => string): Record<string, T> {
  // A node may be called `constructor`, which every other object has.
  const result: Record<string, T> = Object.create(null);
  for (const item of items) {
    const key = keyOf(item);
    let unique = key;
    for (let n = 2; unique in result; n++) unique = `${key}#${n}`;
    result[unique] = item;
  }
  return result;
}

function diffValues(from: unknown, to: unknown, path: Path): DocumentChange[] {
  if (!isObject(from) || !isObject(to)) {
    return JSON.stringify(from) === JSON.stringify(to)
      ? []
      : [{ op: 'replace', pointer: toPointer(path), from, to }];
  }
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const changes = keys.flatMap((key): DocumentChange[] => {
    const below = [...path, key];
    const pointer = toPointer(below);
    if (!Object.hasOwn(to, key)) {
      return [{ op: 'remove', pointer, from: from[key] }];
    }
    if (!Object.hasOwn(from, key)) {
      return [{ op: 'add', pointer, to: to[key] }];
    }
    return diffValues(from[key], to[key], below);
  });
  return isOrdered(path) && !keepsOrder(from, to)
    ? [{ op: 'replace', pointer: toPointer(path), from, to }]
    : changes;
}

// What is added comes last when the changes are applied.
function keepsOrder(from: Value, to: Value): boolean {
  const after = [
    ...Object.keys(from).filter(key => Object.hasOwn(to, key)),
    ...Object.keys(to).filter(key => !Object.hasOwn(from, key)),
  ];
  return after.join('\0') === Object.keys(to).join('\0');
}

// The keys inside an option's value are columns, which have an order: /spec/nodes/<id>/options/<option>/…
function isOrdered(path: Path): boolean {
  return path[1] === 'nodes' && path[3] === 'options' && path.length > 4;
}

function isObject(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
