import dagre from '@dagrejs/dagre';
import type { SqlExplanation } from '@scaleph/backstage-plugin-scaleph-common';

/** Pixels of a node of the plan. */
export const PLAN_WIDTH = 240;
const PLAN_HEIGHT = 84;

/** Places of the nodes of a plan, from sources on the left to sinks on the right. */
export function layoutPlan(
  nodes: NonNullable<SqlExplanation['nodes']>,
  edges: NonNullable<SqlExplanation['edges']>,
): Map<string, { x: number; y: number }> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 28, ranksep: 96 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) {
    graph.setNode(id, { width: PLAN_WIDTH, height: PLAN_HEIGHT });
  }
  for (const { from, to } of edges) {
    if (graph.hasNode(from) && graph.hasNode(to)) graph.setEdge(from, to);
  }
  dagre.layout(graph);
  return new Map(
    nodes.map(({ id }) => {
      const { x, y } = graph.node(id);
      return [id, { x: x - PLAN_WIDTH / 2, y: y - PLAN_HEIGHT / 2 }];
    }),
  );
}
