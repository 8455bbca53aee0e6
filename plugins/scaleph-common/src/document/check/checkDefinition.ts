import { checkFlinkSettings } from '../../flinkOptions/checkFlinkSettings';
import { DocumentProblem, PipelineDocument } from '../../types';
import { parseDataSourceRef } from '../dataSourceRefs';
import { definitionOf, hasDefinition, hasGraph } from '../pipelineTypes';
import { checkCdc } from './checkCdc';
import type { CheckContext } from './CheckContext';
import { checkPlaceholders } from './checkPlaceholders';
import { checkScript } from './checkScript';

/**
 * What a document has beside its graph: the script, the definition or the jar
 * of its type, and settings of Flink.
 * @internal
 */
export function checkDefinition(
  document: PipelineDocument,
  { dataSource }: Pick<CheckContext, 'dataSource'>,
): DocumentProblem[] {
  const pipeline = `Pipeline "${document.metadata.name}"`;
  const { env, type } = document.spec;
  const settings = checkFlinkSettings(env?.flink ?? {}, '/spec/env/flink').map(
    problem => ({ ...problem, message: `${pipeline}: ${problem.message}` }),
  );
  const parts = checkParts(document);
  if (parts.length > 0) return [...parts, ...settings];
  return [
    ...(type === 'flink-sql' ? checkScript(document) : []),
    ...(type === 'flink-cdc' ? checkCdc(document) : []),
    ...checkPlaceholders(
      document,
      dataSource &&
        (name => dataSource(parseDataSourceRef(name)) !== undefined),
    ),
    ...settings,
  ];
}

/** Parts that the type of the pipeline needs, and those that it has not. */
function checkParts(document: PipelineDocument): DocumentProblem[] {
  const { spec } = document;
  const pipeline = `Pipeline "${document.metadata.name}"`;
  const own = hasDefinition(spec.type) ? definitionOf[spec.type] : undefined;
  const problems: DocumentProblem[] = [];
  if (own && !spec[own]) {
    problems.push({
      severity: 'error',
      code: 'missing-field',
      pointer: `/spec/${own}`,
      message: `${pipeline}: a pipeline of type "${spec.type}" needs spec.${own}`,
      fix: `Add spec.${own}.`,
    });
  }
  for (const part of Object.values(definitionOf)) {
    if (part === own || !spec[part]) continue;
    problems.push(misplaced(document, part));
  }
  if (!hasGraph(spec.type) && spec.nodes.length + spec.edges.length > 0) {
    problems.push(misplaced(document, 'nodes'));
  }
  return problems;
}

function misplaced(document: PipelineDocument, part: string): DocumentProblem {
  return {
    severity: 'error',
    code: 'misplaced-field',
    pointer: `/spec/${part}`,
    message: `Pipeline "${document.metadata.name}": a pipeline of type "${document.spec.type}" has no spec.${part}`,
    fix: `Remove spec.${part}, or change spec.type.`,
  };
}
