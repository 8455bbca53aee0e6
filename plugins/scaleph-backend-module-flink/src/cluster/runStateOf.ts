import { RunState } from '@scaleph/backstage-plugin-scaleph-common';
import { JobSummary } from '../rest/types/JobTypes';

const STATES: Readonly<Record<string, RunState>> = {
  INITIALIZING: 'INITIALIZING',
  CREATED: 'INITIALIZING',
  RUNNING: 'RUNNING',
  RESTARTING: 'RESTARTING',
  FAILING: 'FAILING',
  FAILED: 'FAILED',
  CANCELLING: 'CANCELLING',
  CANCELED: 'CANCELED',
  FINISHED: 'FINISHED',
  // The JobManager lost its leadership or is taking the job up again: another one will tell.
  SUSPENDED: 'RECONCILING',
  RECONCILING: 'RECONCILING',
};

const STARTING = ['created', 'scheduled', 'deploying', 'initializing'] as const;

/**
 * The state of a run whose job Flink lists so. Flink's RUNNING begins before any task does: a job that waits for slots or starts its
 * tasks is INITIALIZING here.
 * @internal
 */
export function runStateOf(job: Pick<JobSummary, 'state' | 'tasks'>): RunState {
  const state = STATES[job.state] ?? 'RECONCILING';
  return state === 'RUNNING' && hasNotBegun(job.tasks) ? 'INITIALIZING' : state;
}

function hasNotBegun(tasks: JobSummary['tasks']): boolean {
  const starting = STARTING.reduce((sum, it) => sum + (tasks[it] ?? 0), 0);
  return starting > 0 && !tasks.running && !tasks.finished;
}

/** Whether Flink's job has ended for good. @internal */
export function hasEnded(job: Pick<JobSummary, 'state'>): boolean {
  return ['FAILED', 'CANCELED', 'FINISHED'].includes(job.state);
}
