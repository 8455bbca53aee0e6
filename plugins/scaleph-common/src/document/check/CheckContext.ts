import {
  ConnectorInfo,
  ConnectorSummary,
  DocumentProblem,
  Mode,
  PipelineDocument,
  PipelineNode,
  PipelineType,
} from '../../types';
import { Path, toPointer } from '../pointer';

/** A connector as far as it is known: options are checked when their schema is there. @public */
export type KnownConnector = ConnectorSummary &
  Partial<Pick<ConnectorInfo, 'schema' | 'release'>>;

/** What the meaning of a document is checked against. @public */
export interface CheckContext {
  connectors: readonly KnownConnector[];
  /** Finds a data source by its name, which is what is left of a ref. Without this function nobody looks whether they exist. */
  dataSource?: (
    nameOrRef: string,
  ) => { name: string; type: string } | undefined;
  /**
   * Whether every node whose connector can use a data source must name one: true in the portal; false on a command line, where
   * e.g. LocalFile may go without.
   */
  requireDataSources: boolean;
  /** Only connectors of this engine count. */
  engine?: string;
  /** Release of SeaTunnel that the target runs: only connectors that it has count. */
  seaTunnelRelease?: string;
  /** Types of pipelines that can run; `seatunnel` when absent. */
  pipelineTypes?: readonly PipelineType[];
  /** Modes that can run; `batch` when absent. */
  modes?: readonly Mode[];
}

/** A node together with where it stands in the document. @internal */
export interface PlacedNode {
  node: PipelineNode;
  index: number;
}

/** A problem of one node; `says` follows the names of the pipeline and the node. @internal */
export function nodeProblem(
  document: PipelineDocument,
  { node, index }: PlacedNode,
  problem: {
    code: string;
    path?: Path;
    says: string;
    fix?: string;
    /** `error` when absent. */
    severity?: DocumentProblem['severity'];
  },
): DocumentProblem {
  return {
    severity: problem.severity ?? 'error',
    code: problem.code,
    pointer: toPointer(['spec', 'nodes', index, ...(problem.path ?? [])]),
    node: node.id,
    message: `Pipeline "${document.metadata.name}": node "${node.id}": ${problem.says}`,
    ...(problem.fix && { fix: problem.fix }),
  };
}

/** `sink Jdbc`, as messages name a connector. @internal */
export function connectorLabel(connector: {
  kind: string;
  name: string;
}): string {
  return `${connector.kind} ${connector.name}`;
}
