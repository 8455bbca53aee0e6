/** What a cluster tells of itself. @public */
export interface ClusterOverview {
  /** E.g. `1.20.3`. */
  version: string;
  commit?: string;
  taskManagers: number;
  slotsTotal: number;
  slotsAvailable: number;
  jobsRunning: number;
  jobsFinished: number;
  jobsCancelled: number;
  jobsFailed: number;
}

/** @public */
export interface ClusterConfig {
  version: string;
  /** Commit and its date. */
  revision?: string;
  /** Whether jars may be uploaded and run. */
  webSubmit: boolean;
  webCancel: boolean;
  webRescale: boolean;
}

/** @public */
export interface TaskManagerSummary {
  id: string;
  /** Address of its actor system. */
  path: string;
  slots: number;
  freeSlots: number;
  /** Milliseconds since 1970. */
  lastHeartbeat?: number;
  cpuCores?: number;
  /** Bytes. */
  physicalMemory?: number;
  freeMemory?: number;
  managedMemory?: number;
  /** It gets no new tasks for now. */
  blocked?: boolean;
  /** By Flink's names (`taskHeap`, `totalProcessMemory` …), bytes. */
  memoryConfiguration: Record<string, number>;
}

/** @public */
export interface TaskManagerDetail extends TaskManagerSummary {
  /** By Flink's names (`heapUsed`, `heapMax`, `nettyShuffleMemoryUsed` …). */
  metrics: Record<string, number>;
  garbageCollectors: { name: string; count: number; timeMs: number }[];
  allocatedSlots: { index?: number; jobId: string }[];
}

/** @public */
export interface LogFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  modifiedAt?: number;
}

/** @public */
export interface ThreadInfo {
  name: string;
  /** State and stack. */
  text: string;
}

/** @public */
export interface JvmEnvironment {
  version: string;
  arch: string;
  options: string[];
  classpath: string[];
}

/** @public */
export interface Metric {
  id: string;
  value: string;
}

/** Only the asked aggregations are set. @public */
export interface AggregatedMetric {
  id: string;
  min?: number;
  max?: number;
  avg?: number;
  sum?: number;
}
