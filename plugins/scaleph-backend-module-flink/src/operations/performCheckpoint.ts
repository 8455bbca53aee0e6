import { OperationProgress } from '@scaleph/backstage-plugin-scaleph-node';
import { hasEnded } from '../cluster/runStateOf';
import { toSnapshot } from '../cluster/toSnapshot';
import { explainReason } from './explainRefusal';
import { failed, JobOperation, RUNNING } from './JobOperation';
import { isReady } from './isReady';
import { statusOf } from './statusOf';

/** A checkpoint out of turn. @internal */
export async function performCheckpoint(
  it: JobOperation,
): Promise<OperationProgress> {
  const { client, jobId, triggerId } = it;
  const status = await statusOf(() =>
    client.triggers.checkpointStatus(jobId, triggerId),
  );
  if (status?.state === 'IN_PROGRESS') return RUNNING;
  if (status?.state === 'FAILED') return failed(explainReason(status.reason));
  if (status) return completed(it, status.checkpointId);
  const state = await client.jobs.state(jobId);
  if (hasEnded({ state })) return failed(`The job had ended (${state})`);
  if (it.wasBegun) {
    return failed(
      'The cluster has forgotten the operation, as it does when its JobManager starts anew',
    );
  }
  if (!(await isReady(it))) return RUNNING;
  await client.triggers.checkpoint(jobId, { triggerId });
  it.onBegin();
  return RUNNING;
}

async function completed(
  { client, jobId }: JobOperation,
  id: number | undefined,
): Promise<OperationProgress> {
  const { history } = await client.checkpoints.statistics(jobId);
  const newest = Math.max(...history.map(it => it.id));
  const found = history.find(it => it.id === id);
  // What the job tells of its checkpoints comes some seconds late.
  if (!found && id !== undefined && newest < id) return RUNNING;
  const config = await client.checkpoints.config(jobId);
  const isKept = config.retainedOnCancellation ?? false;
  const message = `Checkpoint ${id ?? ''} is complete${
    isKept ? '' : '; it goes when the job ends'
  }`;
  const snapshot = isKept && found ? toSnapshot(found) : undefined;
  return { state: 'completed', message, snapshot };
}
