import { RunState, RunSummary } from '@scaleph/backstage-plugin-scaleph-common';
import { Queryable } from '../database/Transaction';

/**
 * What the other rooms ask of the runs; no permissions.
 *
 * @internal
 */
export interface RunDirectory {
  /** Whether a run of the pipeline has not ended; inside the transaction that would delete the pipeline. */
  hasActive(pipeline: string, db: Queryable): Promise<boolean>;
  /** By id; ids that retention has removed are missing. One indexed query. */
  summaries(ids: string[]): Promise<Map<string, RunSummary>>;
  /** Of a target's jobs those that are ours, by job id; whatever deployment, ended or not. */
  runsByJob(target: string, jobIds: string[]): Promise<Map<string, JobOwner>>;
  /** Runs on a target that have not ended; inside the transaction that would delete the target. */
  activeOnTarget(target: string, db: Queryable): Promise<string[]>;
}

/** The run whose job it is. @internal */
export interface JobOwner {
  run: string;
  pipeline: string;
  owner: string;
  state: RunState;
}

/** For the filter by state of the newest run, the pipelines join this table and these columns. @internal */
export const RUNS_TABLE = { name: 'runs', id: 'id', state: 'state' } as const;
