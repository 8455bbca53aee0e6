import { inputsOf, outputsOf } from '../../graph/neighbours';
import { reachableFrom } from '../../graph/reachableFrom';
import { DocumentProblem, PipelineDocument, PipelineNode } from '../../types';
import { nodeProblem, PlacedNode } from './CheckContext';

/**
 * Nodes that no source reaches, or from which no sink is reached, though they have neighbours (a node without is reported as having
 * too few) and lie on no cycle (which is reported as such).
 * @internal
 */
export function checkReachability(
  document: PipelineDocument,
  nodes: readonly PlacedNode[],
): DocumentProblem[] {
  const { edges } = document.spec;
  const idsOf = (kind: PipelineNode['kind']) =>
    document.spec.nodes.filter(node => node.kind === kind).map(({ id }) => id);
  const sources = idsOf('source');
  const sinks = idsOf('sink');
  const fed = reachableFrom(sources, edges);
  const used = reachableFrom(sinks, edges, 'backwards');
  return nodes.flatMap(placed => {
    const { id } = placed.node;
    const problems: DocumentProblem[] = [];
    if (sources.length && !fed.has(id) && inputsOf(id, edges).length > 0) {
      problems.push(
        nodeProblem(document, placed, {
          code: 'unreachable-node',
          says: 'no rows reach it from any source',
          fix: 'Connect it, or what feeds it, to a source.',
        }),
      );
    }
    if (sinks.length && !used.has(id) && outputsOf(id, edges).length > 0) {
      problems.push(
        nodeProblem(document, placed, {
          code: 'unreachable-node',
          says: 'its rows reach no sink',
          fix: 'Connect it, or what it feeds, to a sink.',
        }),
      );
    }
    return problems;
  });
}
