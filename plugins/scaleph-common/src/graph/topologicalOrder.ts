import { PipelineEdge } from '../types';
import { adjacency } from './neighbours';

/**
 * Ids so that each node comes after all that feed it; among those that could come next, the one that is first in `nodes`. `undefined`
 * when there is a cycle. Dangling edges are ignored.
 * @public
 */
export function topologicalOrder(
  nodes: readonly { id: string }[],
  edges: readonly PipelineEdge[],
): string[] | undefined {
  const { order, rest } = kahn(
    nodes.map(node => node.id),
    edges,
  );
  return rest.length === 0 ? order : undefined;
}

/**
 * Kahn's algorithm. `rest` holds the nodes that lie on a cycle or below one, in the order of `ids`.
 * @internal
 */
export function kahn(
  ids: readonly string[],
  edges: readonly PipelineEdge[],
): { order: string[]; rest: string[] } {
  const next = adjacency(ids, edges);
  const waiting = new Map<string, number>(ids.map(id => [id, 0]));
  for (const targets of next.values()) {
    for (const to of targets) waiting.set(to, waiting.get(to)! + 1);
  }
  const order: string[] = [];
  const done = new Set<string>();
  // Passes over `ids` keep ties in the order of the document; a pass that adds nothing means a cycle.
  let progress = true;
  while (progress) {
    progress = false;
    for (const id of ids) {
      if (done.has(id) || waiting.get(id) !== 0) continue;
      done.add(id);
      order.push(id);
      progress = true;
      for (const to of next.get(id)!) waiting.set(to, waiting.get(to)! - 1);
    }
  }
  return { order, rest: ids.filter(id => !done.has(id)) };
}
