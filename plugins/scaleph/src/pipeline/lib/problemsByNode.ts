import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';

/** Problems of each node by its id; those of the whole document under ''. @internal */
export function problemsByNode(
  problems: DocumentProblem[],
): Map<string, DocumentProblem[]> {
  const byNode = new Map<string, DocumentProblem[]>();
  for (const problem of problems) {
    const node = problem.node ?? '';
    byNode.set(node, [...(byNode.get(node) ?? []), problem]);
  }
  return byNode;
}

/** @internal */
export function countProblems(problems: DocumentProblem[]): {
  errors: number;
  warnings: number;
} {
  const errors = problems.filter(it => it.severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

/**
 * Name of the option that a problem of a node is about, e.g. `path` for
 * `/spec/nodes/0/options/path`; `undefined` when it is about the node itself.
 *
 * @internal
 */
export function problemOption(problem: DocumentProblem): string | undefined {
  const match = /^\/spec\/nodes\/[^/]+\/options\/([^/]+)/.exec(problem.pointer);
  return match?.[1].replace(/~1/g, '/').replace(/~0/g, '~');
}
