import { LoggerService } from '@backstage/backend-plugin-api';
import { toTimestamp } from '../database/timestamps';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { messageOf } from './engineErrors';
import { engineContext } from './engineContext';
import { requireEngine } from './requireEngine';
import { RunFaults } from './RunFaults';
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { transition } from './transition';
import { withTimeout } from './withTimeout';

const TIMEOUT_MS = 30_000;

/** Ends runs that are not wanted any more. @internal */
export class RunStopper {
  constructor(
    private readonly options: {
      engines: EngineRegistry;
      targets: Pick<TargetDirectory, 'connection'>;
      recorder: RunRecorder;
      faults: RunFaults;
      logger: LoggerService;
    },
  ) {}

  /** The engine never hears of it. */
  async cancelJobless(run: SupervisedRun): Promise<SupervisedRun> {
    const patch = transition(
      run,
      { type: 'cancel-requested' },
      {
        at: toTimestamp(),
        message:
          run.state === 'CREATED'
            ? 'Stopped before it was submitted'
            : 'Stopped while it was suspended',
      },
    );
    return patch ? this.options.recorder.record(run, patch) : run;
  }

  /**
   * Asks the engine to stop the run, after it is recorded that this happens.
   * Repeated with every step until the run has ended; that is harmless.
   */
  async stop(run: SupervisedRun): Promise<SupervisedRun> {
    const { recorder, faults, logger } = this.options;
    const patch = transition(
      run,
      { type: 'cancel-requested' },
      { at: toTimestamp(), message: `Asking engine ${run.engine} to stop it` },
    );
    const current = patch ? await recorder.record(run, patch) : run;
    await faults.reach('before-stop', run.id);
    try {
      await this.ask(current);
    } catch (error) {
      const reason = `The engine could not be asked to stop it: ${messageOf(
        error,
      )}`;
      logger.warn(`Run ${run.id}: ${reason}`);
      return current.reason === reason
        ? current
        : recorder.record(current, { change: { reason } });
    }
    await faults.reach('while-stopping', run.id);
    return current;
  }

  /** Tells the job to end; what goes wrong is only logged, for it is told again. */
  async tell(run: SupervisedRun): Promise<void> {
    try {
      await this.ask(run);
    } catch (error) {
      this.options.logger.warn(
        `Run ${run.id}: its job could not be told to end: ${messageOf(error)}`,
      );
    }
  }

  private async ask(run: SupervisedRun): Promise<void> {
    const engine = requireEngine(this.options.engines, run.engine);
    await withTimeout(
      `Engine "${run.engine}": cancel`,
      TIMEOUT_MS,
      engine.act(run.handle, 'cancel', await engineContext(run, this.options)),
    );
  }
}
