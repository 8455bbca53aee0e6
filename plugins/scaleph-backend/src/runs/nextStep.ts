import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import { SupervisedRun } from './RunRecord';

/** What a supervisor has to do next for a run. @internal */
export type RunStep =
  /** It has no job and is not wanted any more. */
  | 'cancel-jobless'
  /** It waits until the run that it upgrades is suspended. */
  | 'await-takeover'
  /** Record that it is being submitted, then submit. */
  | 'submit'
  /** A submit was recorded, and nobody knows how far it came. */
  | 'resume-submit'
  /** Ask the engine to stop it, then observe. */
  | 'stop'
  /** Have its job end for a restart. */
  | 'end-job'
  /** Ask the engine for an operation, or how far it is, then observe. */
  | 'operate'
  /** Its state is kept: wait for the end of its job. */
  | 'await-suspended'
  /** Submit it again under the next deployment. */
  | 'redeploy'
  /** It is suspended for an upgrade: see what became of the other run. */
  | 'follow-upgrade'
  /** It is suspended; nothing to do until somebody asks for it. */
  | 'rest'
  | 'observe'
  /** It failed, and its owner does not know yet. */
  | 'notify'
  /** It ended: have the engine forget it. */
  | 'clean-up';

type Decisive = Pick<
  SupervisedRun,
  | 'state'
  | 'desired'
  | 'notified'
  | 'operation'
  | 'activity'
  | 'nextStart'
  | 'upgradedBy'
>;

/**
 * The difference between what is desired and what is known, as one step. Pure:
 * the same record gives the same step, so that whoever takes a run over goes
 * on where the last supervisor stopped. That a run is not wanted any more comes
 * before everything else.
 *
 * @internal
 */
export function nextStep(run: Decisive): RunStep {
  if (isTerminal(run.state)) {
    return run.state === 'FAILED' && !run.notified ? 'notify' : 'clean-up';
  }
  const isStopped = run.desired === 'stopped';
  switch (run.state) {
    case 'CREATED':
      if (isStopped) return 'cancel-jobless';
      return run.nextStart ? 'await-takeover' : 'submit';
    case 'SUSPENDED':
      if (isStopped) return 'cancel-jobless';
      if (run.nextStart) return 'redeploy';
      return run.upgradedBy ? 'follow-upgrade' : 'rest';
    case 'SUBMITTING':
      return isStopped ? 'stop' : 'resume-submit';
    case 'CANCELLING':
      return isStopped ? 'stop' : 'observe';
    case 'SUSPENDING':
      if (isStopped) return 'stop';
      return run.operation ? 'operate' : 'await-suspended';
    default:
      if (isStopped) return 'stop';
      if (run.operation) return 'operate';
      return run.activity === 'restart' ? 'end-job' : 'observe';
  }
}
