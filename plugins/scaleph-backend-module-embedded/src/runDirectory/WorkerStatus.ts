import {
  NodeMetrics,
  RunOutput,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';

/** What the worker says about its run, in status.json. @internal */
export interface WorkerStatus {
  state: RunState;
  /** Why, for a person; set on FAILED and CANCELED. */
  reason?: string;
  nodes: NodeMetrics[];
  outputs: RunOutput[];
  startedAt: string;
  endedAt?: string;
}

/** What the engine hands to the worker, in plan.json; without secrets. @internal */
export interface WorkerOrder {
  runId: string;
  /** The engine's plan; see EmbeddedPlan. */
  plan: import('../plan/EmbeddedPlan').EmbeddedPlan;
  /** Milliseconds since the epoch; a worker that starts much later does not run it. */
  submittedAt: number;
  limits: WorkerLimits;
  /** Directories that files may be in. */
  roots: string[];
  network: { allowedHosts?: string[]; deniedRanges?: string[] };
  /** Where the paths of LocalFile nodes without a data source start; such nodes are refused when absent. */
  baseDirectory?: string;
}

/** @internal */
export interface WorkerLimits {
  /** Bytes; of the whole process. */
  memory: number;
  threads: number;
  /** Bytes that DuckDB may spill to disk. */
  spill?: number;
  /** Milliseconds without a sign of a supervisor after which the worker stops itself. */
  orphanTimeout: number;
}

/** A worker that starts later than this after the submit, in milliseconds, leaves the run alone: the engine has given it up by then. @internal */
export const START_LIMIT = 20_000;
