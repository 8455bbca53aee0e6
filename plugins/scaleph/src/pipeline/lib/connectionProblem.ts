import type {
  KnownConnector,
  PipelineDocument,
  PipelineEdge,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';

/** Why two nodes cannot be connected. @internal */
export type ConnectionProblem =
  | 'unknown-node'
  | 'self'
  | 'duplicate'
  | 'no-input'
  | 'no-output'
  | 'too-many-inputs'
  | 'cycle';

/** What the graph needs to know of a connector. @internal */
export type GraphConnector = Pick<
  KnownConnector,
  'kind' | 'name' | 'inputs' | 'outputs'
>;

type Connected = Pick<PipelineNode, 'kind' | 'connector'>;

const indexes = new WeakMap<object, Map<string, unknown>>();

// A release has some 150 connectors, and each of 500 nodes asks for its own.
function indexOf<C extends GraphConnector>(
  connectors: readonly C[],
): Map<string, C> {
  const known = indexes.get(connectors);
  if (known) {
    return known as Map<string, C>;
  }
  const index = new Map<string, C>();
  for (const connector of connectors) {
    index.set(`${connector.kind} ${connector.name}`, connector);
  }
  indexes.set(connectors, index);
  return index;
}

/** @internal */
export function connectorOf<C extends GraphConnector>(
  connectors: readonly C[],
  node: Connected,
): C | undefined {
  return indexOf(connectors).get(`${node.kind} ${node.connector}`);
}

/** How many edges may end in a node; a connector nobody knows is not limited. @internal */
export function maxInputs(
  connectors: readonly GraphConnector[],
  node: Connected,
): number {
  if (node.kind === 'source') {
    return 0;
  }
  return connectorOf(connectors, node)?.inputs.max ?? Infinity;
}

/** How many edges may start at a node. @internal */
export function maxOutputs(
  connectors: readonly GraphConnector[],
  node: Connected,
): number {
  if (node.kind === 'sink') {
    return 0;
  }
  return connectorOf(connectors, node)?.outputs.max ?? Infinity;
}

/** Every node that rows of a node reach, itself included. */
function reachedFrom(
  edges: readonly PipelineEdge[],
  start: string,
  [from, to]: ['from', 'to'] | ['to', 'from'],
): Set<string> {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const ids = next.get(edge[from]);
    if (ids) ids.push(edge[to]);
    else next.set(edge[from], [edge[to]]);
  }
  const seen = new Set([start]);
  const waiting = [start];
  while (waiting.length) {
    for (const id of next.get(waiting.pop()!) ?? []) {
      if (!seen.has(id)) {
        seen.add(id);
        waiting.push(id);
      }
    }
  }
  return seen;
}

/**
 * Decides whether an edge may be drawn, so that a canvas never offers what the
 * check of the document would refuse.
 *
 * @internal
 */
export function connectionProblem(
  document: PipelineDocument,
  connectors: readonly GraphConnector[],
  edge: PipelineEdge,
): ConnectionProblem | undefined {
  const { nodes, edges } = document.spec;
  const from = nodes.find(node => node.id === edge.from);
  const to = nodes.find(node => node.id === edge.to);
  if (!from || !to) {
    return 'unknown-node';
  }
  if (from.id === to.id) {
    return 'self';
  }
  if (edges.some(e => e.from === edge.from && e.to === edge.to)) {
    return 'duplicate';
  }
  if (maxInputs(connectors, to) === 0) {
    return 'no-input';
  }
  const outputs = edges.filter(e => e.from === from.id).length;
  if (outputs >= maxOutputs(connectors, from)) {
    return 'no-output';
  }
  const inputs = edges.filter(e => e.to === to.id).length;
  if (inputs >= maxInputs(connectors, to)) {
    return 'too-many-inputs';
  }
  return reachedFrom(edges, to.id, ['from', 'to']).has(from.id)
    ? 'cycle'
    : undefined;
}

/**
 * For every other node, why it cannot be connected with this one, or
 * `undefined` where it can: asked once when a connection is begun, so that no
 * graph is searched while it is drawn.
 *
 * @param end - which end of the edge the given node is
 * @internal
 */
export function connectionProblems(
  document: PipelineDocument,
  connectors: readonly GraphConnector[],
  node: string,
  end: 'from' | 'to',
): Map<string, ConnectionProblem | undefined> {
  const { nodes, edges } = document.spec;
  const own = nodes.find(it => it.id === node);
  const result = new Map<string, ConnectionProblem | undefined>();
  if (!own) {
    return result;
  }
  const inputs = countBy(edges, 'to');
  const outputs = countBy(edges, 'from');
  const isFull = (it: PipelineNode) =>
    (inputs.get(it.id) ?? 0) >= maxInputs(connectors, it);
  const gives = (it: PipelineNode) =>
    (outputs.get(it.id) ?? 0) < maxOutputs(connectors, it);
  const linked = new Set(
    edges
      .filter(edge => edge[end] === node)
      .map(edge => (end === 'from' ? edge.to : edge.from)),
  );
  // What feeds the start of an edge may not be its end, and the other way round.
  const round = reachedFrom(
    edges,
    node,
    end === 'from' ? ['to', 'from'] : ['from', 'to'],
  );
  const problemOf = (other: PipelineNode): ConnectionProblem | undefined => {
    const [from, to] = end === 'from' ? [own, other] : [other, own];
    if (other.id === node) return 'self';
    if (linked.has(other.id)) return 'duplicate';
    if (maxInputs(connectors, to) === 0) return 'no-input';
    if (!gives(from)) return 'no-output';
    if (isFull(to)) return 'too-many-inputs';
    return round.has(other.id) ? 'cycle' : undefined;
  };
  for (const other of nodes) {
    result.set(other.id, problemOf(other));
  }
  return result;
}

function countBy(
  edges: readonly PipelineEdge[],
  end: 'from' | 'to',
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const edge of edges) {
    counts.set(edge[end], (counts.get(edge[end]) ?? 0) + 1);
  }
  return counts;
}
