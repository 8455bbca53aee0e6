import { DocumentProblem, PipelineDocument } from '../../types';
import { parseDataSourceRef } from '../dataSourceRefs';
import { oneOf } from '../words';
import {
  CheckContext,
  connectorLabel,
  KnownConnector,
  nodeProblem,
  PlacedNode,
} from './CheckContext';
import { OptionsSchema, schemaForEngine } from './optionsSchema';

/** Whether a node names a data source that is there and that its connector can use. @internal */
export function checkDataSource(
  document: PipelineDocument,
  placed: PlacedNode,
  connector: KnownConnector,
  context: CheckContext,
): DocumentProblem[] {
  const { dataSource: ref } = placed.node;
  const label = connectorLabel(connector);
  const own: OptionsSchema | undefined =
    connector.schema && schemaForEngine(connector.schema, context.engine);
  const types = own?.['x-data-source-types'] ?? connector.dataSourceTypes;
  const problem = (code: string, says: string, fix: string) => [
    nodeProblem(document, placed, { code, path: ['dataSource'], says, fix }),
  ];

  if (ref === undefined) {
    const needed =
      connector.dataSourceRequired ||
      (context.requireDataSources && types.length > 0);
    if (!needed) return [];
    return problem(
      'missing-data-source',
      `${label} needs a data source of type ${oneOf(types)}`,
      'Name one in "dataSource".',
    );
  }
  if (types.length === 0) {
    return problem(
      'wrong-data-source-type',
      `${label} uses no data source, "${ref}" is given`,
      'Remove "dataSource".',
    );
  }
  if (!context.dataSource) return [];
  const found = context.dataSource(parseDataSourceRef(ref));
  if (!found) {
    return problem(
      'unknown-data-source',
      `data source "${ref}" does not exist, or you may not use it`,
      'Create it, or name another one.',
    );
  }
  if (types.includes(found.type)) return [];
  return problem(
    'wrong-data-source-type',
    `data source "${found.name}" is of type "${
      found.type
    }", ${label} needs ${oneOf(types)}`,
    `Name a data source of type ${oneOf(types)}.`,
  );
}
