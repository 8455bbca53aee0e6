import { Queryable } from '../database/Transaction';

/** As much of a run as a target tells of it. @internal */
export interface TargetRun {
  id: string;
  pipeline: string;
  /** Of the run, for permissions. */
  owner: string;
}

/** What the targets room asks of the runs; RunDirectory answers. No permissions. @internal */
export interface TargetRuns {
  /** Runs on the target that have not ended, oldest first; inside the transaction that would delete the target. */
  liveOn(target: string, db: Queryable): Promise<TargetRun[]>;
  /** By the engine's id of the job, those that are of a run (any deployment of it). One indexed query. */
  byJob(target: string, jobIds: string[]): Promise<Map<string, TargetRun>>;
}
