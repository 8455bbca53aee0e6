/** Flink's states of a job. A later release may add some. @public */
export type JobState =
  | 'INITIALIZING'
  | 'CREATED'
  | 'RUNNING'
  | 'FAILING'
  | 'FAILED'
  | 'CANCELLING'
  | 'CANCELED'
  | 'FINISHED'
  | 'RESTARTING'
  | 'SUSPENDED'
  | 'RECONCILING';

/** A job in the list of all jobs; times are milliseconds since 1970. @public */
export interface JobSummary {
  id: string;
  name: string;
  state: JobState;
  startTime: number;
  /** Absent while it has not ended. */
  endTime?: number;
  lastModification: number;
  /** By state in lower case (`running`, `failed` …) and `total`. */
  tasks: Record<string, number>;
  /** Operators that are not planned yet (2.x, adaptive batch). */
  pendingOperators?: number;
}

/** Records and bytes of a vertex or subtask; `complete` is false while the last ones have not been reported. @public */
export interface IoMetrics {
  readBytes: number;
  writeBytes: number;
  readRecords: number;
  writeRecords: number;
  complete: boolean;
  /** Milliseconds, all subtasks together. */
  backpressuredMs?: number;
  idleMs?: number;
  busyMs?: number;
}

/** @public */
export interface JobVertex {
  id: string;
  name: string;
  parallelism: number;
  maxParallelism?: number;
  /** E.g. `RUNNING`; states of tasks. */
  status: string;
  startTime?: number;
  endTime?: number;
  /** By state of a task. */
  tasks: Record<string, number>;
  metrics: IoMetrics;
}

/** @public */
export interface PlanNode {
  id: string;
  parallelism: number;
  /** HTML of Flink's: operators with `<br/>`. */
  description: string;
  inputs: { id: string; shipStrategy?: string; exchange?: string }[];
}

/** @public */
export interface JobPlan {
  name: string;
  nodes: PlanNode[];
}

/** @public */
export interface JobDetail {
  id: string;
  name: string;
  state: JobState;
  /** `STREAMING` or `BATCH`; absent before 1.19. */
  type?: string;
  startTime: number;
  endTime?: number;
  /** The cluster's clock. */
  now: number;
  /** When each state was reached; 0 for never. */
  timestamps: Record<string, number>;
  vertices: JobVertex[];
  plan?: JobPlan;
}

/** @public */
export interface JobConfig {
  name: string;
  /** `restart-strategy`, `job-parallelism` …, without the user's own. */
  execution: Record<string, string>;
  /** Parameters that the program set. */
  user: Record<string, string>;
}

/** @public */
export interface JobException {
  /** Milliseconds since 1970. */
  at?: number;
  /** Class. */
  name?: string;
  stack: string;
  task?: string;
  /** TaskManager's host and port. */
  endpoint?: string;
  taskManagerId?: string;
  labels?: Record<string, string>;
}

/** @public */
export interface JobExceptions {
  root?: { stack: string; at?: number };
  /** The newest first. */
  history: (JobException & { concurrent: JobException[] })[];
  /** There were more. */
  truncated: boolean;
}

/** @public */
export interface Accumulator {
  name: string;
  type: string;
  value: string;
}
