import { path } from '../http/path';
import {
  readCheckpoint,
  readCheckpointTask,
  readStatistics,
  readSubtaskCheckpoint,
} from './readCheckpoint';
import { CallOptions, RestCaller } from './RestCaller';
import {
  CheckpointConfig,
  CheckpointDetail,
  CheckpointStatistics,
  SubtaskCheckpoint,
} from './types/CheckpointTypes';

/** What a job tells of its checkpoints and savepoints. @public */
export class CheckpointsApi {
  constructor(private readonly rest: RestCaller) {}

  async statistics(
    jobId: string,
    options?: CallOptions,
  ): Promise<CheckpointStatistics> {
    return readStatistics(
      await this.rest.get(path`/jobs/${jobId}/checkpoints`, options),
    );
  }

  async config(
    jobId: string,
    options?: CallOptions,
  ): Promise<CheckpointConfig> {
    const answer = await this.rest.get(
      path`/jobs/${jobId}/checkpoints/config`,
      options,
    );
    const kept = answer.optionalObject('externalization');
    const isKept = kept?.optionalBoolean('enabled') ?? false;
    return {
      mode: answer.string('mode'),
      interval: answer.number('interval'),
      timeout: answer.number('timeout'),
      minPause: answer.number('min_pause'),
      maxConcurrent: answer.number('max_concurrent'),
      retainedOnCancellation: isKept
        ? kept?.optionalBoolean('delete_on_cancellation') === false
        : undefined,
      stateBackend: answer.optionalString('state_backend'),
      storage: answer.optionalString('checkpoint_storage'),
      unaligned: answer.optionalBoolean('unaligned_checkpoints'),
      tolerableFailures: answer.optionalNumber('tolerable_failed_checkpoints'),
    };
  }

  async detail(
    jobId: string,
    checkpointId: number,
    options?: CallOptions,
  ): Promise<CheckpointDetail> {
    const answer = await this.rest.get(
      path`/jobs/${jobId}/checkpoints/details/${String(checkpointId)}`,
      options,
    );
    const tasks = answer.optionalObject('tasks')?.objects() ?? [];
    return {
      ...readCheckpoint(answer),
      tasks: tasks.map(([id, task]) => readCheckpointTask(id, task)),
    };
  }

  async subtasks(
    jobId: string,
    checkpointId: number,
    vertexId: string,
    options?: CallOptions,
  ): Promise<SubtaskCheckpoint[]> {
    const id = String(checkpointId);
    const answer = await this.rest.get(
      path`/jobs/${jobId}/checkpoints/details/${id}/subtasks/${vertexId}`,
      options,
    );
    return answer.list('subtasks', readSubtaskCheckpoint);
  }
}
