import {
  ClusterJob,
  RUN_STATES,
  RunState,
  TERMINAL_STATES,
} from '@scaleph/backstage-plugin-scaleph-common';

/** The state of a job among ours, which have Flink's names; undefined for one that a later Flink may bring. */
export function stateOf(job: ClusterJob): RunState | undefined {
  return RUN_STATES.find(state => state === job.state);
}

/** Whether a job has ended for good. */
export function hasEnded(job: ClusterJob): boolean {
  const state = stateOf(job);
  return state !== undefined && TERMINAL_STATES.includes(state);
}

/** Those that go on first; then by time, newest first. */
export function sortJobs(jobs: readonly ClusterJob[]): ClusterJob[] {
  return [...jobs].sort(
    (one, other) =>
      Number(hasEnded(one)) - Number(hasEnded(other)) ||
      other.startedAt.localeCompare(one.startedAt),
  );
}

/** Tasks by their state, those that there are: `running 3, finished 1`. */
export function tasksText(tasks: ClusterJob['tasks']): string {
  const parts = Object.entries(tasks ?? {})
    .filter(([state, count]) => state !== 'total' && count > 0)
    .map(([state, count]) => `${state} ${count}`);
  return parts.join(', ') || '–';
}
