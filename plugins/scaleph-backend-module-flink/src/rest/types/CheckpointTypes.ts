/** A checkpoint or savepoint of a job; times are milliseconds since 1970. @public */
export interface Checkpoint {
  id: number;
  /** `IN_PROGRESS`, `COMPLETED`, `FAILED`. */
  status: string;
  isSavepoint: boolean;
  /** `CANONICAL` or `NATIVE`. */
  savepointFormat?: string;
  /** `CHECKPOINT`, `UNALIGNED_CHECKPOINT`, `SAVEPOINT`, `SYNC_SAVEPOINT`. */
  type?: string;
  triggeredAt: number;
  acknowledgedAt?: number;
  /** Milliseconds. */
  duration?: number;
  /** Bytes of the whole state, and of what this one wrote. */
  stateSize?: number;
  checkpointedSize?: number;
  processedData?: number;
  persistedData?: number;
  subtasks: number;
  acknowledgedSubtasks: number;
  /** Where it is kept; what a job starts from. */
  location?: string;
  /** The files are gone. */
  discarded?: boolean;
  failure?: { message: string; at?: number };
}

/** @public */
export interface CheckpointTask {
  /** Of the vertex. */
  id: string;
  status: string;
  acknowledgedAt?: number;
  duration?: number;
  stateSize?: number;
  checkpointedSize?: number;
  subtasks: number;
  acknowledgedSubtasks: number;
}

/** @public */
export interface CheckpointDetail extends Checkpoint {
  tasks: CheckpointTask[];
}

/** @public */
export interface SubtaskCheckpoint {
  index: number;
  status: string;
  acknowledgedAt?: number;
  duration?: number;
  stateSize?: number;
  checkpointedSize?: number;
  /** Milliseconds. */
  syncDuration?: number;
  asyncDuration?: number;
  alignmentDuration?: number;
  startDelay?: number;
  unaligned?: boolean;
}

/** Statistics of one number over the checkpoints. @public */
export interface StatsSummary {
  min?: number;
  max?: number;
  avg?: number;
  p50?: number;
  p90?: number;
  p99?: number;
}

/** @public */
export interface CheckpointStatistics {
  counts: {
    restored: number;
    total: number;
    inProgress: number;
    completed: number;
    failed: number;
  };
  summary: {
    duration: StatsSummary;
    stateSize: StatsSummary;
    checkpointedSize: StatsSummary;
  };
  latest: {
    completed?: Checkpoint;
    savepoint?: Checkpoint;
    failed?: Checkpoint;
    restored?: {
      id: number;
      at: number;
      isSavepoint: boolean;
      location?: string;
    };
  };
  /** The newest first. */
  history: Checkpoint[];
}

/** @public */
export interface CheckpointConfig {
  /** `exactly_once` or `at_least_once`. */
  mode: string;
  /** Milliseconds; far above any interval when there is none. */
  interval: number;
  timeout: number;
  minPause: number;
  maxConcurrent: number;
  /** Whether checkpoints outlive the job's cancellation; `undefined` when they are not kept outside at all. */
  retainedOnCancellation?: boolean;
  stateBackend?: string;
  storage?: string;
  unaligned?: boolean;
  tolerableFailures?: number;
}

/** How an asynchronous operation stands. @public */
export type TriggerStatus =
  | { state: 'IN_PROGRESS' }
  | { state: 'COMPLETED'; location?: string; checkpointId?: number }
  | { state: 'FAILED'; reason: string };
