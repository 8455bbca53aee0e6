import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { PublishedWith } from '../artifacts/versionDigests';
import { Transaction } from '../database/Transaction';

/** A version, ready to be run. @internal */
export interface RunnableVersion extends PublishedWith {
  pipeline: string;
  /** Owner of the pipeline now, a full entity ref; a run belongs to it. */
  owner: string;
  document: PipelineDocument;
}

/**
 * What the other rooms ask of the pipelines, without permissions: the asking
 * room has checked its own.
 *
 * @internal
 */
export interface PipelineDirectory {
  /** In the order of the names; undefined where there is none. */
  owners(names: string[]): Promise<Array<{ owner: string } | undefined>>;
  /**
   * A version, the newest when no number is given. Throws NotFoundError when
   * the pipeline or the version does not exist, ConflictError when nothing is
   * published yet or the pipeline is retired.
   */
  getVersionForRun(name: string, version?: number): Promise<RunnableVersion>;
  /**
   * Makes a run the last one of its pipeline, in the transaction that inserts
   * the run. It locks the pipeline's row, so that a pipeline is never deleted
   * or retired while a run of it comes up. Throws NotFoundError when it is gone,
   * ConflictError when it is retired.
   */
  recordRun(tx: Transaction, name: string, runId: string): Promise<void>;
}
