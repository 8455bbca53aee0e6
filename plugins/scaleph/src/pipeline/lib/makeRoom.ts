import type {
  PipelineDocument,
  PipelineEdge,
} from '@scaleph/backstage-plugin-scaleph-common';
import { GAP_X, NODE_WIDTH } from './layoutPipeline';
import type { Places } from './layoutPipeline';

/**
 * Where a node goes that is put on an edge, and where what comes after it
 * moves to, so that it stands between the two.
 *
 * @internal
 */
export function makeRoom(
  document: PipelineDocument,
  places: Places,
  edge: PipelineEdge,
): { position: [number, number]; moved: Places } | undefined {
  const [from, to] = [places[edge.from], places[edge.to]];
  if (!from || !to) {
    return undefined;
  }
  const step = NODE_WIDTH + GAP_X;
  const position: [number, number] = [
    from[0] + step,
    Math.round((from[1] + to[1]) / 2),
  ];
  const missing = position[0] + step - to[0];
  if (missing <= 0) {
    return { position, moved: {} };
  }
  const after = new Set([edge.to]);
  for (const id of after) {
    for (const next of document.spec.edges) {
      if (next.from === id) after.add(next.to);
    }
  }
  // What stands before the edge, on a way round it, stays.
  const moved = [...after].filter(id => places[id]?.[0] >= to[0]);
  return {
    position,
    moved: Object.fromEntries(
      moved.map(id => [id, [places[id][0] + missing, places[id][1]]]),
    ),
  };
}
