import { Snapshot } from '@scaleph/backstage-plugin-scaleph-common';
import { Queryable } from '../database/Transaction';

/** A snapshot with what its disposal needs. @internal */
export interface StoredSnapshot extends Snapshot {
  target: string;
  engine: string;
  /** It is being disposed of. */
  deleting: boolean;
}

/**
 * Snapshots of the state of runs. Rows come with the writes of their runs (see
 * RunStore.update); here they are found and disposed of. Nothing that is being
 * disposed of is found, but for `get` and `listDeleting`.
 *
 * @internal
 */
export interface SnapshotStore {
  /** Newest first, with `inUse`. */
  listOfRun(run: string): Promise<StoredSnapshot[]>;
  listOfPipeline(pipeline: string): Promise<StoredSnapshot[]>;
  newestOfRun(run: string): Promise<StoredSnapshot | undefined>;
  newestOfPipeline(pipeline: string): Promise<StoredSnapshot | undefined>;
  get(id: string): Promise<StoredSnapshot | undefined>;
  /**
   * Inside the transaction that records that a run starts from it: keeps it
   * from being disposed of meanwhile. Throws ConflictError when it is too late.
   */
  hold(id: string, tx: Queryable): Promise<void>;
  /** Records the intent to dispose of it. Throws ConflictError while a run needs it. */
  beginDelete(id: string): Promise<void>;
  /** It is gone. */
  endDelete(id: string): Promise<void>;
  /** It could not be disposed of, and is there still. */
  giveUpDelete(id: string): Promise<void>;
  /** Those whose disposal was begun. */
  listDeleting(limit: number): Promise<StoredSnapshot[]>;
  /** Of each pipeline the savepoints of suspends that are older than its `keep` newest ones and that no run needs. */
  listExcess(keep: number): Promise<StoredSnapshot[]>;
}
