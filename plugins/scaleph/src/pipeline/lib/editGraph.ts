import type {
  ConnectorInfo,
  PipelineDocument,
  PipelineEdge,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import { connectionProblem } from './connectionProblem';

/** Where a new node goes: on an edge, behind a node, before one, or alone. @internal */
export interface NodePlace {
  edge?: PipelineEdge;
  after?: string;
  before?: string;
  /** Canvas pixels of the top left corner. */
  position?: [number, number];
}

function withSpec(
  document: PipelineDocument,
  change: Partial<PipelineDocument['spec']>,
): PipelineDocument {
  return { ...document, spec: { ...document.spec, ...change } };
}

const sameEdge = (a: PipelineEdge, b: PipelineEdge) =>
  a.from === b.from && a.to === b.to;

/** A free id that says what the node is, e.g. `local_file_2`. @internal */
export function freeNodeId(
  document: PipelineDocument,
  connector: string,
): string {
  const base =
    connector
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^(?=[0-9])/, '_')
      .toLocaleLowerCase('en-US')
      .slice(0, 55) || 'node';
  const taken = new Set(document.spec.nodes.map(node => node.id));
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(id)) {
      return id;
    }
  }
}

/** Draws an edge, or answers the same document where that is not allowed. @internal */
export function connect(
  document: PipelineDocument,
  connectors: ConnectorInfo[],
  edge: PipelineEdge,
): PipelineDocument {
  if (connectionProblem(document, connectors, edge)) {
    return document;
  }
  const edges = [...document.spec.edges, { from: edge.from, to: edge.to }];
  return withSpec(document, { edges });
}

/** @internal */
export function disconnect(
  document: PipelineDocument,
  edges: PipelineEdge[],
): PipelineDocument {
  const left = document.spec.edges.filter(
    it => !edges.some(edge => sameEdge(edge, it)),
  );
  return left.length === document.spec.edges.length
    ? document
    : withSpec(document, { edges: left });
}

/**
 * Adds a node of a connector with the defaults that its schema requires.
 *
 * @returns the new document and the id of the new node
 * @internal
 */
export function addNode(
  document: PipelineDocument,
  connectors: ConnectorInfo[],
  connector: Pick<ConnectorInfo, 'name' | 'kind'>,
  place: NodePlace = {},
): { document: PipelineDocument; id: string } {
  const id = freeNodeId(document, connector.name);
  const node: PipelineNode = {
    id,
    kind: connector.kind,
    connector: connector.name,
    options: {},
  };
  let next = withSpec(document, {
    nodes: [...document.spec.nodes, node],
    ...(place.position && {
      layout: { ...document.spec.layout, [id]: place.position },
    }),
  });
  const from = place.edge?.from ?? place.after;
  const to = place.edge?.to ?? place.before;
  if (place.edge) {
    const without = disconnect(next, [place.edge]);
    const through = [
      { from: place.edge.from, to: id },
      { from: id, to: place.edge.to },
    ];
    // An edge is only split by a node that can pass rows on.
    const fits = connector.kind === 'transform';
    next = fits
      ? through.reduce((it, edge) => connect(it, connectors, edge), without)
      : next;
  } else {
    next = from ? connect(next, connectors, { from, to: id }) : next;
    next = to ? connect(next, connectors, { from: id, to }) : next;
  }
  return { document: next, id };
}

/** Deletes nodes; what fed them then feeds what they fed, where that is allowed. @internal */
export function deleteNodes(
  document: PipelineDocument,
  connectors: ConnectorInfo[],
  ids: string[],
): PipelineDocument {
  return ids.reduce((current, id) => {
    const { nodes, edges, layout } = current.spec;
    if (!nodes.some(node => node.id === id)) {
      return current;
    }
    const { [id]: _, ...places } = layout ?? {};
    const without = withSpec(current, {
      nodes: nodes.filter(node => node.id !== id),
      edges: edges.filter(e => e.from !== id && e.to !== id),
      ...(layout && { layout: places }),
    });
    const bridges = edges
      .filter(e => e.to === id)
      .flatMap(({ from }) =>
        edges.filter(e => e.from === id).map(({ to }) => ({ from, to })),
      );
    return bridges.reduce((it, edge) => connect(it, connectors, edge), without);
  }, document);
}

/** @internal */
export function moveNodes(
  document: PipelineDocument,
  places: Record<string, [number, number]>,
): PipelineDocument {
  const rounded = Object.entries(places).map(
    ([id, [x, y]]) => [id, [Math.round(x), Math.round(y)]] as const,
  );
  const changed = rounded.filter(([id, [x, y]]) => {
    const place = document.spec.layout?.[id];
    return !place || place[0] !== x || place[1] !== y;
  });
  if (!changed.length) {
    return document;
  }
  const layout = { ...document.spec.layout } as Record<
    string,
    [number, number]
  >;
  for (const [id, [x, y]] of changed) {
    layout[id] = [x, y];
  }
  return withSpec(document, { layout });
}
