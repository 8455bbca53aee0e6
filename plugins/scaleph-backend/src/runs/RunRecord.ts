import {
  DesiredState,
  Mode,
  NodeKind,
  NodeMetrics,
  PipelineDocument,
  RunEvent,
  RunOperation,
  RunOutput,
  RunSettings,
  RunState,
  Snapshot,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  DeploymentPlan,
  EngineHandle,
  EngineSnapshot,
} from '@scaleph/backstage-plugin-scaleph-node';

/** What a user has asked of a run and is not done yet; besides the state it decides the next step. @internal */
export type RunActivity =
  | 'savepoint'
  | 'checkpoint'
  | 'rescale'
  | 'suspend'
  | 'stop'
  | 'resume'
  | 'restart'
  | 'upgrade'
  | 'restore';

/** The state that a deployment starts from. @internal */
export interface RunRestore {
  /** As it was when it was chosen: its row may be gone since. */
  snapshot: Snapshot;
  /** State that the document has no operator for is dropped. */
  allowNonRestored: boolean;
}

/**
 * What the next deployment starts from, once it is asked for: nothing, a
 * certain snapshot, or the newest of this run (the one that the suspend before
 * it makes; where no savepoint can be taken, the newest checkpoint).
 *
 * @internal
 */
export type NextStart =
  | { mode: 'none' }
  | { mode: 'snapshot'; restore: RunRestore }
  | { mode: 'newest'; allowNonRestored: boolean };

/** Restores of a run whose job was lost. @internal */
export interface RunRecovery {
  /** So many restores since the job last ran for long. */
  attempts: number;
  /** What was said when the job was lost; while the back-off before a restore goes on. */
  lost?: string;
  /** Of the last restore, ISO 8601. */
  restoredAt?: string;
}

/** A plan with the jars that it was made with. @internal */
export interface PinnedPlan extends DeploymentPlan {
  /** SHA-256 in hex by the name of the upload: a name may be another jar's later. */
  digests?: Record<string, string>;
}

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
  plan: PinnedPlan;
  /** In `spec.env` of the document already; for the runs that upgrade this one. */
  settings?: RunSettings;
  /** The state that the first deployment starts from. */
  restore?: RunRestore;
  /** The run that this one takes over from; it waits for its savepoint. */
  upgradeOf?: string;
  /** Where an upgrade starts once the savepoint is there. */
  nextStart?: NextStart;
  /** The job is there already. */
  adopted?: { jobId: string; handle: EngineHandle };
}

/** An operation as it is asked for. @internal */
export type NewRunOperation = Pick<
  RunOperation,
  'id' | 'kind' | 'createdAt' | 'createdBy'
> & { parallelism?: number };

/** An operation with what the engine needs of it. @internal */
export type StoredOperation = RunOperation & { parallelism?: number };

/** What became of the operation that is under way. @internal */
export interface OperationOutcome {
  id: string;
  state: RunOperation['state'];
  message?: string;
  /** Id of the snapshot that it made. */
  snapshot?: string;
}

/** A new snapshot of the present job of a run. @internal */
export interface NewRunSnapshot extends EngineSnapshot {
  id: string;
  /** The operation that made it; `observed` ones replace each other. */
  origin: RunOperation['kind'] | 'observed';
}

/** What a supervisor knows of a run; without the large, constant parts. @internal */
export interface SupervisedRun {
  id: string;
  pipeline: string;
  version: number;
  engine: string;
  target: string;
  mode?: Mode;
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
  /** 1, 2, ...: with the id it determines the job. */
  deployment: number;
  /** Of the present deployment. */
  restore?: RunRestore;
  nextStart?: NextStart;
  /** Location of the newest snapshot of the present job that outlives it: a retained checkpoint, or a savepoint that is newer. */
  checkpoint?: string;
  activity?: RunActivity;
  /** Id of the operation that is under way. */
  operation?: string;
  upgradeOf?: string;
  upgradedBy?: string;
  /** Its job has run and taken a checkpoint, or has finished. */
  proved: boolean;
  recovery?: RunRecovery;
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
      | 'deployment'
      | 'restore'
      | 'nextStart'
      | 'checkpoint'
      | 'activity'
      | 'operation'
      | 'upgradedBy'
      | 'proved'
      | 'recovery'
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
  plan: PinnedPlan;
  document: PipelineDocument;
}

/** What a run was started with. @internal */
export interface RunOrigin {
  parameters: Record<string, string>;
  settings?: RunSettings;
}

/** Kind of each node of a document by its id. @internal */
export type NodeKinds = Record<string, NodeKind>;
