import {
  LogLevel,
  RunEvent,
  RunLogLine,
  RunOperation,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { LogLine } from '@scaleph/backstage-plugin-scaleph-node';
import { Queryable } from '../database/Transaction';
import { Keyset } from '../http/cursor';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { JobOwner } from './RunDirectory';
import {
  NewRun,
  RunChange,
  RunOrigin,
  RunSubmission,
  StoredOperation,
  SupervisedRun,
} from './RunRecord';
import { RunPatch } from './transition';
import { StoredRun, StoredRunSummary } from './runRows';

/** @internal */
export interface RunQuery {
  /** Substring of the pipeline's name, or the beginning of the run's id. */
  search?: string;
  pipeline?: string;
  state?: RunState;
  /** True: only runs that have not ended. */
  active?: boolean;
  /** Any of these entity refs. */
  owner?: string[];
  descending: boolean;
  limit: number;
  after?: Keyset;
  /** What the caller may see. */
  visible: OwnershipFilter;
}

/** One write of a run, all or nothing. @internal */
export interface RunWrite extends Partial<RunPatch> {
  change: RunChange;
  lines?: LogLine[];
  /** The process that must hold the lease. */
  lease?: string;
}

/** @internal */
export interface ClaimOptions {
  /** The process that claims. */
  instance: string;
  /** Duration of the lease in milliseconds. */
  leaseMs: number;
  /** How many runs that were never submitted it may take in. */
  capacity: number;
  /** Engines from whose runs it takes in none that were never submitted. */
  withoutEngines?: string[];
  /** Runs that it leaves to others for now. */
  withoutRuns?: string[];
}

/**
 * Where runs are kept. Every write goes through `update`, which is guarded by
 * the revision that the writer has read and, for supervisors, by the lease: a
 * supervisor that lost its lease cannot write (fencing). The state, its event
 * and the log lines that belong to a cursor are written in one transaction.
 *
 * @internal
 */
export interface RunStore {
  /** Records an intent: state CREATED, desired running. */
  create(run: NewRun, tx: Queryable): Promise<void>;
  get(id: string): Promise<StoredRun | undefined>;
  /** The part of a run that a decision needs; undefined when there is none. */
  getSupervised(id: string): Promise<SupervisedRun | undefined>;
  getSubmission(id: string): Promise<RunSubmission>;
  /** What it was started with. */
  getOrigin(id: string): Promise<RunOrigin>;
  list(
    query: RunQuery,
  ): Promise<{ items: StoredRunSummary[]; totalItems: number }>;
  /** By id; ids that retention has removed are missing. */
  summaries(ids: string[]): Promise<Map<string, StoredRunSummary>>;
  /** Whether the pipeline has a run that has not ended. */
  hasActive(pipeline: string, db?: Queryable): Promise<boolean>;
  /** Whose jobs of a target are ours, by job id; of any deployment. */
  runsByJob(target: string, jobIds: string[]): Promise<Map<string, JobOwner>>;
  /** Ids of the runs on a target that have not ended. */
  activeOnTarget(target: string, db?: Queryable): Promise<string[]>;
  events(
    id: string,
    options: { after?: number; limit: number },
  ): Promise<RunEvent[]>;
  logs(
    id: string,
    options: { after?: number; node?: string; level?: LogLevel; limit: number },
  ): Promise<RunLogLine[]>;

  /**
   * Writes a change with all that belongs to it, and answers the run after it.
   * Lines are numbered on from `run.logSeq`. Throws StaleRunError when the run
   * has another revision, or another lease than `lease`, where given.
   */
  update(
    run: SupervisedRun,
    write: RunWrite,
    tx?: Queryable,
  ): Promise<SupervisedRun>;

  operation(id: string): Promise<StoredOperation | undefined>;
  /** Right before each attempt to submit; changes nothing of the run. */
  noteSubmit(run: SupervisedRun, jobId: string | undefined): Promise<void>;
  /** When the present deployment was last (to be) submitted, ISO 8601. */
  lastSubmit(run: SupervisedRun): Promise<string | undefined>;
  /** What was asked of a run, newest first. */
  operations(id: string, limit: number): Promise<RunOperation[]>;

  /**
   * Takes leases on runs that need a supervisor and have none, or one whose
   * lease is over. Answers the ids that it got.
   */
  claim(options: ClaimOptions): Promise<string[]>;
  /** Extends all leases of an instance; answers how many it holds. */
  renew(instance: string, leaseMs: number): Promise<number>;
  /** Gives all leases of an instance back. */
  release(instance: string): Promise<void>;
  /** The runs that an instance holds a valid lease on and that do not rest. */
  listDue(instance: string): Promise<SupervisedRun[]>;
  /** How many runs of an instance have not ended. */
  countActive(instance: string): Promise<number>;
  countByState(): Promise<Partial<Record<RunState, number>>>;

  /**
   * Removes ended runs with their events and logs, at most `limit`; never the
   * newest run of a pipeline. Answers how many.
   */
  deleteEndedBefore(time: string, limit: number): Promise<number>;
}
