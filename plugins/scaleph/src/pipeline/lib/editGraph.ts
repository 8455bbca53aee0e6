import type {
  KnownConnector,
  PipelineDocument,
  PipelineEdge,
  PipelineNode,
} from '@scaleph/backstage-plugin-scaleph-common';
import { connectionProblem } from './connectionProblem';
import type { GraphConnector } from './connectionProblem';

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
  return freeId(takenIds(document), base);
}

/** Ids of nodes and comments, in small letters: SQL ignores case. @internal */
export function takenIds(document: PipelineDocument): Set<string> {
  const { nodes, comments = [] } = document.spec;
  return new Set([...nodes, ...comments].map(({ id }) => id.toLowerCase()));
}

/** The id itself where it is free, else with the first number that makes it so. @internal */
export function freeId(taken: ReadonlySet<string>, wanted: string): string {
  if (!taken.has(wanted.toLowerCase())) {
    return wanted;
  }
  const base = wanted.replace(/_\d+$/, '').slice(0, 57);
  for (let number = 2; ; number++) {
    const id = `${base}_${number}`;
    if (!taken.has(id.toLowerCase())) {
      return id;
    }
  }
}

/** Draws an edge, or answers the same document where that is not allowed. @internal */
export function connect(
  document: PipelineDocument,
  connectors: readonly GraphConnector[],
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
  connectors: readonly GraphConnector[],
  connector: Pick<KnownConnector, 'name' | 'kind'>,
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
      layout: {
        ...document.spec.layout,
        [id]: [Math.round(place.position[0]), Math.round(place.position[1])],
      },
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

/**
 * Deletes nodes and comments; what fed the nodes then feeds what they fed,
 * where that is allowed.
 *
 * @internal
 */
export function deleteNodes(
  document: PipelineDocument,
  connectors: readonly GraphConnector[],
  ids: string[],
): PipelineDocument {
  const gone = new Set(ids);
  const { nodes, edges, layout, comments } = document.spec;
  const left = nodes.filter(({ id }) => !gone.has(id));
  const notes = comments?.filter(({ id }) => !gone.has(id));
  if (left.length === nodes.length && notes?.length === comments?.length) {
    return document;
  }
  const places = Object.entries(layout ?? {}).filter(([id]) => !gone.has(id));
  const without = withSpec(document, {
    nodes: left,
    edges: edges.filter(e => !gone.has(e.from) && !gone.has(e.to)),
    ...(layout && { layout: Object.fromEntries(places) }),
    ...(comments && { comments: notes }),
  });
  return bridges(edges, gone).reduce(
    (it, edge) => connect(it, connectors, edge),
    without,
  );
}

/** An edge for every way through nodes that are gone, from one that stays to one that stays. */
function bridges(
  edges: readonly PipelineEdge[],
  gone: ReadonlySet<string>,
): PipelineEdge[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  return edges
    .filter(({ from, to }) => !gone.has(from) && gone.has(to))
    .flatMap(({ from, to: first }) => {
      const seen = new Set([first]);
      const ends: string[] = [];
      for (const id of seen) {
        for (const to of next.get(id) ?? []) {
          if (!gone.has(to)) ends.push(to);
          else seen.add(to);
        }
      }
      return [...new Set(ends)].map(to => ({ from, to }));
    });
}

/**
 * Gives an edge another end, or answers the same document where that is not
 * allowed. The other edges stay as they are.
 *
 * @internal
 */
export function reconnect(
  document: PipelineDocument,
  connectors: readonly GraphConnector[],
  edge: PipelineEdge,
  next: PipelineEdge,
): PipelineDocument {
  if (sameEdge(edge, next)) {
    return document;
  }
  const without = disconnect(document, [edge]);
  const connected = connect(without, connectors, next);
  return connected === without ? document : connected;
}

/** Puts nodes and comments at places; what is not named stays. @internal */
export function moveNodes(
  document: PipelineDocument,
  places: Record<string, [number, number]>,
): PipelineDocument {
  const { nodes, comments, layout: before } = document.spec;
  const ids = new Set(nodes.map(({ id }) => id));
  const layout: Record<string, [number, number]> = {};
  for (const [id, place] of Object.entries(places)) {
    const [x, y] = place.map(Math.round);
    const known = before?.[id];
    if (ids.has(id) && !(known && known[0] === x && known[1] === y)) {
      layout[id] = [x, y];
    }
  }
  const notes = comments?.map(comment => {
    const [x, y] = places[comment.id]?.map(Math.round) ?? comment.position;
    return x === comment.position[0] && y === comment.position[1]
      ? comment
      : { ...comment, position: [x, y] };
  });
  const isMoved = notes?.some((it, index) => it !== comments?.[index]);
  if (!Object.keys(layout).length && !isMoved) {
    return document;
  }
  return withSpec(document, {
    ...(Object.keys(layout).length && { layout: { ...before, ...layout } }),
    ...(isMoved && { comments: notes }),
  });
}
