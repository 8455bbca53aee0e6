import {
  DocumentProblem,
  PipelineDocument,
  RunOutput,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Observation } from '@scaleph/backstage-plugin-scaleph-node';

/** What `run --json` prints. @public */
export interface RunReport {
  state: RunState;
  pipeline?: string;
  /** Of the whole, from the reading of the file on. */
  durationMs: number;
  /** Of the run itself, from the worker's first act to its last; absent when it did not begin. */
  runMs?: number;
  nodes: {
    node: string;
    kind: string;
    connector: string;
    rowsIn: number;
    rowsOut: number;
  }[];
  /** Sum over sources. */
  rowsRead: number;
  /** Sum over sinks. */
  rowsWritten: number;
  outputs: RunOutput[];
  problems: DocumentProblem[];
  /** Why it did not finish. */
  reason?: string;
}

/** The report of a run that was not begun. @internal */
export function refusedReport(
  document: PipelineDocument | undefined,
  problems: DocumentProblem[],
  durationMs: number,
): RunReport {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    state: 'FAILED',
    pipeline: document?.metadata.name,
    durationMs,
    nodes: [],
    rowsRead: 0,
    rowsWritten: 0,
    outputs: [],
    problems,
    reason: `The file has ${errors} ${errors === 1 ? 'problem' : 'problems'}`,
  };
}

/** The report of a run that has ended. @internal */
export function endedReport(
  document: PipelineDocument,
  observation: Observation,
  problems: DocumentProblem[],
  durationMs: number,
): RunReport {
  const known = observation.kind === 'known' ? observation : undefined;
  const metrics = new Map(known?.nodes.map(m => [m.node, m]));
  const nodes = document.spec.nodes.map(({ id, kind, connector }) => ({
    node: id,
    kind,
    connector,
    rowsIn: metrics.get(id)?.rowsIn ?? 0,
    rowsOut: metrics.get(id)?.rowsOut ?? 0,
  }));
  const sum = (kind: string) =>
    nodes.reduce((rows, n) => rows + (n.kind === kind ? n.rowsOut : 0), 0);
  const { reason } = observation;
  return {
    state: known?.state ?? 'FAILED',
    pipeline: document.metadata.name,
    durationMs,
    ...(known?.startedAt &&
      known.endedAt && {
        runMs: Date.parse(known.endedAt) - Date.parse(known.startedAt),
      }),
    nodes,
    rowsRead: sum('source'),
    rowsWritten: sum('sink'),
    outputs: known?.outputs ?? [],
    problems,
    ...(reason !== undefined && { reason }),
  };
}
