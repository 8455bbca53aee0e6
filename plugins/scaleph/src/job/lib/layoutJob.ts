import dagre from '@dagrejs/dagre';
import type { JobView } from '@scaleph/backstage-plugin-scaleph-common';

/** Size of a vertex's card in canvas pixels. @internal */
export const VERTEX_WIDTH = 270;
/** @internal */
export const VERTEX_HEIGHT = 158;

const GAP_ALONG = 96;
const GAP_ACROSS = 36;

/** From left to right, or from top to bottom where the screen is narrow. @internal */
export type JobDirection = 'right' | 'down';

type JobShape = Pick<JobView, 'vertices' | 'edges'>;

/** The same for two answers whose vertices and edges are the same. @internal */
export function jobShape({ vertices, edges }: JobShape): string {
  return JSON.stringify([
    vertices.map(it => it.id),
    edges.map(({ from, to }) => [from, to]),
  ]);
}

/** Where each vertex is drawn: [x, y] of the top left corner, canvas pixels. @internal */
export function layoutJob(
  { vertices, edges }: JobShape,
  direction: JobDirection,
): Record<string, [number, number]> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({
    rankdir: direction === 'right' ? 'LR' : 'TB',
    nodesep: GAP_ACROSS,
    ranksep: GAP_ALONG,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  const ids = new Set(vertices.map(it => it.id));
  for (const id of ids) {
    graph.setNode(id, { width: VERTEX_WIDTH, height: VERTEX_HEIGHT });
  }
  for (const { from, to } of edges) {
    if (ids.has(from) && ids.has(to) && from !== to) {
      graph.setEdge(from, to);
    }
  }
  dagre.layout(graph);
  return Object.fromEntries(
    [...ids].map(id => {
      const { x, y } = graph.node(id);
      return [
        id,
        [Math.round(x - VERTEX_WIDTH / 2), Math.round(y - VERTEX_HEIGHT / 2)],
      ];
    }),
  );
}
