import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import { Observation } from '@scaleph/backstage-plugin-scaleph-node';
import { nextStep } from './nextStep';
import { ObservationRecorder } from './ObservationRecorder';
import { RunFaults } from './RunFaults';
import { RunLogImporter } from './RunLogImporter';
import { RunNodeKinds } from './RunNodeKinds';
import { SupervisedRun } from './RunRecord';
import { RunRestorer } from './RunRestorer';
import { RunSuspender } from './RunSuspender';

/** So many failures in a row to read the log of an ended run, and it ends without the rest. */
const FAILURES_UNTIL_LOG_IS_GIVEN_UP = 5;

/** What the end of a job is to its run: the end, a suspension, or a loss that is made good. @internal */
export class JobEnding {
  constructor(
    private readonly options: {
      importer: RunLogImporter;
      suspender: RunSuspender;
      restorer: RunRestorer;
      observations: ObservationRecorder;
      kinds: RunNodeKinds;
      faults: RunFaults;
    },
  ) {}

  /**
   * All lines first, then the end: whoever sees the run ended sees its whole
   * log, and a crash in between only repeats the rest.
   */
  async end(
    run: SupervisedRun,
    observation: Observation,
  ): Promise<SupervisedRun> {
    const { importer, faults, observations } = this.options;
    await faults.reach('before-end', run.id);
    const { run: current, error } = await importer.importLogs(run, true);
    const problem = error && `The log cannot be read: ${error.message}`;
    if (problem && run.attempts + 1 < FAILURES_UNTIL_LOG_IS_GIVEN_UP) {
      return observations.later(current, problem);
    }
    await faults.reach('after-logs', run.id);
    if (nextStep(current) === 'await-suspended') {
      const counted = await this.count(current, observation);
      const suspended = await this.options.suspender.ended(
        counted,
        observation,
      );
      if (suspended) return this.forgetEnded(suspended);
    }
    if (observation.kind === 'unknown' && isToBeRestored(current)) {
      const { reason } = observation;
      return this.forgetEnded(
        await this.options.restorer.lost(current, reason),
      );
    }
    const ended = await observations.write(current, observation, problem);
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
      ? this.options.observations.write(run, {
          ...observation,
          state: 'RUNNING',
        })
      : run;
  }

  private forgetEnded(run: SupervisedRun): SupervisedRun {
    if (isTerminal(run.state)) this.options.kinds.forget(run.id);
    return run;
  }
}

/** What is to be stopped is not started again. */
function isToBeRestored({ state, desired }: SupervisedRun): boolean {
  return state !== 'CANCELLING' && desired !== 'stopped';
}
