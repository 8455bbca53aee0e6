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
  const place = new Map(ids.map((id, index) => [id, index]));
  // Sorted by place, the next one at the end.
  const ready = ids.filter(id => waiting.get(id) === 0).reverse();
  const order: string[] = [];
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    order.push(id);
    for (const to of next.get(id)!) {
      waiting.set(to, waiting.get(to)! - 1);
      if (waiting.get(to) === 0) insert(ready, to, place);
    }
  }
  const done = new Set(order);
  return { order, rest: ids.filter(id => !done.has(id)) };
}

function insert(ready: string[], id: string, place: Map<string, number>) {
  let index = ready.length;
  while (index > 0 && place.get(ready[index - 1])! < place.get(id)!) index--;
  ready.splice(index, 0, id);
}
