import { LoggerService } from '@backstage/backend-plugin-api';
import { Observation } from '@scaleph/backstage-plugin-scaleph-node';
import { toTimestamp } from '../database/timestamps';
import { RunFaults } from './RunFaults';
import { endsJob } from './operationOutcome';
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunStopper } from './RunStopper';
import { RunStore } from './RunStore';
import { merge, transition } from './transition';

/** A job whose savepoint is there ends by itself; after so long it is told to. */
const GRACE_MS = 30_000;

/** The end of a job whose run goes on later: after its savepoint, or for a restart. @internal */
export class RunSuspender {
  constructor(
    private readonly options: {
      store: Pick<RunStore, 'operations'>;
      stopper: RunStopper;
      recorder: RunRecorder;
      faults: RunFaults;
      logger: LoggerService;
    },
  ) {}

  /** A restart without a savepoint: RUNNING → SUSPENDING; the job is told to end by the steps that follow. */
  async endJob(run: SupervisedRun): Promise<SupervisedRun> {
    const patch = transition(
      run,
      { type: 'suspend-requested' },
      { at: toTimestamp(), message: 'The job is ended for the restart' },
    );
    // In a state that has no restart any more.
    const over = {
      change: { activity: undefined, nextStart: undefined },
      events: [],
    };
    return this.options.recorder.record(run, patch ?? over);
  }

  /** Tells a job to end that should have ended by now. */
  async urge(run: SupervisedRun): Promise<void> {
    const savepoint = await this.savepoint(run);
    const since = savepoint?.endedAt ?? 0;
    if (Date.now() - new Date(since).getTime() < GRACE_MS) return;
    await this.options.stopper.tell(run);
  }

  /** The job is over. */
  async ended(
    run: SupervisedRun,
    observation: Observation,
  ): Promise<SupervisedRun | undefined> {
    const { recorder, faults } = this.options;
    const savepoint = await this.savepoint(run);
    const isFinished =
      observation.kind === 'known' && observation.state === 'FINISHED';
    // It has processed everything before it could be ended.
    if (!savepoint && isFinished) return undefined;
    await faults.reach('before-suspended', run.id);
    const at = toTimestamp();
    const patch =
      run.activity === 'stop'
        ? transition(
            run,
            { type: 'observed', state: 'FINISHED' },
            { at, message: 'Stopped with a savepoint' },
          )
        : transition(
            run,
            { type: 'suspended' },
            { at, message: 'The job has ended; its state is kept' },
          );
    if (!patch) return undefined;
    const isPaused = run.activity === 'suspend';
    const next = await recorder.record(
      run,
      merge(patch, {
        change: isPaused ? { activity: undefined } : {},
        events: [],
        dropCheckpoints: savepoint !== undefined,
      }),
    );
    await faults.reach('after-suspended', run.id);
    return next;
  }

  /** The operation whose savepoint ended the present job. */
  private async savepoint(run: SupervisedRun) {
    const [last] = await this.options.store.operations(run.id, 1);
    return last &&
      endsJob(last) &&
      last.deployment === run.deployment &&
      last.state === 'completed'
      ? last
      : undefined;
  }
}
