import {
  EngineOperation,
  OperationProgress,
} from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkRestClient } from '../rest/FlinkRestClient';

/** An operation on a job, as it is carried out. @internal */
export interface JobOperation {
  client: FlinkRestClient;
  jobId: string;
  operation: EngineOperation;
  triggerId: string;
  /** Where the cluster writes savepoints to; its own default when absent. */
  savepointDirectory?: string;
  /** Whether this back end has begun it before. */
  wasBegun: boolean;
  /** To be called once the cluster has taken it. */
  onBegin(): void;
  /** Milliseconds since this back end first saw that the cluster had completed it. */
  completedFor(): number;
}

/** @internal */
export const RUNNING: OperationProgress = { state: 'running' };

/** @internal */
export function failed(message: string): OperationProgress {
  return { state: 'failed', message };
}
