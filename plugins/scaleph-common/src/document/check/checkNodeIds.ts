import { DocumentProblem, PipelineDocument } from '../../types';
import { nodeProblem, PlacedNode } from './CheckContext';

/** Nodes that share an id. SQL ignores case in names of tables, and ids are such names. @internal */
export function checkNodeIds(
  document: PipelineDocument,
  nodes: readonly PlacedNode[],
): DocumentProblem[] {
  const seen = new Map<string, string>();
  return nodes.flatMap(placed => {
    const { id } = placed.node;
    const first = seen.get(id.toLowerCase());
    seen.set(id.toLowerCase(), first ?? id);
    if (first === undefined) return [];
    return nodeProblem(document, placed, {
      code: 'duplicate-node',
      path: ['id'],
      says:
        first === id
          ? 'another node has the same id'
          : `node "${first}" has the same id but for case, which SQL ignores`,
      fix: 'Give it another id.',
    });
  });
}
