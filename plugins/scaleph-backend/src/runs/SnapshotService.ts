import { Snapshot } from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';

/**
 * Savepoints and retained checkpoints that runs can start from.
 *
 * Every method throws NotFoundError for a run, pipeline or snapshot that does
 * not exist or that the caller may not read.
 *
 * @internal
 */
export interface SnapshotService {
  /** Newest first. */
  listOfRun(run: string, caller: Caller): Promise<Snapshot[]>;
  /** Of the runs of the pipeline that the caller may read, newest first. */
  listOfPipeline(pipeline: string, caller: Caller): Promise<Snapshot[]>;
  /**
   * Disposes of one on its target. Throws ConflictError while a run needs it,
   * or when the target cannot do it; then it is kept.
   */
  delete(run: string, snapshot: string, caller: Caller): Promise<void>;
}
