import { OperationProgress } from '@scaleph/backstage-plugin-scaleph-node';
import { hasEnded } from '../cluster/runStateOf';
import { toSnapshot } from '../cluster/toSnapshot';
import { Checkpoint } from '../rest/types/CheckpointTypes';
import { explainReason } from './explainRefusal';
import { failed, JobOperation, RUNNING } from './JobOperation';
import { isReady } from './isReady';
import { statusOf } from './statusOf';

/** Twice the time for which Flink keeps them (`web.refresh-interval`), in milliseconds. */
const STATISTICS_LAG = 6_000;

/** A savepoint, and with `stop` and `suspend` the end of the job after it. @internal */
export async function performSavepoint(
  it: JobOperation,
): Promise<OperationProgress> {
  const { client, jobId, triggerId, operation } = it;
  const status = await statusOf(() =>
    client.triggers.savepointStatus(jobId, triggerId),
  );
  if (status?.state === 'IN_PROGRESS') return RUNNING;
  if (status?.state === 'FAILED') return failed(explainReason(status.reason));
  if (status) return completed(it, status.location);
  const isStop = operation.kind !== 'savepoint';
  const state = await client.jobs.state(jobId);
  if (hasEnded({ state })) {
    return isStop && state === 'FINISHED'
      ? stoppedBefore(it)
      : failed(`The job had ended (${state})`);
  }
  if (it.wasBegun) {
    return failed(
      'The cluster has forgotten the operation, as it does when its JobManager starts anew; whether a savepoint was written is not known',
    );
  }
  if (!(await isReady(it))) return RUNNING;
  const options = { triggerId, targetDirectory: it.savepointDirectory };
  if (isStop) await client.triggers.stop(jobId, options);
  else await client.triggers.savepoint(jobId, options);
  // Not before: who asks in between would take it for forgotten.
  it.onBegin();
  return RUNNING;
}

async function completed(
  { client, jobId, operation, completedFor }: JobOperation,
  location: string | undefined,
): Promise<OperationProgress> {
  if (location === undefined) {
    return failed('The cluster did not tell where the savepoint is');
  }
  const { history, latest } = await client.checkpoints.statistics(jobId);
  const all = [...(latest.savepoint ? [latest.savepoint] : []), ...history];
  const found = all.find(each => each.location === location);
  // What the job tells of its savepoints comes some seconds late. Nobody waits for the size when the job is to go on elsewhere.
  const isWorthWaiting =
    operation.kind === 'savepoint' && completedFor() < STATISTICS_LAG;
  if (!found && isWorthWaiting) return RUNNING;
  const createdAt = new Date(found?.triggeredAt ?? Date.now()).toISOString();
  return {
    state: 'completed',
    snapshot: {
      kind: 'savepoint',
      location,
      createdAt,
      sizeBytes: found?.stateSize,
    },
  };
}

/** It had been stopped and the answer was lost: the savepoint that ended it is the job's last one. */
async function stoppedBefore({
  client,
  jobId,
}: JobOperation): Promise<OperationProgress> {
  const { latest } = await client.checkpoints.statistics(jobId);
  const snapshot = latest.savepoint && toSnapshot(latest.savepoint);
  return snapshot && isEnd(latest.savepoint)
    ? { state: 'completed', snapshot }
    : failed('The job had finished by itself');
}

function isEnd(savepoint: Checkpoint | undefined): boolean {
  return savepoint?.type === 'SYNC_SAVEPOINT';
}
