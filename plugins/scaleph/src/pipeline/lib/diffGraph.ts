import { diffPipelines } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  DocumentChange,
  PipelineDocument,
  PipelineEdge,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import { layoutPipeline } from './layoutPipeline';
import { edgeId } from './toFlowGraph';

/** @internal */
export type DiffStatus = 'added' | 'removed' | 'changed' | 'same';

/** A node of either document. @internal */
export interface DiffNode {
  node: PipelineNode;
  status: DiffStatus;
  /** What differs within the node. */
  changes: DocumentChange[];
  /** Top left corner, canvas pixels. */
  position: { x: number; y: number };
}

/** An edge of either document. @internal */
export interface DiffEdge {
  id: string;
  edge: PipelineEdge;
  status: Exclude<DiffStatus, 'changed'>;
}

/** Two documents as one graph: what both have, and what only one has. @internal */
export interface DiffGraph {
  nodes: DiffNode[];
  edges: DiffEdge[];
  /** Changes outside of nodes and edges, e.g. of the owner or the mode. */
  others: DocumentChange[];
}

/** @internal */
export function diffGraph(
  from: PipelineDocument,
  to: PipelineDocument,
): DiffGraph {
  const changes = diffPipelines(from, to);
  const nodes = both(from.spec.nodes, to.spec.nodes, ({ id }) => id);
  const edges = both(from.spec.edges, to.spec.edges, edgeId);
  const places = layoutPipeline({
    ...to,
    spec: {
      ...to.spec,
      nodes: nodes.map(({ item }) => item),
      edges: edges.map(({ item }) => item),
      layout: { ...from.spec.layout, ...to.spec.layout },
    },
  });
  return {
    nodes: nodes.map(({ item, status }) => {
      const pointer = `/spec/nodes/${item.id}/`;
      const own =
        status === 'same'
          ? changes.filter(it => it.pointer.startsWith(pointer))
          : [];
      const [x, y] = places[item.id];
      return {
        node: item,
        status: own.length ? 'changed' : status,
        changes: own,
        position: { x, y },
      };
    }),
    edges: edges.map(({ item, status }) => ({
      id: edgeId(item),
      edge: item,
      status,
    })),
    others: changes.filter(it => !/^\/spec\/(nodes|edges)\//.test(it.pointer)),
  };
}

// Of two with one name the first counts, as on the canvas.
function both<T>(
  from: T[],
  to: T[],
  keyOf: (item: T) => string,
): Array<{ item: T; status: 'added' | 'removed' | 'same' }> {
  const before = new Map(from.map(item => [keyOf(item), item]));
  const after = new Map(to.map(item => [keyOf(item), item]));
  return [
    ...[...after].map(([key, item]) => ({
      item,
      status: before.has(key) ? ('same' as const) : ('added' as const),
    })),
    ...[...before]
      .filter(([key]) => !after.has(key))
      .map(([, item]) => ({ item, status: 'removed' as const })),
  ];
}
