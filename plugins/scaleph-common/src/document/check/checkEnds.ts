import { DocumentProblem, PipelineDocument } from '../../types';

/** A pipeline has at least one source and one sink. @internal */
export function checkEnds(document: PipelineDocument): DocumentProblem[] {
  const { nodes } = document.spec;
  const pipeline = `Pipeline "${document.metadata.name}"`;
  return (['source', 'sink'] as const)
    .filter(kind => !nodes.some(node => node.kind === kind))
    .map(kind => ({
      severity: 'error',
      code: `no-${kind}`,
      pointer: '/spec/nodes',
      message: `${pipeline} has no ${kind}`,
      fix: `Add a node of kind ${kind}.`,
    }));
}
