import {
  DocumentProblem,
  inputsOf,
  PipelineDocument,
  PipelineNode,
  topologicalOrder,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Connection } from '@scaleph/backstage-plugin-scaleph-node';
import { PlanStep } from '../plan/EmbeddedPlan';
import { NodeOptions } from '../plan/NodeOptions';
import { stepPlanners } from '../plan/planSteps';
import { guardSelect, SqlSerializer } from '../plan/selectGuard';
import { SampleStep } from './SampleOrder';

/**
 * What the engine would do for each node of a document that is being edited: what is wrong with one node takes nothing from the
 * others. Undefined when the edges make a circle.
 * @param connections - a data source, or why it cannot be used
 * @param target - only this node and those above it
 * @internal
 */
export async function planSample(
  document: PipelineDocument,
  connections: (nameOrRef: string) => Connection | string,
  serialize: SqlSerializer,
  target?: string,
): Promise<SampleStep[] | undefined> {
  const { nodes, edges } = document.spec;
  const order = topologicalOrder(nodes, edges);
  if (!order) return undefined;
  const wanted = target === undefined ? undefined : above(target, document);
  const steps: SampleStep[] = [];
  for (const id of order) {
    if (wanted && !wanted.has(id)) continue;
    const node = nodes.find(candidate => candidate.id === id)!;
    const inputs = inputsOf(id, edges);
    steps.push({
      node: {
        id,
        kind: node.kind,
        connector: node.connector,
        options: node.options,
      },
      inputs,
      ...(await planNode(document, node, inputs, connections, serialize)),
    });
  }
  return steps;
}

async function planNode(
  document: PipelineDocument,
  node: PipelineNode,
  inputs: string[],
  connections: (nameOrRef: string) => Connection | string,
  serialize: SqlSerializer,
): Promise<{ step?: PlanStep; reason?: string }> {
  const planner = Object.hasOwn(stepPlanners, `${node.kind}/${node.connector}`)
    ? stepPlanners[`${node.kind}/${node.connector}`]
    : undefined;
  if (!planner) {
    return {
      reason: `${node.kind} ${node.connector} does not run on the embedded engine, which makes the previews`,
    };
  }
  if (node.kind !== 'source' && inputs.length === 0) {
    return { reason: 'Nothing feeds it: connect it to a node above' };
  }
  const found =
    node.dataSource === undefined ? undefined : connections(node.dataSource);
  if (typeof found === 'string') return { reason: found };
  const connection = found;
  const problems: DocumentProblem[] = [];
  const options = new NodeOptions(document, node, problems);
  try {
    const step = planner({ options, inputs, connection });
    if (step.type === 'load-table' && !connection) {
      return { reason: 'It needs a data source' };
    }
    if (step.type === 'transform' && step.connector === 'Sql') {
      await guardSelect(step.sql, inputs, serialize);
    }
    const error = problems.find(({ severity }) => severity === 'error');
    return error ? { reason: withoutNode(error.message) } : { step };
  } catch (error) {
    return { reason: (error as Error).message };
  }
}

function above(target: string, { spec }: PipelineDocument): Set<string> {
  const found = new Set<string>();
  const waiting = [target];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...inputsOf(id, spec.edges));
  }
  return found;
}

function withoutNode(message: string): string {
  return message.replace(/^Node "[^"]*": /, '');
}
