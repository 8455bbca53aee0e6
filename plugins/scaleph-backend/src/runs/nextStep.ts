import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import { SupervisedRun } from './RunRecord';

/** What a supervisor has to do next for a run. @internal */
export type RunStep =
  /** It was never submitted and is not wanted any more. */
  | 'cancel-unsubmitted'
  /** Record that it is being submitted, then submit. */
  | 'submit'
  /** A submit was recorded, and nobody knows how far it came. */
  | 'resume-submit'
  /** Ask the engine to stop it, then observe. */
  | 'stop'
  | 'observe'
  /** It failed, and its owner does not know yet. */
  | 'notify'
  /** It ended: have the engine forget it. */
  | 'clean-up';

/**
 * The difference between what is desired and what is known, as one step. Pure:
 * the same record gives the same step, so that whoever takes a run over goes
 * on where the last supervisor stopped.
 *
 * @internal
 */
export function nextStep(
  run: Pick<SupervisedRun, 'state' | 'desired' | 'notified'>,
): RunStep {
  if (isTerminal(run.state)) {
    return run.state === 'FAILED' && !run.notified ? 'notify' : 'clean-up';
  }
  if (run.state === 'CREATED') {
    return run.desired === 'stopped' ? 'cancel-unsubmitted' : 'submit';
  }
  if (run.desired === 'stopped') return 'stop';
  return run.state === 'SUBMITTING' ? 'resume-submit' : 'observe';
}
