import { nextStep } from './nextStep';
import { RunEnding } from './RunEnding';
import { RunFollower } from './RunFollower';
import { RunOperator } from './RunOperator';
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunRedeployer } from './RunRedeployer';
import { RunStopper } from './RunStopper';
import { RunSubmitter } from './RunSubmitter';
import { RunSuspender } from './RunSuspender';
import { RunUpgrader } from './RunUpgrader';

/** A suspended run is looked at so seldom. */
const REST_MS = 24 * 3_600_000;

/** @internal */
export interface RunReconcilerParts {
  follower: RunFollower;
  submitter: RunSubmitter;
  operator: RunOperator;
  redeployer: RunRedeployer;
  suspender: RunSuspender;
  upgrader: RunUpgrader;
  stopper: RunStopper;
  ending: RunEnding;
  recorder: RunRecorder;
}

/**
 * Brings one run one step nearer to what is desired. Every step begins with
 * the record as it is in the database and may be repeated: whoever supervises
 * the run next takes the same step.
 *
 * @internal
 */
export class RunReconciler {
  constructor(private readonly parts: RunReconcilerParts) {}

  /** Throws StaleRunError when the run was changed by another writer meanwhile; read it again. */
  async step(run: SupervisedRun): Promise<SupervisedRun> {
    const { follower, submitter, stopper, ending } = this.parts;
    const { redeployer, suspender, upgrader } = this.parts;
    switch (nextStep(run)) {
      case 'cancel-jobless':
        return stopper.cancelJobless(run);
      case 'await-takeover':
        return upgrader.awaitTakeover(run);
      case 'submit':
        return submitter.submit(run);
      case 'resume-submit':
        return submitter.resume(run);
      case 'stop':
        return follower.observe(await stopper.stop(run));
      case 'end-job':
        return suspender.endJob(run);
      case 'operate':
        return this.operate(run);
      case 'await-suspended':
        return follower.observe(run);
      case 'redeploy':
        return redeployer.resume(run);
      case 'follow-upgrade':
        return upgrader.followUpgrade(run);
      case 'rest':
        return this.rest(run);
      case 'observe':
        return follower.observe(run);
      case 'notify':
        return ending.notify(run);
      default:
        return ending.cleanUp(run);
    }
  }

  /** The operation first: how it ended says what the end of the job means. */
  private async operate(run: SupervisedRun): Promise<SupervisedRun> {
    const { operator, follower } = this.parts;
    const next = await operator.step(run);
    return next.operation === run.operation ? follower.observe(next) : next;
  }

  /** Nobody supervises it until somebody wants something of it. */
  private rest(run: SupervisedRun): Promise<SupervisedRun> {
    return this.parts.recorder.record(run, {
      change: { leaseOwner: undefined, restMs: REST_MS },
    });
  }
}
