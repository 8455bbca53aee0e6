import { LoggerService } from '@backstage/backend-plugin-api';
import {
  EngineOperation,
  OperationProgress,
} from '@scaleph/backstage-plugin-scaleph-node';
import { toTimestamp } from '../database/timestamps';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { engineContext } from './engineContext';
import { classifySubmitError, messageOf } from './engineErrors';
import {
  completedOperation,
  endsJob,
  failedOperation,
} from './operationOutcome';
import { requireEngine } from './requireEngine';
import { RunFaults } from './RunFaults';
import { StoredOperation, SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunStore } from './RunStore';
import { merge, RunPatch, transition } from './transition';
import { withTimeout } from './withTimeout';

const TIMEOUT_MS = 30_000;

/**
 * Asks engines for what takes a while: savepoints, checkpoints, suspends,
 * rescales. The intent is in the database first, and the engine is asked with
 * its id, again and again until it says how it ended: whoever asks next, after
 * a crash too, asks about the same operation.
 *
 * @internal
 */
export class RunOperator {
  constructor(
    private readonly options: {
      store: Pick<RunStore, 'operation'>;
      engines: EngineRegistry;
      targets: Pick<TargetDirectory, 'connection'>;
      recorder: RunRecorder;
      faults: RunFaults;
      logger: LoggerService;
    },
  ) {}

  /** The run after it; observe it then. */
  async step(run: SupervisedRun): Promise<SupervisedRun> {
    const { store, faults } = this.options;
    const operation = await store.operation(run.operation!);
    if (!operation || operation.endedAt) {
      // Only by hand in the database: what is not there cannot be waited for.
      return this.options.recorder.record(run, {
        change: { operation: undefined, activity: undefined },
      });
    }
    const current = await this.begin(run, operation);
    await faults.reach('before-operation', run.id);
    const progress = await this.ask(current, operation);
    await faults.reach('after-operation', run.id);
    if (progress.state === 'running') return current;
    const outcome =
      progress.state === 'completed'
        ? completedOperation(operation, progress)
        : failedOperation(current, operation, progress.message);
    const next = await this.options.recorder.record(current, outcome);
    await faults.reach('after-savepoint', run.id);
    return next;
  }

  private async begin(
    run: SupervisedRun,
    operation: StoredOperation,
  ): Promise<SupervisedRun> {
    if (operation.state !== 'pending') return run;
    const ends = endsJob(operation);
    const patch: RunPatch = {
      change: {},
      events: [],
      outcome: { id: operation.id, state: 'running' },
    };
    const suspending = ends
      ? transition(
          run,
          { type: 'suspend-requested' },
          {
            at: toTimestamp(),
            message: `Asking engine ${run.engine} for a savepoint and the end of the job`,
          },
        )
      : undefined;
    return this.options.recorder.record(
      run,
      suspending ? merge(suspending, patch) : patch,
    );
  }

  /** What is not decided is `running`: an engine that does not answer is asked again. */
  private async ask(
    run: SupervisedRun,
    operation: StoredOperation,
  ): Promise<OperationProgress> {
    try {
      const engine = requireEngine(this.options.engines, run.engine);
      if (!engine.perform) {
        return {
          state: 'failed',
          message: `Engine "${run.engine}" cannot do it`,
        };
      }
      return await withTimeout(
        `Engine "${run.engine}": ${operation.kind}`,
        TIMEOUT_MS,
        engine.perform(
          run.handle,
          toEngineOperation(operation),
          await engineContext(run, this.options),
        ),
      );
    } catch (error) {
      const message = messageOf(error);
      this.options.logger.warn(
        `Run ${run.id}: ${operation.kind} could not be asked for: ${message}`,
      );
      return classifySubmitError(error) === 'permanent'
        ? { state: 'failed', message }
        : { state: 'running' };
    }
  }
}

function toEngineOperation({
  id,
  kind,
  parallelism,
}: StoredOperation): EngineOperation {
  return { id, kind, ...(parallelism !== undefined && { parallelism }) };
}
