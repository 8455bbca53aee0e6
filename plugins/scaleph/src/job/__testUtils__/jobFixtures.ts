import type {
  JobCheckpoints,
  JobView,
  Snapshot,
} from '@scaleph/backstage-plugin-scaleph-common';

export const AT = '2026-01-01T08:00:00.000Z';
export const RUN_ID = '6f1d9c1e-0000-4000-8000-000000000001';
export const JOB_ID = 'c8def52bd4aeee0b1799acec4710999e';

/** A source that feeds a window by key. */
export const aJob = (changes: Partial<JobView> = {}): JobView => ({
  jobId: JOB_ID,
  name: 'clicks',
  state: 'RUNNING',
  type: 'streaming',
  at: AT,
  startedAt: AT,
  parallelism: 2,
  vertices: [
    {
      id: 'aa',
      name: 'Source: clicks[1] -> Calc(select=[user_id, ROWTIME]) -> WatermarkAssigner[3]',
      parallelism: 2,
      maxParallelism: 128,
      state: 'RUNNING',
      tasks: { RUNNING: 2, FAILED: 0 },
      recordsOut: 1_250_000,
      bytesOut: 12_000_000,
      recordsOutPerSecond: 350,
      busy: 0.1,
      backpressured: 0.8,
      idle: 0.1,
      startedAt: AT,
    },
    {
      id: 'bb',
      name: 'GlobalWindowAggregate[5] -> Sink: clicks_by_user[6]',
      parallelism: 2,
      state: 'RUNNING',
      tasks: { RUNNING: 1, DEPLOYING: 1 },
      recordsIn: 1_249_000,
      recordsInPerSecond: 349.6,
      busy: 1,
      backpressured: 0,
      idle: 0,
      watermark: '2026-01-01T07:59:58.000Z',
      startedAt: AT,
    },
  ],
  edges: [{ from: 'aa', to: 'bb', strategy: 'HASH' }],
  missing: [],
  ...changes,
});

/** Two checkpoints, the newer one failed. */
export const aCheckpointView = (
  changes: Partial<JobCheckpoints> = {},
): JobCheckpoints => ({
  enabled: true,
  intervalMs: 10_000,
  mode: 'exactly-once',
  stateBackend: 'rocksdb',
  counts: { completed: 7, failed: 1, inProgress: 0, restored: 1, total: 8 },
  durationMs: { min: 20, average: 45, max: 210, p99: 200 },
  sizeBytes: { min: 1000, average: 4200, max: 9000 },
  restored: { at: AT, location: 'file:/sp/savepoint-1a2b', kind: 'savepoint' },
  history: [
    {
      id: 8,
      status: 'failed',
      kind: 'checkpoint',
      triggeredAt: AT,
      failure: 'Checkpoint expired before completing.',
    },
    {
      id: 7,
      status: 'completed',
      kind: 'checkpoint',
      triggeredAt: AT,
      durationMs: 45,
      sizeBytes: 4200,
      fullSizeBytes: 9000,
      acknowledged: 4,
      subtasks: 4,
    },
  ],
  ...changes,
});

/** A savepoint of the run of the tests. */
export const aSnapshot = (changes: Partial<Snapshot> = {}): Snapshot => ({
  id: 's1',
  run: RUN_ID,
  pipeline: 'airports',
  version: 1,
  deployment: 1,
  kind: 'savepoint',
  location: 'file:/sp/savepoint-1a2b',
  sizeBytes: 12_000,
  createdAt: AT,
  ...changes,
});
