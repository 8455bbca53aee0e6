import { DocumentProblem, PipelineDocument } from '../../types';

/** Comments that share an id with a node or with another comment. @internal */
export function checkComments(document: PipelineDocument): DocumentProblem[] {
  const { nodes, comments = [] } = document.spec;
  const taken = new Set(nodes.map(({ id }) => id));
  return comments.flatMap(({ id }, index): DocumentProblem[] => {
    const isFree = !taken.has(id);
    taken.add(id);
    if (isFree) return [];
    return [
      {
        severity: 'error',
        code: 'duplicate-comment',
        pointer: `/spec/comments/${index}/id`,
        message: `Pipeline "${document.metadata.name}": comment "${id}" has the id of a node or of another comment`,
        fix: 'Give it another id.',
      },
    ];
  });
}
