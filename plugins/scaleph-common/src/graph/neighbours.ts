import { PipelineEdge } from '../types';

/** Ids of the nodes that feed `id`, in the order of the edges. @public */
export function inputsOf(id: string, edges: readonly PipelineEdge[]): string[] {
  return edges.filter(edge => edge.to === id).map(edge => edge.from);
}

/** Ids of the nodes that `id` feeds, in the order of the edges. @public */
export function outputsOf(
  id: string,
  edges: readonly PipelineEdge[],
): string[] {
  return edges.filter(edge => edge.from === id).map(edge => edge.to);
}

/**
 * For each node the nodes that it feeds. Edges that name a node that is not there are left out, so that the algebra works on
 * documents with problems.
 * @internal
 */
export function adjacency(
  ids: readonly string[],
  edges: readonly PipelineEdge[],
): Map<string, string[]> {
  const result = new Map<string, string[]>(ids.map(id => [id, []]));
  for (const { from, to } of edges) {
    if (result.has(to)) result.get(from)?.push(to);
  }
  return result;
}
