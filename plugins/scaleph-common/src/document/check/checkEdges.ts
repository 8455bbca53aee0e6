import { findCycle } from '../../graph/findCycle';
import { DocumentProblem, PipelineDocument } from '../../types';
import { suggestion } from '../words';

// Finding a similar id among hundreds takes its time.
const MAX_SUGGESTIONS = 5;

/** Edges that lead nowhere, to where they come from, twice the same way, or round in a circle. @internal */
export function checkEdges(document: PipelineDocument): DocumentProblem[] {
  const { nodes, edges } = document.spec;
  const pipeline = `Pipeline "${document.metadata.name}"`;
  const ids = [...new Set(nodes.map(({ id }) => id))];
  const known = new Set(ids);
  const seen = new Set<string>();
  const problems: DocumentProblem[] = [];

  edges.forEach(({ from, to }, index) => {
    const label = `edge ${from} -> ${to}`;
    const pointer = `/spec/edges/${index}`;
    for (const [end, id] of Object.entries({ from, to })) {
      if (known.has(id)) continue;
      problems.push({
        severity: 'error',
        code: 'dangling-edge',
        pointer: `${pointer}/${end}`,
        message: `${pipeline}: ${label}: there is no node "${id}"`,
        fix:
          (problems.length < MAX_SUGGESTIONS && suggestion(id, ids)) ||
          'Remove the edge.',
      });
    }
    if (from === to) {
      problems.push({
        severity: 'error',
        code: 'self-edge',
        pointer,
        node: from,
        message: `${pipeline}: ${label}: a node cannot feed itself`,
        fix: 'Remove the edge.',
      });
    }
    const key = JSON.stringify([from, to]);
    if (seen.has(key)) {
      problems.push({
        severity: 'error',
        code: 'duplicate-edge',
        pointer,
        message: `${pipeline}: ${label} is there twice`,
        fix: 'Remove one of them.',
      });
    }
    seen.add(key);
  });

  const cycle = findCycle(
    nodes,
    edges.filter(({ from, to }) => from !== to),
  );
  if (cycle) {
    problems.push({
      severity: 'error',
      code: 'cycle',
      pointer: '/spec/edges',
      node: cycle[0],
      message: `${pipeline}: the nodes ${cycle.join(
        ' -> ',
      )} feed each other in a circle`,
      fix: 'Remove one of the edges between them.',
    });
  }
  return problems;
}
