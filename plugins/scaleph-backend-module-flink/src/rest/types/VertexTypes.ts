import { IoMetrics } from './JobTypes';

/** @public */
export interface Subtask {
  index: number;
  status: string;
  attempt: number;
  /** Host and port of its TaskManager. */
  endpoint?: string;
  taskManagerId?: string;
  startTime?: number;
  endTime?: number;
  metrics: IoMetrics;
}

/** @public */
export interface VertexDetail {
  id: string;
  name: string;
  parallelism: number;
  subtasks: Subtask[];
}

/** @public */
export interface Backpressure {
  /** False while the cluster still measures. */
  measured: boolean;
  /** `ok`, `low` or `high`. */
  level?: string;
  /** Milliseconds since 1970. */
  at?: number;
  /** Ratios from 0 to 1. */
  subtasks: {
    index: number;
    level?: string;
    ratio?: number;
    idleRatio?: number;
    busyRatio?: number;
  }[];
}
