import { findConnector } from '../../connectors/connectors';
import { ConnectorInfo, DocumentProblem, PipelineDocument } from '../../types';
import { suggestion } from '../words';
import { CheckContext, nodeProblem, PlacedNode } from './CheckContext';

/** The connector of a node, or why there is none. @internal */
export function checkConnector(
  document: PipelineDocument,
  placed: PlacedNode,
  context: CheckContext,
): { connector?: ConnectorInfo; problems: DocumentProblem[] } {
  const { kind, connector: name } = placed.node;
  const available = context.connectors.filter(
    ({ engines }) =>
      context.engine === undefined || engines.includes(context.engine),
  );
  const connector = findConnector(available, kind, name);
  if (connector) return { connector, problems: [] };

  const others = available.filter(candidate => candidate.name === name);
  if (others.length > 0) {
    const kinds = others.map(other => other.kind).join(' and a ');
    return {
      problems: [
        nodeProblem(document, placed, {
          code: 'wrong-kind',
          path: ['kind'],
          says: `connector "${name}" is a ${kinds}, not a ${kind}`,
          fix: `Write kind: ${others[0].kind}, or choose another connector.`,
        }),
      ],
    };
  }
  const elsewhere = findConnector(context.connectors, kind, name);
  const names = available
    .filter(candidate => candidate.kind === kind)
    .map(candidate => candidate.name);
  return {
    problems: [
      nodeProblem(document, placed, {
        code: 'unknown-connector',
        path: ['connector'],
        says: elsewhere
          ? `${kind} "${name}" does not run on engine "${context.engine}"`
          : `there is no ${kind} "${name}"`,
        fix: suggestion(name, names),
      }),
    ],
  };
}
