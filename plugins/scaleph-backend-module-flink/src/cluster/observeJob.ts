import { Observation } from '@scaleph/backstage-plugin-scaleph-node';
import { javaCauses, shortReason } from '../http/javaCauses';
import { maskLogins } from '../maskConfiguredSecrets';
import { Checkpoint } from '../rest/types/CheckpointTypes';
import { JobDetail } from '../rest/types/JobTypes';
import { Counts } from '../toRows';
import { JobSighting } from './ClusterWatch';
import { JobRecord } from './JobRecord';
import { hasEnded, runStateOf } from './runStateOf';
import { toSnapshot } from './toSnapshot';

/** What the engine tells of a run, but for its nodes and outputs: those come from the vertices of `detail`. @internal */
export type JobObservation =
  | {
      kind: 'known';
      observation: Omit<
        Extract<Observation, { kind: 'known' }>,
        'nodes' | 'outputs'
      >;
      /** May be missing, and some seconds old. */
      detail: JobDetail | undefined;
      counts: Counts;
    }
  | Extract<Observation, { kind: 'unknown' }>;

/** @internal */
export function observeJob(
  jobId: string,
  sighting: JobSighting,
): JobObservation {
  if (sighting.kind === 'gone') {
    const reason = `The cluster has no job ${jobId} (any more)`;
    return { kind: 'unknown', reason, final: true };
  }
  if (sighting.kind === 'unsure') {
    const reason = `The cluster does not list job ${jobId}; it is being asked again`;
    return { kind: 'unknown', reason, final: false };
  }
  const { record } = sighting;
  const { startTime } = record.summary;
  const endTime = endTimeOf(record);
  return {
    kind: 'known',
    detail: record.detail,
    counts: record.counts.latest,
    observation: {
      kind: 'known',
      state: runStateOf(record.summary),
      reason: reasonOf(record),
      startedAt: new Date(startTime).toISOString(),
      endedAt: endTime ? new Date(endTime).toISOString() : undefined,
      snapshot: snapshotOf(record),
    },
  };
}

/** A job that was canceled before it began has no time of its end, and none of any change. */
function endTimeOf({ summary }: JobRecord): number | undefined {
  if (!hasEnded(summary)) return undefined;
  const { endTime, lastModification, startTime } = summary;
  return endTime ?? Math.max(lastModification, startTime);
}

function reasonOf({ summary, exceptions }: JobRecord): string | undefined {
  if (summary.state === 'FAILED') {
    const stack = exceptions?.root?.stack;
    const reason = stack && shortReason(javaCauses([maskLogins(stack)]));
    return reason ?? 'The job has failed; the cluster did not tell why';
  }
  const { scheduled = 0, total = 0 } = summary.tasks;
  const isWaiting = summary.state === 'RUNNING' && scheduled > 0;
  return isWaiting
    ? `Waiting for slots: ${scheduled} of ${total} tasks have none`
    : undefined;
}

function snapshotOf({ retained, checkpoints }: JobRecord) {
  if (!checkpoints) return undefined;
  const { completed, savepoint } = checkpoints.latest;
  const kept = [retained ? completed : undefined, savepoint].filter(
    (it): it is Checkpoint => it !== undefined,
  );
  return kept
    .sort((a, b) => b.triggeredAt - a.triggeredAt)
    .map(toSnapshot)
    .find(it => it !== undefined);
}
