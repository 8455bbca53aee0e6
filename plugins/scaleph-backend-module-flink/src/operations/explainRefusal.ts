import { OperationProgress } from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkRequestError } from '../http/FlinkRequestError';
import { isUnknownJob } from '../rest/Missing';
import { failed } from './JobOperation';

/** A refusal as the end of an operation. Throws what is none: the cluster did not answer, and the operation may be under way. @internal */
export function explainRefusal(error: unknown): OperationProgress {
  if (!(error instanceof FlinkRequestError)) throw error;
  if (isUnknownJob(error)) return failed(explainReason(error.reason));
  if (/\[target-?directory\] must be provided/i.test(error.reason)) {
    return failed(
      'The cluster has no place for savepoints: set execution.checkpointing.savepoint-dir (state.savepoints.dir before 1.20) in its configuration',
    );
  }
  return failed(error.reason);
}

/** Flink looks only among live jobs, and calls an ended one unknown. @internal */
export function explainReason(reason: string): string {
  return /^Could not find Flink job/.test(reason)
    ? 'The job had ended, or the cluster does not know it any more'
    : reason;
}
