import { LoggerService } from '@backstage/backend-plugin-api';
import { RunOperation } from '@scaleph/backstage-plugin-scaleph-common';
import {
  EngineOperation,
  EngineSnapshot,
  OperationProgress,
} from '@scaleph/backstage-plugin-scaleph-node';
import { randomUUID } from 'node:crypto';
import { toTimestamp } from '../database/timestamps';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { engineContext } from './engineContext';
import { classifySubmitError, messageOf } from './engineErrors';
import { requireEngine } from './requireEngine';
import { RunFaults } from './RunFaults';
import { StoredOperation, SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunStore } from './RunStore';
import { merge, RunPatch, transition } from './transition';
import { withTimeout } from './withTimeout';

const TIMEOUT_MS = 30_000;

const NAMES: Record<RunOperation['kind'], string> = {
  savepoint: 'The savepoint',
  checkpoint: 'The checkpoint',
  suspend: 'The savepoint',
  stop: 'The savepoint',
  rescale: 'The change of parallelism',
};

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
    const next =
      progress.state === 'completed'
        ? await this.completed(current, operation, progress)
        : await this.failed(current, operation, progress.message);
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

  private completed(
    run: SupervisedRun,
    operation: StoredOperation,
    { snapshot, message }: Extract<OperationProgress, { state: 'completed' }>,
  ): Promise<SupervisedRun> {
    const id = randomUUID();
    const made = snapshot && { ...snapshot, id, origin: operation.kind };
    return this.options.recorder.record(run, {
      change: {
        operation: undefined,
        // What ends the job is over with it, not with the savepoint.
        ...(!endsJob(operation) && { activity: undefined }),
      },
      events: [
        {
          at: toTimestamp(),
          type: 'note',
          message: message ?? sentence(operation, snapshot),
        },
      ],
      outcome: {
        id: operation.id,
        state: 'completed',
        message,
        ...(made && { snapshot: id }),
      },
      snapshot: made,
    });
  }

  private failed(
    run: SupervisedRun,
    operation: StoredOperation,
    message: string,
  ): Promise<SupervisedRun> {
    const { recorder } = this.options;
    const at = toTimestamp();
    const reason = `${NAMES[operation.kind]} failed: ${message}`;
    const outcome = { id: operation.id, state: 'failed' as const, message };
    if (run.activity === 'restart' && run.checkpoint) {
      // The newest checkpoint will do: the job is ended without a savepoint.
      return recorder.record(run, {
        change: { operation: undefined },
        events: [
          {
            at,
            type: 'note',
            message: `${reason}; restarting from the newest checkpoint`,
          },
        ],
        outcome,
      });
    }
    const over = {
      operation: undefined,
      activity: undefined,
      nextStart: undefined,
      upgradedBy: undefined,
      desired: 'running' as const,
      reason,
    };
    const back = transition(
      run,
      { type: 'suspend-failed' },
      { at, message: `${reason}; the job goes on`, reason },
    ) ?? { change: {}, events: [{ at, type: 'note', message: reason }] };
    return recorder.record(
      run,
      merge(back, { change: over, events: [], outcome }),
    );
  }
}

/** Whether the job is over when the operation is. @internal */
export function endsJob({ kind }: Pick<RunOperation, 'kind'>): boolean {
  return kind === 'suspend' || kind === 'stop';
}

function sentence(
  operation: StoredOperation,
  snapshot: EngineSnapshot | undefined,
): string {
  if (operation.kind === 'rescale') {
    return `The job runs with a parallelism of ${operation.parallelism}`;
  }
  return snapshot
    ? `${NAMES[operation.kind]} is in ${snapshot.location}`
    : `${NAMES[operation.kind]} is complete`;
}

function toEngineOperation({
  id,
  kind,
  parallelism,
}: StoredOperation): EngineOperation {
  return { id, kind, ...(parallelism !== undefined && { parallelism }) };
}
