import type {
  RunActionName,
  RunSummary,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';

/** Why an action cannot be asked for now; the name of a text in `job.action.reason`. @internal */
export type ActionBar =
  | 'denied'
  | 'busy'
  | 'ended'
  | 'notRunning'
  | 'notSuspended'
  | 'batch'
  | 'notNow';

/** @internal */
export interface ActionOffer {
  action: RunActionName;
  /** Absent when it can be asked for. */
  reason?: ActionBar;
}

// In the order of a menu: what goes on first, what ends it last.
const ORDER: RunActionName[] = [
  'resume',
  'savepoint',
  'checkpoint',
  'rescale',
  'upgrade',
  'restart',
  'suspend',
  'stop',
  'cancel',
];

const NEEDS_STATE: RunActionName[] = [
  'savepoint',
  'checkpoint',
  'suspend',
  'stop',
  'upgrade',
];

function reasonOf(run: RunSummary, action: RunActionName): ActionBar {
  if (isTerminal(run.state)) {
    return 'ended';
  }
  if (run.activity) {
    return 'busy';
  }
  if (action === 'resume') {
    return 'notSuspended';
  }
  if (run.mode === 'batch' && NEEDS_STATE.includes(action)) {
    return 'batch';
  }
  return run.state === 'RUNNING' ? 'notNow' : 'notRunning';
}

/**
 * The actions that a run's target has, each with the reason when its state or
 * the policy does not allow it now. An action that the target does not have is
 * not offered at all.
 *
 * @param targetActions - of the target; what the run allows now when the target is not known
 * @internal
 */
export function offerActions(
  run: RunSummary,
  targetActions: Target['actions'] | undefined,
  mayAct: (action: RunActionName) => boolean,
): ActionOffer[] {
  const has = (action: RunActionName) =>
    run.actions.includes(action) || targetActions?.includes(action);
  // Resume is of a suspended run alone, and a run that is up needs no such line.
  const isShown = (action: RunActionName) =>
    action !== 'resume' || run.state === 'SUSPENDED';
  return ORDER.filter(action => has(action) && isShown(action)).map(action => {
    if (!mayAct(action)) {
      return { action, reason: 'denied' };
    }
    return run.actions.includes(action)
      ? { action }
      : { action, reason: reasonOf(run, action) };
  });
}
