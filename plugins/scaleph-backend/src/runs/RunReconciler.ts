import { LoggerService } from '@backstage/backend-plugin-api';
import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import { Observation } from '@scaleph/backstage-plugin-scaleph-node';
import { toTimestamp } from '../database/timestamps';
import { backOffMs, messageOf } from './engineErrors';
import { nextStep } from './nextStep';
import { isEnd, observed } from './observed';
import { RunEnding } from './RunEnding';
import { RunFaults } from './RunFaults';
import { RunLogImporter } from './RunLogImporter';
import { RunNodeKinds } from './RunNodeKinds';
import { RunObserver } from './RunObserver';
import { RunOperator } from './RunOperator';
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunRedeployer } from './RunRedeployer';
import { RunRestorer } from './RunRestorer';
import { RunStopper } from './RunStopper';
import { RunSubmitter } from './RunSubmitter';
import { RunSuspender } from './RunSuspender';
import { RunUpgrader } from './RunUpgrader';
import { RunPatch, transition } from './transition';
import { UncertainSubmits } from './UncertainSubmits';

/** So many failures in a row to observe, and the state counts as not known. */
const FAILURES_UNTIL_RECONCILING = 3;
/** So many failures in a row to read the log of an ended run, and it ends without the rest. */
const FAILURES_UNTIL_LOG_IS_GIVEN_UP = 5;

/** A suspended run is looked at so seldom. */
const REST_MS = 24 * 3_600_000;
/** An operation that is not decided so long after its job has ended is taken as failed. */
const UNDECIDED_MS = 120_000;

/** @internal */
export interface RunReconcilerParts {
  observer: RunObserver;
  submitter: RunSubmitter;
  submits: UncertainSubmits;
  operator: RunOperator;
  redeployer: RunRedeployer;
  suspender: RunSuspender;
  upgrader: RunUpgrader;
  restorer: RunRestorer;
  stopper: RunStopper;
  ending: RunEnding;
  importer: RunLogImporter;
  recorder: RunRecorder;
  kinds: RunNodeKinds;
  faults: RunFaults;
  logger: LoggerService;
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
    const { submitter, stopper, ending } = this.parts;
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
        return this.observe(await stopper.stop(run));
      case 'end-job':
        return suspender.endJob(run);
      case 'operate':
        return this.operate(run);
      case 'await-suspended':
        return this.observe(run);
      case 'redeploy':
        return redeployer.resume(run);
      case 'follow-upgrade':
        return upgrader.followUpgrade(run);
      case 'rest':
        return this.rest(run);
      case 'observe':
        return this.observe(run);
      case 'notify':
        return ending.notify(run);
      default:
        return ending.cleanUp(run);
    }
  }

  /** The operation first: how it ended says what the end of the job means. */
  private async operate(run: SupervisedRun): Promise<SupervisedRun> {
    const next = await this.parts.operator.step(run);
    return next.operation === run.operation ? this.observe(next) : next;
  }

  /** Nobody supervises it until somebody wants something of it. */
  private rest(run: SupervisedRun): Promise<SupervisedRun> {
    return this.parts.recorder.record(run, {
      change: { leaseOwner: undefined, restMs: REST_MS },
    });
  }

  private async observe(run: SupervisedRun): Promise<SupervisedRun> {
    let observation: Observation;
    try {
      observation = await this.parts.observer.observe(run);
    } catch (error) {
      return this.unanswered(run, error);
    }
    if (!isEnd(observation)) return this.goOn(run, observation);
    if (observation.kind === 'unknown' && (await this.isUncertain(run))) {
      return this.goOn(run, { ...observation, final: false });
    }
    // Whether a savepoint was made is not decided yet, and the end of the job is part of it.
    if (endsByOperation(run) && !isOverdue(observation)) return run;
    return this.end(run, observation);
  }

  /** It was to be stopped in the middle of a submit: its job may still come up, and is told to end then. */
  private async isUncertain(run: SupervisedRun): Promise<boolean> {
    return run.state === 'CANCELLING' && this.parts.submits.mayStillBegin(run);
  }

  private async goOn(
    run: SupervisedRun,
    observation: Observation,
  ): Promise<SupervisedRun> {
    const { importer, logger, faults } = this.parts;
    const current = await this.write(run, observation);
    if (current.state === 'RUNNING') {
      await faults.reach('while-running', run.id);
    }
    if (current.proved && !run.proved) {
      await faults.reach('after-proof', run.id);
    }
    if (nextStep(current) === 'await-suspended') {
      await this.parts.suspender.urge(current);
    }
    if (observation.kind === 'unknown') return this.leaveToItsMachine(current);
    const imported = await importer.importLogs(current, false);
    if (imported.error) {
      // Tried again in a second; at the end of the run it counts.
      logger.debug(`Log of run ${run.id}: ${imported.error.message}`);
    }
    return imported.run;
  }

  /** A back end on the machine of the run, when it is back, sees more than this one. */
  private async leaveToItsMachine(run: SupervisedRun): Promise<SupervisedRun> {
    const { observer, recorder } = this.parts;
    if (!observer.isElsewhere(run)) return run;
    return recorder.record(run, {
      change: { leaseOwner: undefined },
    });
  }

  /**
   * All lines first, then the end: whoever sees the run ended sees its whole
   * log, and a crash in between only repeats the rest.
   */
  private async end(
    run: SupervisedRun,
    observation: Observation,
  ): Promise<SupervisedRun> {
    const { importer, faults } = this.parts;
    await faults.reach('before-end', run.id);
    const { run: current, error } = await importer.importLogs(run, true);
    const problem = error && `The log cannot be read: ${error.message}`;
    if (problem && run.attempts + 1 < FAILURES_UNTIL_LOG_IS_GIVEN_UP) {
      return this.later(current, problem);
    }
    await faults.reach('after-logs', run.id);
    if (nextStep(current) === 'await-suspended') {
      const counted = await this.count(current, observation);
      const suspended = await this.parts.suspender.ended(counted, observation);
      if (suspended) return this.forgetEnded(suspended);
    }
    if (observation.kind === 'unknown' && isToBeRestored(current)) {
      const { reason } = observation;
      return this.forgetEnded(await this.parts.restorer.lost(current, reason));
    }
    const ended = await this.write(current, observation, problem);
    if (ended.proved && !run.proved) await faults.reach('after-proof', run.id);
    await faults.reach('after-end', run.id);
    return this.forgetEnded(ended);
  }

  /** The last counters of a job whose end is not the end of its run. */
  private count(
    run: SupervisedRun,
    observation: Observation,
  ): Promise<SupervisedRun> | SupervisedRun {
    return observation.kind === 'known'
      ? this.write(run, { ...observation, state: 'RUNNING' })
      : run;
  }

  private forgetEnded(run: SupervisedRun): SupervisedRun {
    if (isTerminal(run.state)) this.parts.kinds.forget(run.id);
    return run;
  }

  private async write(
    run: SupervisedRun,
    observation: Observation,
    note?: string,
  ): Promise<SupervisedRun> {
    const { recorder, kinds } = this.parts;
    const now = toTimestamp();
    const patch = observed(run, observation, await kinds.of(run.id), now);
    if (!patch) return run;
    if (note) patch.events.push({ at: now, type: 'note', message: note });
    return recorder.record(run, patch);
  }

  private async unanswered(
    run: SupervisedRun,
    error: unknown,
  ): Promise<SupervisedRun> {
    const reason = messageOf(error);
    this.parts.logger.warn(`Run ${run.id} could not be observed: ${reason}`);
    const patch =
      run.attempts + 1 >= FAILURES_UNTIL_RECONCILING
        ? transition(
            run,
            { type: 'unknown', final: false },
            { at: toTimestamp(), message: reason, reason },
          )
        : undefined;
    return this.later(run, reason, patch);
  }

  private later(
    run: SupervisedRun,
    reason: string,
    patch?: RunPatch,
  ): Promise<SupervisedRun> {
    const attempts = run.attempts + 1;
    const restMs = backOffMs(attempts);
    return this.parts.recorder.record(run, {
      events: patch?.events,
      change: { ...patch?.change, reason, attempts, restMs },
    });
  }
}

/** What is to be stopped is not started again. */
function isToBeRestored({ state, desired }: SupervisedRun): boolean {
  return state !== 'CANCELLING' && desired !== 'stopped';
}

function endsByOperation(run: SupervisedRun): boolean {
  return run.state === 'SUSPENDING' && run.operation !== undefined;
}

function isOverdue(observation: Observation): boolean {
  if (observation.kind === 'unknown') return true;
  const { endedAt } = observation;
  return (
    endedAt !== undefined && Date.now() - Date.parse(endedAt) > UNDECIDED_MS
  );
}
