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
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunStopper } from './RunStopper';
import { RunSubmitter } from './RunSubmitter';
import { RunPatch, transition } from './transition';

/** So many failures in a row to observe, and the state counts as not known. */
const FAILURES_UNTIL_RECONCILING = 3;
/** So many failures in a row to read the log of an ended run, and it ends without the rest. */
const FAILURES_UNTIL_LOG_IS_GIVEN_UP = 5;

/** @internal */
export interface RunReconcilerParts {
  observer: RunObserver;
  submitter: RunSubmitter;
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
    switch (nextStep(run)) {
      case 'cancel-unsubmitted':
        return stopper.cancelUnsubmitted(run);
      case 'submit':
        return submitter.submit(run);
      case 'resume-submit':
        return submitter.resume(run);
      case 'stop':
        return this.observe(await stopper.stop(run));
      case 'observe':
        return this.observe(run);
      case 'notify':
        return ending.notify(run);
      default:
        return ending.cleanUp(run);
    }
  }

  private async observe(run: SupervisedRun): Promise<SupervisedRun> {
    let observation: Observation;
    try {
      observation = await this.parts.observer.observe(run);
    } catch (error) {
      return this.unanswered(run, error);
    }
    return isEnd(observation)
      ? this.end(run, observation)
      : this.goOn(run, observation);
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
    const { importer, faults, kinds } = this.parts;
    await faults.reach('before-end', run.id);
    const { run: current, error } = await importer.importLogs(run, true);
    const problem = error && `The log cannot be read: ${error.message}`;
    if (problem && run.attempts + 1 < FAILURES_UNTIL_LOG_IS_GIVEN_UP) {
      return this.later(current, problem);
    }
    await faults.reach('after-logs', run.id);
    const ended = await this.write(current, observation, problem);
    if (isTerminal(ended.state)) kinds.forget(run.id);
    await faults.reach('after-end', run.id);
    return ended;
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
