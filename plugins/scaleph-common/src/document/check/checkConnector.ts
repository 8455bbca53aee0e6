import { findConnector } from '../../connectors/connectors';
import { DocumentProblem, PipelineDocument } from '../../types';
import { suggestion } from '../words';
import {
  CheckContext,
  KnownConnector,
  nodeProblem,
  PlacedNode,
} from './CheckContext';

/** The connector of a node, or why there is none. @internal */
export function checkConnector(
  document: PipelineDocument,
  placed: PlacedNode,
  context: CheckContext,
): { connector?: KnownConnector; problems: DocumentProblem[] } {
  const { kind, connector: name } = placed.node;
  const { connectors, engine } = context;
  // Asked for each of hundreds of nodes: without an engine it is all of them.
  const available =
    engine === undefined
      ? connectors
      : connectors.filter(({ engines }) => engines.includes(engine));
  const problem = (code: string, field: string, says: string, fix?: string) => [
    nodeProblem(document, placed, { code, path: [field], says, fix }),
  ];
  const connector = findConnector(available, kind, name);
  if (connector) {
    const absence = absenceFrom(connector, context);
    if (!absence) return { connector, problems: [] };
    const { says, fix } = absence;
    return { problems: problem('not-in-release', 'connector', says, fix) };
  }

  const others = available.filter(candidate => candidate.name === name);
  if (others.length > 0) {
    const kinds = others.map(other => other.kind).join(' and a ');
    return {
      problems: problem(
        'wrong-kind',
        'kind',
        `connector "${name}" is a ${kinds}, not a ${kind}`,
        `Write kind: ${others[0].kind}, or choose another connector.`,
      ),
    };
  }
  const elsewhere = findConnector(connectors, kind, name);
  const names = available
    .filter(candidate => candidate.kind === kind)
    .map(candidate => candidate.name);
  return {
    problems: problem(
      'unknown-connector',
      'connector',
      elsewhere
        ? `${kind} "${name}" does not run on engine "${engine}"`
        : `there is no ${kind} "${name}"`,
      elsewhere
        ? `Run the pipeline on engine ${elsewhere.engines.join(
            ' or ',
          )}, or choose another connector.`
        : suggestion(name, names),
    ),
  };
}

/** Why the target's release of SeaTunnel has no such connector. */
function absenceFrom(
  { kind, name, releases }: KnownConnector,
  { engine, seaTunnelRelease: release }: CheckContext,
): { says: string; fix: string } | undefined {
  // What is ours alone has no release; the embedded engine runs none.
  const isAbsent =
    release !== undefined &&
    engine !== 'embedded' &&
    releases.length > 0 &&
    !releases.includes(release);
  if (!isAbsent) return undefined;
  const others = releases.join(' or ');
  return {
    says: `${kind} "${name}" is not in the catalogue of SeaTunnel ${release}, which the target runs; that of ${others} has it`,
    fix: `Choose another connector, or a target with SeaTunnel ${others}.`,
  };
}
