import { RunState } from '../types';
import { isTerminal } from './states';

/**
 * What can happen to a run.
 *
 * - `submit`: its supervisor begins to hand it to the target (or does so again after a crash);
 * - `submitted`: the target has taken it;
 * - `submit-failed`: the target has refused it for good;
 * - `observed`: the target reports its state;
 * - `unknown`: the target has no trace of it; `final` when it vouches that it does not run and never will;
 * - `cancel-requested`: a user wants it stopped;
 * - `suspend-requested`: its job is to end with a savepoint;
 * - `suspend-failed`: no savepoint could be taken, the job goes on;
 * - `suspended`: the job has ended, and its state is kept;
 * - `resume`: its supervisor begins to hand it to the target again, after it was suspended;
 * - `restore`: the same, after the target lost the job.
 * @public
 */
export type RunStateEvent =
  | { type: 'submit' }
  | { type: 'submitted' }
  | { type: 'submit-failed' }
  | { type: 'observed'; state: RunState }
  | { type: 'unknown'; final: boolean }
  | { type: 'cancel-requested' }
  | { type: 'suspend-requested' }
  | { type: 'suspend-failed' }
  | { type: 'suspended' }
  | { type: 'resume' }
  | { type: 'restore' };

type Transitions = Readonly<Partial<Record<RunState, RunState>>>;

const SUBMIT: Transitions = {
  CREATED: 'SUBMITTING',
  SUBMITTING: 'SUBMITTING',
  RECONCILING: 'SUBMITTING',
};

const SUBMITTED: Transitions = {
  SUBMITTING: 'INITIALIZING',
  // Asked to stop while it was being handed over: the target has it now and must be told.
  CANCELLING: 'CANCELLING',
};

const SUBMIT_FAILED: Transitions = {
  CREATED: 'FAILED',
  SUBMITTING: 'FAILED',
  RECONCILING: 'FAILED',
  // Nothing runs, and that is what was asked for.
  CANCELLING: 'CANCELED',
};

const CANCEL_REQUESTED: Transitions = {
  CREATED: 'CANCELED',
  SUBMITTING: 'CANCELLING',
  INITIALIZING: 'CANCELLING',
  RUNNING: 'CANCELLING',
  SUSPENDING: 'CANCELLING',
  SUSPENDED: 'CANCELED',
  RESTARTING: 'CANCELLING',
  FAILING: 'FAILING',
  CANCELLING: 'CANCELLING',
  RECONCILING: 'CANCELLING',
};

const SUSPEND_REQUESTED: Transitions = {
  INITIALIZING: 'SUSPENDING',
  RUNNING: 'SUSPENDING',
  SUSPENDING: 'SUSPENDING',
  RESTARTING: 'SUSPENDING',
  RECONCILING: 'SUSPENDING',
};

const RESTORE: Transitions = {
  INITIALIZING: 'SUBMITTING',
  RUNNING: 'SUBMITTING',
  SUSPENDING: 'SUBMITTING',
  RESTARTING: 'SUBMITTING',
  FAILING: 'SUBMITTING',
  RECONCILING: 'SUBMITTING',
};

/**
 * The state of a run after an event; `undefined` when the event is refused or means nothing in this state. An event that leaves
 * the state as it is answers that state.
 *
 * The rules: nothing leaves a terminal state. What a target reports is true, but for two things: a run that was asked to stop stays
 * CANCELLING until it has ended, however busy the target still says it is, and likewise one that is being suspended stays SUSPENDING.
 * A run that never reached a target is CANCELED at once.
 * @public
 */
export function nextState(
  current: RunState,
  event: RunStateEvent,
): RunState | undefined {
  if (isTerminal(current)) return undefined;
  switch (event.type) {
    case 'submit':
      return SUBMIT[current];
    case 'submitted':
      return SUBMITTED[current];
    case 'submit-failed':
      return SUBMIT_FAILED[current];
    case 'cancel-requested':
      return CANCEL_REQUESTED[current];
    case 'suspend-requested':
      return SUSPEND_REQUESTED[current];
    case 'suspend-failed':
      return current === 'SUSPENDING' ? 'RUNNING' : undefined;
    case 'suspended':
      return current === 'SUSPENDING' ? 'SUSPENDED' : undefined;
    case 'resume':
      return current === 'SUSPENDED' ? 'SUBMITTING' : undefined;
    case 'restore':
      return RESTORE[current];
    case 'observed':
      return observed(current, event.state);
    case 'unknown':
      return unknown(current, event.final);
    default:
      return undefined;
  }
}

// States that only the portal knows; a target that reports one says nothing.
const NEVER_OBSERVED: readonly RunState[] = [
  'CREATED',
  'SUBMITTING',
  'SUSPENDING',
  'SUSPENDED',
];

function observed(current: RunState, state: RunState): RunState | undefined {
  if (NEVER_OBSERVED.includes(state)) return undefined;
  // There is no job that could be observed: not yet, or not any more.
  if (current === 'CREATED' || current === 'SUSPENDED') return undefined;
  const isEnding = current === 'CANCELLING' || current === 'SUSPENDING';
  return isEnding && !isTerminal(state) ? current : state;
}

function unknown(current: RunState, final: boolean): RunState | undefined {
  // It has no job on purpose.
  if (current === 'CREATED' || current === 'SUSPENDED') return undefined;
  if (current === 'CANCELLING') return final ? 'CANCELED' : 'CANCELLING';
  if (current === 'SUSPENDING' && !final) return 'SUSPENDING';
  return final ? 'FAILED' : 'RECONCILING';
}
