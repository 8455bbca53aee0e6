import {
  DesiredState,
  NodeKind,
  NodeMetrics,
  PipelineDocument,
  RunEvent,
  RunOutput,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  DeploymentPlan,
  EngineHandle,
} from '@scaleph/backstage-plugin-scaleph-node';

/** The intent of a run, as it is recorded before anything happens. @internal */
export interface NewRun {
  id: string;
  pipeline: string;
  version: number;
  target: string;
  engine: string;
  /** Copied from the pipeline: a later change of owner changes no old run. */
  owner: string;
  createdAt: string;
  createdBy: string;
  parameters: Record<string, string>;
  /** Copied, so that a later edit or deletion of the pipeline changes nothing. */
  document: PipelineDocument;
  /** What is submitted, also when the submit is repeated. Holds no secret. */
  plan: DeploymentPlan;
}

/** What a supervisor knows of a run; without the large, constant parts. @internal */
export interface SupervisedRun {
  id: string;
  pipeline: string;
  engine: string;
  owner: string;
  state: RunState;
  desired: DesiredState;
  reason?: string;
  createdAt: string;
  startedAt?: string;
  endedAt?: string;
  rowsRead: number;
  rowsWritten: number;
  nodes: NodeMetrics[];
  outputs: RunOutput[];
  handle?: EngineHandle;
  /** Failed attempts of the present step. */
  attempts: number;
  /** The owner was told that the run failed. */
  notified: boolean;
  /** Engine's position behind the last line that was stored. */
  logCursor?: string;
  /** Number of the last line that was stored; 0 when there is none. */
  logSeq: number;
  /** Id of the process that supervises it. */
  leaseOwner?: string;
  /** Grows with every write; guards against lost updates. */
  revision: number;
}

/**
 * What one write changes. A field that is present with the value `undefined`
 * is cleared.
 *
 * @internal
 */
export interface RunChange
  extends Partial<
    Pick<
      SupervisedRun,
      | 'state'
      | 'desired'
      | 'reason'
      | 'startedAt'
      | 'endedAt'
      | 'rowsRead'
      | 'rowsWritten'
      | 'nodes'
      | 'outputs'
      | 'handle'
      | 'attempts'
      | 'notified'
      | 'logCursor'
      | 'leaseOwner'
    >
  > {
  /** False once nothing is left to do for a supervisor. */
  supervised?: boolean;
  /** Rest for so long, in milliseconds, before the next step. */
  restMs?: number;
}

/** @internal */
export type NewRunEvent = Omit<RunEvent, 'seq'>;

/** What a submit needs besides the record. @internal */
export interface RunSubmission {
  plan: DeploymentPlan;
  document: PipelineDocument;
}

/** Kind of each node of a document by its id. @internal */
export type NodeKinds = Record<string, NodeKind>;
