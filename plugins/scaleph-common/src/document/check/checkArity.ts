import { DocumentProblem, PipelineDocument } from '../../types';
import {
  connectorLabel,
  KnownConnector,
  nodeProblem,
  PlacedNode,
} from './CheckContext';

/** By id of a node the nodes that feed it and that it feeds; of those that are there, and never itself. @internal */
export type Neighbours = {
  inputs: ReadonlyMap<string, ReadonlySet<string>>;
  outputs: ReadonlyMap<string, ReadonlySet<string>>;
};

/** @internal */
export function neighboursOf({ spec }: PipelineDocument): Neighbours {
  const none = () =>
    new Map(spec.nodes.map(({ id }) => [id, new Set<string>()]));
  const inputs = none();
  const outputs = none();
  for (const { from, to } of spec.edges) {
    if (from === to || !inputs.has(from) || !inputs.has(to)) continue;
    inputs.get(to)!.add(from);
    outputs.get(from)!.add(to);
  }
  return { inputs, outputs };
}

/** How many nodes feed each node, and how many it feeds, against what its connector can take. @internal */
export function checkArity(
  document: PipelineDocument,
  placed: PlacedNode,
  connector: KnownConnector,
  neighbours: Neighbours,
): DocumentProblem[] {
  const label = connectorLabel(connector);
  const inputs = neighbours.inputs.get(placed.node.id)!.size;
  const outputs = neighbours.outputs.get(placed.node.id)!.size;
  const problem = (code: string, says: string, fix: string) =>
    nodeProblem(document, placed, { code, says, fix });

  const problems: DocumentProblem[] = [];
  if (inputs < connector.inputs.min) {
    problems.push(
      problem(
        'too-few-inputs',
        `${label} needs ${inputCount(connector.inputs.min)} and has ${inputs}`,
        'Add an edge from the node whose rows it takes.',
      ),
    );
  }
  if (inputs > (connector.inputs.max ?? Infinity)) {
    problems.push(
      problem(
        'too-many-inputs',
        connector.inputs.max === 0
          ? `${label} cannot be fed by another node`
          : `${label} takes ${inputCount(
              connector.inputs.max!,
            )} and has ${inputs}`,
        connector.kind === 'source'
          ? 'Remove the edges to it.'
          : 'Bring the inputs together in a transform Sql, or remove edges.',
      ),
    );
  }
  if (outputs < connector.outputs.min) {
    problems.push(
      problem(
        'too-few-outputs',
        `no node takes the rows of ${label}`,
        'Add an edge to a transform or a sink, or remove the node.',
      ),
    );
  }
  if (outputs > (connector.outputs.max ?? Infinity)) {
    problems.push(
      problem(
        'too-many-outputs',
        `${label} has no rows to give to another node`,
        'Remove the edges from it.',
      ),
    );
  }
  return problems;
}

function inputCount(count: number): string {
  return count === 1 ? '1 input' : `${count} inputs`;
}
