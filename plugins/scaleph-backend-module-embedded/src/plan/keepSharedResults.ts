import { PlanStep, TransformStep } from './EmbeddedPlan';

/**
 * Decides what is computed once and where rows have to be counted.
 *
 * A result that is read more than once is kept as a table (spilled to disk when it is large), so that it is computed once and all
 * readers see the same rows, also where the query calls random(). Files and made-up rows are read again instead: that is
 * cheaper than a copy, and each reader reads only the columns that it needs.
 *
 * A transform needs a counter of its own only where its number of rows follows from nothing else: not when it is kept as a
 * table, when it passes on what it takes, or when the one node below it is a sink or passes on what it takes.
 * @param uses - how often each node's result is read
 * @internal
 */
export function keepSharedResults(
  steps: PlanStep[],
  uses: Map<string, number>,
): PlanStep[] {
  return steps.map((step, index) => {
    if (step.type !== 'transform') return step;
    if ((uses.get(step.node) ?? 0) > 1) return { ...step, keeping: 'table' };
    return countFollows(step, steps, uses)
      ? step
      : { ...step, counter: `scaleph_rows_${index}` };
  });
}

function countFollows(
  step: TransformStep,
  steps: PlanStep[],
  uses: Map<string, number>,
): boolean {
  if (step.keepsRowCount) return true;
  let current: PlanStep = step;
  for (;;) {
    const node: string = current.node;
    const below: PlanStep[] = steps.filter(({ inputs }) =>
      inputs.includes(node),
    );
    if (below.length !== 1 || below[0].inputs.length !== 1) return false;
    [current] = below;
    if (current.type !== 'transform') return true;
    if (!current.keepsRowCount) return false;
    if ((uses.get(current.node) ?? 0) > 1) return true;
  }
}
