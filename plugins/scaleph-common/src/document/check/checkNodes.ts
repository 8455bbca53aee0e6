import { inputsOf, outputsOf } from '../../graph/neighbours';
import { reachableFrom } from '../../graph/reachableFrom';
import {
  ConnectorInfo,
  DocumentProblem,
  PipelineDocument,
  PipelineNode,
} from '../../types';
import { connectorLabel, nodeProblem, PlacedNode } from './CheckContext';

/** Nodes that share an id. SQL ignores case in names of tables, and ids are such names. @internal */
export function checkNodeIds(
  document: PipelineDocument,
  nodes: readonly PlacedNode[],
): DocumentProblem[] {
  const seen = new Map<string, string>();
  return nodes.flatMap(placed => {
    const { id } = placed.node;
    const first = seen.get(id.toLowerCase());
    seen.set(id.toLowerCase(), first ?? id);
    if (first === undefined) return [];
    return nodeProblem(document, placed, {
      code: 'duplicate-node',
      path: ['id'],
      says:
        first === id
          ? 'another node has the same id'
          : `node "${first}" has the same id but for case, which SQL ignores`,
      fix: 'Give it another id.',
    });
  });
}

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
  connector: ConnectorInfo,
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
