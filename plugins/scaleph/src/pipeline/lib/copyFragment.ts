import type {
  PipelineDocument,
  PipelineFragment,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { Places } from './layoutPipeline';

/**
 * The named nodes and comments with the edges between them, at the places
 * where they are drawn.
 *
 * @internal
 */
export function copyFragment(
  document: PipelineDocument,
  ids: ReadonlySet<string>,
  places: Places,
): PipelineFragment {
  const { nodes, edges, comments = [] } = document.spec;
  const picked = nodes.filter(({ id }) => ids.has(id));
  return {
    nodes: picked,
    edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    layout: Object.fromEntries(
      picked.filter(({ id }) => places[id]).map(({ id }) => [id, places[id]]),
    ),
    comments: comments.filter(({ id }) => ids.has(id)),
  };
}
