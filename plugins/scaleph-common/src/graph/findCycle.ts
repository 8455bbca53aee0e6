import { PipelineEdge } from '../types';
import { adjacency } from './neighbours';
import { kahn } from './topologicalOrder';

/**
 * The ids along one cycle, the first one again at the end (`[a, b, a]`), or `undefined` when there is none.
 * @public
 */
export function findCycle(
  nodes: readonly { id: string }[],
  edges: readonly PipelineEdge[],
): string[] | undefined {
  const { rest } = kahn(
    nodes.map(node => node.id),
    edges,
  );
  if (rest.length === 0) return undefined;
  // What Kahn's algorithm leaves lies on a cycle or below one, so each has a predecessor there: going backwards must come round.
  const previous = new Map<string, string>();
  for (const [from, targets] of adjacency(rest, edges)) {
    for (const to of targets) if (!previous.has(to)) previous.set(to, from);
  }
  const path: string[] = [];
  let id = rest[0];
  while (!path.includes(id)) {
    path.push(id);
    id = previous.get(id)!;
  }
  const cycle = path.slice(path.indexOf(id)).reverse();
  const start = cycle.indexOf(firstOf(cycle, rest));
  const turned = [...cycle.slice(start), ...cycle.slice(0, start)];
  return [...turned, turned[0]];
}

function firstOf(ids: string[], order: string[]): string {
  return order.find(id => ids.includes(id))!;
}
