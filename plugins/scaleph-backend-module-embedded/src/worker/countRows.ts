import { PlanStep } from '../plan/EmbeddedPlan';

/**
 * Rows in and out of every node, from those that were counted: a node that passes on what it takes gives as much as the nodes
 * above it, and a node with one reader that passes on gives what that reader gives.
 * @param counted - rows out by node; at least all sinks, tables, scans and counters
 * @internal
 */
export function countRows(
  steps: PlanStep[],
  counted: Map<string, number>,
): Map<string, { rowsIn: number; rowsOut: number }> {
  const byNode = new Map(steps.map(step => [step.node, step]));
  const rowsBelow = ({ node }: PlanStep): number => {
    const below = steps.find(({ inputs }) => inputs.includes(node));
    if (!below) return 0;
    return counted.get(below.node) ?? rowsBelow(below);
  };
  const rowsOut = (node: string): number => {
    const known = counted.get(node);
    if (known !== undefined) return known;
    const step = byNode.get(node)!;
    const rows = passesOn(step)
      ? sum(step.inputs.map(rowsOut))
      : rowsBelow(step);
    counted.set(node, rows);
    return rows;
  };
  return new Map(
    steps.map(step => [
      step.node,
      {
        rowsIn: sum(step.inputs.map(rowsOut)),
        rowsOut: rowsOut(step.node),
      },
    ]),
  );
}

function passesOn(step: PlanStep): boolean {
  return step.type === 'transform' && step.keepsRowCount;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
