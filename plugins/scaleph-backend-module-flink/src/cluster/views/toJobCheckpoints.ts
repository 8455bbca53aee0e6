import {
  JobCheckpoint,
  JobCheckpoints,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  Checkpoint,
  CheckpointConfig,
  CheckpointStatistics,
  StatsSummary,
} from '../../rest/types/CheckpointTypes';
import { timeOf } from './timeOf';

type Spread = NonNullable<JobCheckpoints['durationMs']>;

/** Flink writes the greatest long for "never". */
const NEVER = 1e15;

const STATUS: Record<string, JobCheckpoint['status']> = {
  IN_PROGRESS: 'in-progress',
  COMPLETED: 'completed',
  FAILED: 'failed',
};

/** @internal */
export function toJobCheckpoints(
  { counts, summary, latest, history }: CheckpointStatistics,
  config: CheckpointConfig,
): JobCheckpoints {
  const enabled = config.interval > 0 && config.interval < NEVER;
  const { restored } = latest;
  return {
    enabled,
    intervalMs: enabled ? config.interval : undefined,
    mode: config.mode === 'exactly_once' ? 'exactly-once' : 'at-least-once',
    storage: known(config.storage),
    stateBackend: known(config.stateBackend),
    counts,
    durationMs: toSpread(counts.completed, summary.duration),
    sizeBytes: toSpread(counts.completed, summary.stateSize),
    restored: restored && {
      at: new Date(restored.at).toISOString(),
      location: restored.location ?? '',
      kind: restored.isSavepoint ? 'savepoint' : 'checkpoint',
    },
    history: history.map(toJobCheckpoint),
  };
}

/** What is told of a job that cannot have checkpoints. @internal */
export const NO_CHECKPOINTS: JobCheckpoints = {
  enabled: false,
  counts: { completed: 0, failed: 0, inProgress: 0, restored: 0, total: 0 },
  history: [],
};

function toJobCheckpoint(it: Checkpoint): JobCheckpoint {
  return {
    id: it.id,
    status: STATUS[it.status] ?? 'in-progress',
    kind: it.isSavepoint ? 'savepoint' : 'checkpoint',
    triggeredAt: timeOf(it.triggeredAt) ?? new Date(0).toISOString(),
    durationMs: it.duration,
    sizeBytes: it.checkpointedSize,
    fullSizeBytes: it.stateSize,
    acknowledged: it.acknowledgedSubtasks,
    subtasks: it.subtasks,
    location: it.location,
    discarded: it.discarded,
    failure: it.failure?.message,
  };
}

function toSpread(count: number, stats: StatsSummary): Spread | undefined {
  const { min, avg, max, p99 } = stats;
  return count > 0 &&
    min !== undefined &&
    avg !== undefined &&
    max !== undefined
    ? { min, average: avg, max, p99 }
    : undefined;
}

/** The adaptive scheduler says "Unknown" until it has one. */
function known(name: string | undefined): string | undefined {
  return name === 'Unknown' ? undefined : name;
}
