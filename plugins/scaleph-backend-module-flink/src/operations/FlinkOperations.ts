import {
  EngineOperation,
  OperationProgress,
} from '@scaleph/backstage-plugin-scaleph-node';
import { Clock, systemClock } from '../cluster/Clock';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { explainRefusal } from './explainRefusal';
import { JobOperation } from './JobOperation';
import { performCheckpoint } from './performCheckpoint';
import { performRescale } from './performRescale';
import { performSavepoint } from './performSavepoint';
import { triggerIdOf } from './triggerIdOf';

const PERFORM: Record<
  EngineOperation['kind'],
  (it: JobOperation) => Promise<OperationProgress>
> = {
  savepoint: performSavepoint,
  stop: performSavepoint,
  suspend: performSavepoint,
  checkpoint: performCheckpoint,
  rescale: performRescale,
};

/**
 * Operations on the jobs of one cluster. The cluster knows each by its id, so that one that is asked for again, also by another back
 * end or after a crash, is found and not begun twice.
 * @internal
 */
export class FlinkOperations {
  /** Begun by this back end and not seen to end. */
  private readonly begun = new Set<string>();
  /** When each was first seen completed, until that is told; milliseconds since 1970. */
  private readonly completedAt = new Map<string, number>();

  constructor(
    private readonly options: {
      client: FlinkRestClient;
      /** Where the cluster writes savepoints to; its own default when absent. */
      savepointDirectory?: string;
      clock?: Clock;
    },
  ) {}

  /**
   * Begins an operation or looks how far it is. Throws FlinkUnavailableError when the cluster does not answer: ask again.
   */
  async perform(
    jobId: string,
    operation: EngineOperation,
  ): Promise<OperationProgress> {
    const { client, savepointDirectory } = this.options;
    const progress = await this.attempt({
      client,
      savepointDirectory,
      jobId,
      operation,
      triggerId: triggerIdOf(operation.id),
      wasBegun: this.begun.has(operation.id),
      onBegin: () => this.begun.add(operation.id),
      completedFor: () => this.completedFor(operation.id),
    });
    if (progress.state !== 'running') {
      this.begun.delete(operation.id);
      this.completedAt.delete(operation.id);
    }
    return progress;
  }

  private completedFor(id: string): number {
    const { clock = systemClock } = this.options;
    const now = clock.now();
    const since = this.completedAt.get(id) ?? now;
    this.completedAt.set(id, since);
    return now - since;
  }

  private async attempt(it: JobOperation): Promise<OperationProgress> {
    try {
      return await PERFORM[it.operation.kind](it);
    } catch (error) {
      return explainRefusal(error);
    }
  }
}
