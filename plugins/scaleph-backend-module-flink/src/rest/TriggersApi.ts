import { path } from '../http/path';
import { javaCauses, shortReason } from '../http/javaCauses';
import { JsonReader } from '../json/JsonReader';
import { CallOptions, RestCaller } from './RestCaller';
import { TriggerStatus } from './types/CheckpointTypes';

/** @public */
export interface SavepointOptions extends CallOptions {
  /** 32 hexadecimal digits; the same one again starts nothing new. */
  triggerId?: string;
  /** The cluster's `execution.checkpointing.savepoint-dir` when absent. */
  targetDirectory?: string;
  formatType?: 'CANONICAL' | 'NATIVE';
}

/** Operations that take their time: each is triggered and then asked for by its trigger id. @public */
export class TriggersApi {
  constructor(private readonly rest: RestCaller) {}

  async savepoint(
    jobId: string,
    options: SavepointOptions = {},
  ): Promise<string> {
    const { triggerId, targetDirectory, formatType, ...call } = options;
    return this.trigger(path`/jobs/${jobId}/savepoints`, call, {
      'cancel-job': false,
      'target-directory': targetDirectory,
      formatType,
      triggerId,
    });
  }

  /** Takes a savepoint and ends the job; `drain` flushes windows, after which it can hardly be resumed. */
  async stop(
    jobId: string,
    options: SavepointOptions & { drain?: boolean } = {},
  ): Promise<string> {
    const { triggerId, targetDirectory, formatType, drain, ...call } = options;
    return this.trigger(path`/jobs/${jobId}/stop`, call, {
      drain: drain ?? false,
      targetDirectory,
      formatType,
      triggerId,
    });
  }

  async checkpoint(
    jobId: string,
    options: CallOptions & {
      triggerId?: string;
      type?: 'CONFIGURED' | 'FULL' | 'INCREMENTAL';
    } = {},
  ): Promise<string> {
    const { triggerId, type, ...call } = options;
    return this.trigger(path`/jobs/${jobId}/checkpoints`, call, {
      checkpointType: type ?? 'CONFIGURED',
      triggerId,
    });
  }

  /** Deletes the files of a savepoint. */
  async dispose(location: string, options: CallOptions = {}): Promise<string> {
    return this.trigger('/savepoint-disposal', options, {
      'savepoint-path': location,
    });
  }

  /** Of a savepoint or of a stop. A forgotten trigger is a FlinkRequestError with status 404. */
  async savepointStatus(
    jobId: string,
    triggerId: string,
    options?: CallOptions,
  ): Promise<TriggerStatus> {
    const where = path`/jobs/${jobId}/savepoints/${triggerId}`;
    return readStatus(await this.rest.get(where, options));
  }

  async checkpointStatus(
    jobId: string,
    triggerId: string,
    options?: CallOptions,
  ): Promise<TriggerStatus> {
    const where = path`/jobs/${jobId}/checkpoints/${triggerId}`;
    return readStatus(await this.rest.get(where, options));
  }

  async disposalStatus(
    triggerId: string,
    options?: CallOptions,
  ): Promise<TriggerStatus> {
    const where = path`/savepoint-disposal/${triggerId}`;
    return readStatus(await this.rest.get(where, options));
  }

  /** The trigger id. */
  private async trigger(
    where: string,
    options: CallOptions,
    body: Record<string, unknown>,
  ): Promise<string> {
    const answer = await this.rest.call({
      ...options,
      method: 'POST',
      path: where,
      body,
    });
    return answer.string('request-id');
  }
}

function readStatus(answer: JsonReader): TriggerStatus {
  if (answer.object('status').string('id') !== 'COMPLETED') {
    return { state: 'IN_PROGRESS' };
  }
  const operation = answer.optionalObject('operation');
  const failure =
    operation?.optionalObject('failure-cause') ??
    // Of a checkpoint.
    operation?.optionalObject('failureCause');
  if (!failure) {
    return {
      state: 'COMPLETED',
      location: operation?.optionalString('location'),
      checkpointId: operation?.optionalNumber('checkpointId'),
    };
  }
  const stack = failure.optionalString('stack-trace') ?? '';
  const reason = shortReason(javaCauses([stack]));
  return { state: 'FAILED', reason: reason ?? 'it failed without a reason' };
}
