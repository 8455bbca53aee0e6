import dagre from '@dagrejs/dagre';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';

/** Size of a node's card in canvas pixels. @internal */
export const NODE_WIDTH = 220;
/** @internal */
export const NODE_HEIGHT = 92;

/** Between two columns. @internal */
export const GAP_X = 110;
const GAP_Y = 36;

/** Node id to [x, y] of the top left corner, canvas pixels. @internal */
export type Places = Record<string, [number, number]>;

/** Farther out nothing can be found, and adding to a number changes nothing in the end. */
const FARTHEST = 1_000_000;

/** Without a prototype: a node may be called `constructor`. */
const noPlaces = (): Places => Object.create(null);

/** Dagre keeps nodes in plain objects, and fails at one called `constructor`. */
const nameInDagre = (id: string) => `node ${id}`;

/** Places every node in layers from left to right; ignores the document's own layout. @internal */
export function arrangePipeline(document: PipelineDocument): Places {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: GAP_Y, ranksep: GAP_X });
  graph.setDefaultEdgeLabel(() => ({}));
  const ids = new Set(document.spec.nodes.map(node => node.id));
  for (const id of ids) {
    graph.setNode(nameInDagre(id), { width: NODE_WIDTH, height: NODE_HEIGHT });
  }
  for (const { from, to } of document.spec.edges) {
    if (ids.has(from) && ids.has(to) && from !== to) {
      graph.setEdge(nameInDagre(from), nameInDagre(to));
    }
  }
  dagre.layout(graph);
  const places = noPlaces();
  for (const id of ids) {
    const { x, y } = graph.node(nameInDagre(id));
    places[id] = [
      Math.round(x - NODE_WIDTH / 2),
      Math.round(y - NODE_HEIGHT / 2),
    ];
  }
  return places;
}

function overlaps([ax, ay]: [number, number], [bx, by]: [number, number]) {
  return (
    Math.abs(ax - bx) < NODE_WIDTH + GAP_Y &&
    Math.abs(ay - by) < NODE_HEIGHT + GAP_Y / 2
  );
}

/** The place itself, or the first free one below it. @internal */
export function freePlace(
  [x, y]: [number, number],
  taken: [number, number][],
): [number, number] {
  let place: [number, number] = [x, y];
  const collides = (other: [number, number]) => overlaps(place, other);
  while (taken.some(collides)) {
    place = [x, place[1] + NODE_HEIGHT + GAP_Y];
  }
  return place;
}

/**
 * Where each node is drawn: the place that the document gives it, else one
 * beside its neighbours that no other node takes.
 *
 * @internal
 */
export function layoutPipeline(document: PipelineDocument): Places {
  const { nodes, edges, layout = {} } = document.spec;
  const places = noPlaces();
  for (const { id } of nodes) {
    const given = Object.hasOwn(layout, id) ? layout[id] : undefined;
    if (given?.every(it => Math.abs(it) <= FARTHEST)) {
      places[id] = [given[0], given[1]];
    }
  }
  const isPlaced = nodes.every(({ id }) => places[id]);
  if (isPlaced) {
    return places;
  }
  const arranged = arrangePipeline(document);
  if (!Object.keys(places).length) {
    return arranged;
  }
  // From left to right, so that a chain of new nodes finds its first one placed.
  const missing = nodes
    .filter(({ id }) => !places[id])
    .sort((a, b) => arranged[a.id][0] - arranged[b.id][0]);
  for (const { id } of missing) {
    const before = edges.find(e => e.to === id && places[e.from])?.from;
    const after = edges.find(e => e.from === id && places[e.to])?.to;
    let place = arranged[id];
    if (before) {
      place = [places[before][0] + NODE_WIDTH + GAP_X, places[before][1]];
    } else if (after) {
      place = [places[after][0] - NODE_WIDTH - GAP_X, places[after][1]];
    }
    places[id] = freePlace(place, Object.values(places));
  }
  return places;
}
