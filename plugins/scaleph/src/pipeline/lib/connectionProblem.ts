import type {
  ConnectorInfo,
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

/** @internal */
export function connectorOf(
  connectors: ConnectorInfo[],
  node: Pick<PipelineNode, 'kind' | 'connector'>,
): ConnectorInfo | undefined {
  return connectors.find(
    it => it.kind === node.kind && it.name === node.connector,
  );
}

/** How many edges may end in a node; a connector nobody knows is not limited. @internal */
export function maxInputs(
  connectors: ConnectorInfo[],
  node: Pick<PipelineNode, 'kind' | 'connector'>,
): number {
  if (node.kind === 'source') {
    return 0;
  }
  return connectorOf(connectors, node)?.inputs.max ?? Infinity;
}

/** How many edges may start at a node. @internal */
export function maxOutputs(
  connectors: ConnectorInfo[],
  node: Pick<PipelineNode, 'kind' | 'connector'>,
): number {
  if (node.kind === 'sink') {
    return 0;
  }
  return connectorOf(connectors, node)?.outputs.max ?? Infinity;
}

function reaches(edges: PipelineEdge[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  while (waiting.length) {
    const id = waiting.pop()!;
    if (id === to) {
      return true;
    }
    if (!seen.has(id)) {
      seen.add(id);
      waiting.push(...edges.filter(e => e.from === id).map(e => e.to));
    }
  }
  return false;
}

/**
 * Decides whether an edge may be drawn, so that a canvas never offers what the
 * check of the document would refuse.
 *
 * @internal
 */
export function connectionProblem(
  document: PipelineDocument,
  connectors: ConnectorInfo[],
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
  return reaches(edges, to.id, from.id) ? 'cycle' : undefined;
}
