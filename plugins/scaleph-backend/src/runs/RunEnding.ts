import { LoggerService } from '@backstage/backend-plugin-api';
import { toTimestamp } from '../database/timestamps';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { backOffMs, messageOf } from './engineErrors';
import { engineContext } from './engineContext';
import { requireEngine } from './requireEngine';
import { RunFaults } from './RunFaults';
import { RunNotifier } from './RunNotifier';
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';

const MAX_NOTIFY_ATTEMPTS = 4;
const MAX_CLEAN_UP_ATTEMPTS = 10;

/** What is left to do for a run that has ended. @internal */
export class RunEnding {
  constructor(
    private readonly options: {
      engines: EngineRegistry;
      targets: Pick<TargetDirectory, 'connection'>;
      recorder: RunRecorder;
      notifier: RunNotifier;
      faults: RunFaults;
      logger: LoggerService;
    },
  ) {}

  /**
   * Tells the owner that the run failed. Sent first, recorded then: at least
   * once. A repetition has the same scope, by which the notifications plugin
   * updates the first one, so that the owner sees one.
   */
  async notify(run: SupervisedRun): Promise<SupervisedRun> {
    const { notifier, recorder, logger } = this.options;
    try {
      await notifier.runFailed(run);
    } catch (error) {
      const attempts = run.attempts + 1;
      const message = `The owner could not be notified: ${messageOf(error)}`;
      logger.warn(`Run ${run.id}: ${message}`);
      return attempts < MAX_NOTIFY_ATTEMPTS
        ? recorder.record(run, {
            change: { attempts, restMs: backOffMs(attempts) },
          })
        : recorder.record(run, {
            change: { notified: true, attempts: 0 },
            events: [{ at: toTimestamp(), type: 'note', message }],
          });
    }
    return recorder.record(run, { change: { notified: true, attempts: 0 } });
  }

  /** Has the engine forget the run; everything of worth is in the database. */
  async cleanUp(run: SupervisedRun): Promise<SupervisedRun> {
    const { engines, recorder, faults, logger } = this.options;
    await faults.reach('before-clean-up', run.id);
    const done = { supervised: false, leaseOwner: undefined, attempts: 0 };
    try {
      await requireEngine(engines, run.engine).cleanUp(
        run.handle,
        await engineContext(run, this.options),
      );
    } catch (error) {
      const attempts = run.attempts + 1;
      logger.warn(`Run ${run.id} could not be cleaned up: ${messageOf(error)}`);
      return recorder.record(run, {
        change:
          attempts < MAX_CLEAN_UP_ATTEMPTS
            ? { attempts, restMs: backOffMs(attempts) }
            : done,
      });
    }
    return recorder.record(run, { change: done });
  }
}
