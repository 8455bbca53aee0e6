import {
  ClusterJob,
  TargetOverview,
  TaskManager,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  ClusterOverview,
  TaskManagerSummary,
} from '../../rest/types/ClusterTypes';
import { JobSummary } from '../../rest/types/JobTypes';
import { timeOf } from './timeOf';

/** @internal */
export function toTargetOverview(input: {
  overview: ClusterOverview;
  taskManagers: readonly TaskManagerSummary[];
  jobs: readonly JobSummary[];
  gateway: TargetOverview['gateway'];
  /** Milliseconds since 1970. */
  at: number;
}): TargetOverview {
  const { overview, taskManagers, jobs, gateway, at } = input;
  return {
    at: new Date(at).toISOString(),
    version: overview.version,
    commit: overview.commit,
    slots: overview.slotsTotal,
    freeSlots: overview.slotsAvailable,
    taskManagers: taskManagers.map(toTaskManager),
    jobs: [...jobs]
      .sort((a, b) => b.startTime - a.startTime)
      .map(job => toClusterJob(job, at)),
    gateway,
    missing: [],
  };
}

function toTaskManager(it: TaskManagerSummary): TaskManager {
  return {
    id: it.id,
    // The actor's address, e.g. pekko.tcp://flink@10.0.0.7:34547/user/rpc/taskmanager_0.
    address: /@([^/]+)/.exec(it.path)?.[1] ?? it.path,
    slots: it.slots,
    freeSlots: it.freeSlots,
    cpuCores: it.cpuCores,
    memoryBytes: it.physicalMemory,
    heapBytes: it.freeMemory,
    managedMemoryBytes: it.managedMemory,
    lastHeartbeatAt: timeOf(it.lastHeartbeat),
    blocked: it.blocked,
  };
}

function toClusterJob(job: JobSummary, now: number): ClusterJob {
  return {
    jobId: job.id,
    name: job.name,
    state: job.state,
    startedAt: new Date(job.startTime).toISOString(),
    endedAt: timeOf(job.endTime),
    durationMs: Math.max(0, (job.endTime ?? now) - job.startTime),
    tasks: job.tasks,
  };
}
