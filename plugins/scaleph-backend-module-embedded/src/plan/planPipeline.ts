import {
  DocumentProblem,
  inputsOf,
  PipelineDocument,
  topologicalOrder,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Connection } from '@scaleph/backstage-plugin-scaleph-node';
import { EmbeddedPlan, PlanStep } from './EmbeddedPlan';
import { keepSharedResults } from './keepSharedResults';
import { NodeOptions } from './NodeOptions';
import { stepPlanners } from './planSteps';
import { guardSelect, SqlSerializer } from './selectGuard';

/**
 * The plan of a document whose parameters have been replaced and that has no problems by `checkPipeline`; or the problems that keep
 * the embedded engine from running it.
 * @param connections - by name of the data source
 * @param serialize - parses the queries of Sql nodes
 * @internal
 */
export async function planPipeline(
  document: PipelineDocument,
  connections: (nameOrRef: string) => Connection | undefined,
  serialize: SqlSerializer,
): Promise<{ plan: EmbeddedPlan; problems: DocumentProblem[] }> {
  const { nodes, edges, env, type, mode } = document.spec;
  const problems: DocumentProblem[] = [];
  if (type !== 'seatunnel' || (mode ?? 'batch') !== 'batch') {
    problems.push({
      severity: 'error',
      code: type === 'seatunnel' ? 'unsupported-mode' : 'unsupported-type',
      pointer: type === 'seatunnel' ? '/spec/mode' : '/spec/type',
      message: `The embedded engine runs pipelines of type seatunnel in mode batch, not ${type} in mode ${mode}`,
    });
  }
  problems.push(...sameNameProblems(document));
  const steps: PlanStep[] = [];
  const uses = new Map<string, number>();
  for (const id of topologicalOrder(nodes, edges) ?? []) {
    const node = nodes.find(candidate => candidate.id === id)!;
    const options = new NodeOptions(document, node, problems);
    const planner = stepPlanners[`${node.kind}/${node.connector}`];
    if (!planner) {
      options.problem(
        'unknown-connector',
        undefined,
        `the embedded engine has no ${node.kind} "${node.connector}"`,
      );
      continue;
    }
    const inputs = inputsOf(id, edges);
    const connection =
      node.dataSource === undefined ? undefined : connections(node.dataSource);
    const step = planner({ options, inputs, connection });
    await countUses(step, uses, serialize, options);
    steps.push(step);
  }
  const plan: EmbeddedPlan = {
    version: 1,
    pipeline: document.metadata.name,
    ...(env?.parallelism !== undefined && { parallelism: env.parallelism }),
    steps: keepSharedResults(steps, uses),
  };
  return { plan, problems };
}

/** How often the result of a node is read: by each node below, and by Sql as often as the query names it. */
async function countUses(
  step: PlanStep,
  uses: Map<string, number>,
  serialize: SqlSerializer,
  options: NodeOptions,
): Promise<void> {
  const add = (node: string, times: number) =>
    uses.set(node, (uses.get(node) ?? 0) + times);
  if (step.type !== 'transform' || step.connector !== 'Sql') {
    for (const input of step.inputs) add(input, 1);
    return;
  }
  try {
    const named = await guardSelect(step.sql, step.inputs, serialize);
    for (const [node, times] of named) add(node, times);
    for (const input of step.inputs) {
      if (!named.has(input)) {
        options.problem(
          'invalid-option',
          'query',
          `the query does not read "${input}", which feeds the node: use it, or remove the edge`,
          'warning',
        );
      }
    }
  } catch (error) {
    options.problem('invalid-option', 'query', (error as Error).message);
  }
}

function sameNameProblems({ spec }: PipelineDocument): DocumentProblem[] {
  const seen = new Map<string, string>();
  return spec.nodes.flatMap((node, index) => {
    const other = seen.get(node.id.toLowerCase());
    seen.set(node.id.toLowerCase(), node.id);
    if (other === undefined || other === node.id) return [];
    return [
      {
        severity: 'error' as const,
        code: 'duplicate-node',
        pointer: `/spec/nodes/${index}/id`,
        node: node.id,
        message: `Nodes "${other}" and "${node.id}" differ in upper and lower case only, which SQL does not tell apart: rename one`,
      },
    ];
  });
}
