import { DocumentProblem, PipelineDocument } from '../../types';
import { undeclaredParameters } from '../parameters';
import { hasGraph } from '../pipelineTypes';
import { limited } from '../limited';
import { oneOf } from '../words';
import { checkComments } from './checkComments';
import { checkConnector } from './checkConnector';
import { CheckContext, PlacedNode } from './CheckContext';
import { checkDataSource } from './checkDataSource';
import { checkDefinition } from './checkDefinition';
import { checkEdges } from './checkEdges';
import { checkArity, Neighbours, neighboursOf } from './checkArity';
import { checkEnds } from './checkEnds';
import { checkNodeIds } from './checkNodeIds';
import { checkOptions } from './checkOptions';
import { checkReachability } from './checkReachability';
import { checkSecrets } from './checkSecrets';

const MAX_PROBLEMS = 200;

/**
 * Checks the meaning of a document that has the right shape: its type and mode, its graph, and of each node the connector, the
 * options, the data source and the parameters. Pointers lead into `document` as it is given. A document without problems of severity
 * error can be published. Of more than 200 problems the first 200 are given, and how many more there are of those that were looked at.
 * @public
 */
export function checkPipeline(
  document: PipelineDocument,
  context: CheckContext,
): DocumentProblem[] {
  return limited(checkAll(document, context), MAX_PROBLEMS);
}

function checkAll(
  document: PipelineDocument,
  context: CheckContext,
): DocumentProblem[] {
  const unable = checkAbility(document, context);
  // Of a type that nobody can run, the parts are not known either.
  const ability = unable.some(({ code }) => code === 'unsupported-type')
    ? unable
    : [
        ...unable,
        ...checkDefinition(document, context),
        ...checkComments(document),
      ];
  if (!hasGraph(document.spec.type)) return ability;
  if (document.spec.nodes.length === 0) {
    return [...ability, empty(document)];
  }
  const neighbours = neighboursOf(document);
  const nodes = document.spec.nodes.map((node, index) => ({ node, index }));
  return [
    ...ability,
    ...checkNodeIds(document, nodes),
    ...checkEnds(document),
    ...checkEdges(document),
    ...nodes.flatMap(placed =>
      checkNode(document, placed, context, neighbours),
    ),
    ...checkReachability(document, nodes),
    ...undeclaredParameters(document),
  ];
}

function checkNode(
  document: PipelineDocument,
  placed: PlacedNode,
  context: CheckContext,
  neighbours: Neighbours,
): DocumentProblem[] {
  const { connector, problems } = checkConnector(document, placed, context);
  if (!connector) return problems;
  return [
    ...checkArity(document, placed, connector, neighbours),
    ...checkOptions(document, placed, connector, context),
    ...checkSecrets(document, placed, connector),
    ...checkDataSource(document, placed, connector, context),
  ];
}

function checkAbility(
  document: PipelineDocument,
  { pipelineTypes = ['seatunnel'], modes = ['batch'] }: CheckContext,
): DocumentProblem[] {
  const { type, mode = 'batch' } = document.spec;
  const pipeline = `Pipeline "${document.metadata.name}"`;
  const problems: DocumentProblem[] = [];
  if (!pipelineTypes.includes(type)) {
    problems.push({
      severity: 'error',
      code: 'unsupported-type',
      pointer: '/spec/type',
      message: `${pipeline}: no target here runs pipelines of type "${type}"`,
      fix: `Use type ${oneOf(pipelineTypes)}.`,
    });
  }
  if (!modes.includes(mode)) {
    problems.push({
      severity: 'error',
      code: 'unsupported-mode',
      pointer: '/spec/mode',
      message: `${pipeline}: no target here runs pipelines in mode "${mode}"`,
      fix: `Use mode ${oneOf(modes)}.`,
    });
  }
  return problems;
}

function empty(document: PipelineDocument): DocumentProblem {
  return {
    severity: 'error',
    code: 'empty-pipeline',
    pointer: '/spec/nodes',
    message: `Pipeline "${document.metadata.name}" has no nodes`,
    fix: 'Add a source and a sink, and an edge between them.',
  };
}
