import { RunState } from '../types';

/** Every observed state of a run, with Flink's names. @public */
export const RUN_STATES: readonly RunState[] = [
  'CREATED',
  'SUBMITTING',
  'INITIALIZING',
  'RUNNING',
  'SUSPENDING',
  'SUSPENDED',
  'RESTARTING',
  'FAILING',
  'FAILED',
  'CANCELLING',
  'CANCELED',
  'FINISHED',
  'RECONCILING',
];

/** States that a run never leaves. @public */
export const TERMINAL_STATES: readonly RunState[] = [
  'FAILED',
  'CANCELED',
  'FINISHED',
];

/** Whether a run in this state has ended for good. @public */
export function isTerminal(state: RunState): boolean {
  return TERMINAL_STATES.includes(state);
}

/**
 * Whether a run in this state has, or may yet have, a job on its target. Neither an ended run has one nor a suspended one.
 * @public
 */
export function isActive(state: RunState): boolean {
  return !isTerminal(state) && state !== 'SUSPENDED';
}

/** What each state means, in a sentence. @public */
export const RUN_STATE_SENTENCES: Readonly<Record<RunState, string>> = {
  CREATED: 'The run is recorded and waits to be submitted.',
  SUBMITTING: 'The run is being handed to its target.',
  INITIALIZING: 'The target has accepted the run and prepares it.',
  RUNNING: 'The run is processing rows.',
  SUSPENDING: 'The run is taking a savepoint and will then stop.',
  SUSPENDED: 'The run has stopped with a savepoint and can be resumed.',
  RESTARTING: 'The target is starting the run again after a failure.',
  FAILING: 'The run has failed and its target is cleaning up.',
  FAILED: 'The run has ended with an error.',
  CANCELLING: 'The run has been asked to stop.',
  CANCELED: 'The run was stopped on request.',
  FINISHED: 'The run has processed everything.',
  RECONCILING:
    'The target does not answer or does not know the run; this is being looked into.',
};
