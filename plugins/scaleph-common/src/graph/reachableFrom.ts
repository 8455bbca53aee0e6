import { PipelineEdge } from '../types';

/**
 * The ids that can be reached from `starts` along the edges, the starts included; with `backwards` those from which a start can be
 * reached.
 * @public
 */
export function reachableFrom(
  starts: readonly string[],
  edges: readonly PipelineEdge[],
  direction: 'forwards' | 'backwards' = 'forwards',
): Set<string> {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const [from, to] =
      direction === 'forwards' ? [edge.from, edge.to] : [edge.to, edge.from];
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const reached = new Set(starts);
  for (const id of reached) {
    for (const to of next.get(id) ?? []) reached.add(to);
  }
  return reached;
}
