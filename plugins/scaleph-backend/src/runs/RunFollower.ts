import { LoggerService } from '@backstage/backend-plugin-api';
import { Observation } from '@scaleph/backstage-plugin-scaleph-node';
import { toTimestamp } from '../database/timestamps';
import { messageOf } from './engineErrors';
import { JobEnding } from './JobEnding';
import { nextStep } from './nextStep';
import { ObservationRecorder } from './ObservationRecorder';
import { isEnd } from './observed';
import { RunFaults } from './RunFaults';
import { RunLogImporter } from './RunLogImporter';
import { RunObserver } from './RunObserver';
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunSuspender } from './RunSuspender';
import { transition } from './transition';
import { UncertainSubmits } from './UncertainSubmits';

/** So many failures in a row to observe, and the state counts as not known. */
const FAILURES_UNTIL_RECONCILING = 3;
/** An operation that is not decided so long after its job has ended is taken as failed. */
const UNDECIDED_MS = 120_000;

/** Looks at the job of a run, and brings the run to where its job is. @internal */
export class RunFollower {
  constructor(
    private readonly options: {
      observer: RunObserver;
      submits: UncertainSubmits;
      suspender: RunSuspender;
      importer: RunLogImporter;
      observations: ObservationRecorder;
      endings: JobEnding;
      recorder: RunRecorder;
      faults: RunFaults;
      logger: LoggerService;
    },
  ) {}

  async observe(run: SupervisedRun): Promise<SupervisedRun> {
    let observation: Observation;
    try {
      observation = await this.options.observer.observe(run);
    } catch (error) {
      return this.unanswered(run, error);
    }
    if (!isEnd(observation)) return this.goOn(run, observation);
    if (observation.kind === 'unknown' && (await this.isUncertain(run))) {
      return this.goOn(run, { ...observation, final: false });
    }
    // Whether a savepoint was made is not decided yet, and the end of the job is part of it.
    if (endsByOperation(run) && !isOverdue(observation)) return run;
    return this.options.endings.end(run, observation);
  }

  /** It was to be stopped in the middle of a submit: its job may still come up, and is told to end then. */
  private async isUncertain(run: SupervisedRun): Promise<boolean> {
    return (
      run.state === 'CANCELLING' && this.options.submits.mayStillBegin(run)
    );
  }

  private async goOn(
    run: SupervisedRun,
    observation: Observation,
  ): Promise<SupervisedRun> {
    const { importer, logger, faults } = this.options;
    const current = await this.options.observations.write(run, observation);
    if (current.state === 'RUNNING') {
      await faults.reach('while-running', run.id);
    }
    if (current.proved && !run.proved) {
      await faults.reach('after-proof', run.id);
    }
    if (nextStep(current) === 'await-suspended') {
      await this.options.suspender.urge(current);
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
    const { observer, recorder } = this.options;
    if (!observer.isElsewhere(run)) return run;
    return recorder.record(run, {
      change: { leaseOwner: undefined },
    });
  }

  private async unanswered(
    run: SupervisedRun,
    error: unknown,
  ): Promise<SupervisedRun> {
    const reason = messageOf(error);
    this.options.logger.warn(`Run ${run.id} could not be observed: ${reason}`);
    const patch =
      run.attempts + 1 >= FAILURES_UNTIL_RECONCILING
        ? transition(
            run,
            { type: 'unknown', final: false },
            { at: toTimestamp(), message: reason, reason },
          )
        : undefined;
    return this.options.observations.later(run, reason, patch);
  }
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
