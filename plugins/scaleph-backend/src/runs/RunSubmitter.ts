import { LoggerService } from '@backstage/backend-plugin-api';
import { pipelineDataSources } from '@scaleph/backstage-plugin-scaleph-common';
import {
  ArtifactReader,
  Observation,
} from '@scaleph/backstage-plugin-scaleph-node';
import { isDeepStrictEqual } from 'node:util';
import { pinnedArtifacts } from '../artifacts/pinnedArtifacts';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { toTimestamp } from '../database/timestamps';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import {
  backOffMs,
  classifySubmitError,
  MAX_SUBMIT_ATTEMPTS,
  messageOf,
} from './engineErrors';
import { engineContext } from './engineContext';
import { requireEngine } from './requireEngine';
import { RunFaults } from './RunFaults';
import { RunObserver } from './RunObserver';
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunStore } from './RunStore';
import { StaleRunError } from './StaleRunError';
import { merge, RunPatch, transition } from './transition';
import { UncertainSubmits } from './UncertainSubmits';

/** How long nothing is submitted to an engine that has no place, in milliseconds. */
const BUSY_MS = 1_000;

/**
 * Hands runs to their engines. What is about to happen is recorded first, so
 * that a supervisor that finds a run in SUBMITTING knows that it may run
 * already: it looks before it submits again, and submits under the same id.
 *
 * @internal
 */
export class RunSubmitter {
  /** When an engine is asked again, by its id. */
  private readonly busyUntil = new Map<string, number>();

  constructor(
    private readonly options: {
      store: RunStore;
      engines: EngineRegistry;
      targets: Pick<TargetDirectory, 'connection'>;
      artifacts: ArtifactReader;
      dataSources: Pick<DataSourceDirectory, 'connectionsWithSecrets'>;
      observer: RunObserver;
      submits: UncertainSubmits;
      recorder: RunRecorder;
      faults: RunFaults;
      logger: LoggerService;
    },
  ) {}

  /** CREATED → SUBMITTING → INITIALIZING. */
  async submit(run: SupervisedRun): Promise<SupervisedRun> {
    if (this.isBusy(run.engine)) return run;
    const intent = transition(
      run,
      { type: 'submit' },
      { at: toTimestamp(), message: `Submitting to engine ${run.engine}` },
    );
    return this.hand(run, intent);
  }

  /** A submit was recorded before; it may have reached the engine or not. */
  async resume(run: SupervisedRun): Promise<SupervisedRun> {
    if (this.isBusy(run.engine)) return run;
    let observation: Observation;
    try {
      observation = await this.options.observer.observe(run);
    } catch (error) {
      return this.unanswered(run, error);
    }
    if (observation.kind === 'known') return this.accepted(run, run.handle);
    const { reason, final } = observation;
    if (this.options.observer.isElsewhere(run)) {
      // A submit from here could be a second job: only that machine knows.
      return this.record(
        run,
        transition(
          run,
          { type: 'unknown', final },
          { at: toTimestamp(), message: reason, reason },
        ),
      );
    }
    if (run.attempts >= MAX_SUBMIT_ATTEMPTS) return this.giveUp(run);
    if (run.handle === undefined || final) return this.hand(run);
    // The submit that was begun may still take effect.
    return this.record(run, {
      change: { reason, restMs: BUSY_MS },
      events: [],
    });
  }

  /** The oldest runs are tried first, so that those which wait keep their order. */
  private isBusy(engine: string): boolean {
    return (this.busyUntil.get(engine) ?? 0) > Date.now();
  }

  private record(
    run: SupervisedRun,
    patch: RunPatch | undefined,
  ): Promise<SupervisedRun> {
    return this.options.recorder.record(run, patch ?? {});
  }

  private async hand(
    run: SupervisedRun,
    intent: RunPatch = { change: {}, events: [] },
  ): Promise<SupervisedRun> {
    const { engines, recorder, store, dataSources, faults } = this.options;
    let current = run;
    try {
      const engine = requireEngine(engines, run.engine);
      const { plan, document } = await store.getSubmission(run.id);
      const handle = engine.reserve?.(run.id) ?? run.handle;
      if (intent.events.length || !isDeepStrictEqual(handle, run.handle)) {
        current = await recorder.record(
          run,
          merge(intent, { change: { handle }, events: [] }),
        );
      }
      await store.noteSubmit(current, engine.jobId?.(handle, jobOf(current)));
      await faults.reach('before-submit', run.id);
      const submitted = await engine.submit(plan, {
        ...(await engineContext(current, {
          targets: this.options.targets,
          logger: this.options.logger.child({ run: run.id }),
        })),
        artifacts: pinnedArtifacts(this.options.artifacts, plan.digests),
        connections: () =>
          dataSources.connectionsWithSecrets(pipelineDataSources(document)),
        ...(current.restore && {
          restore: {
            location: current.restore.snapshot.location,
            allowNonRestored: current.restore.allowNonRestored,
          },
        }),
      });
      await faults.reach('after-submit', run.id);
      current = await this.accepted(current, submitted);
      await faults.reach('after-handle', run.id);
      return current;
    } catch (error) {
      return this.failed(current, error);
    }
  }

  private accepted(
    run: SupervisedRun,
    handle: SupervisedRun['handle'],
  ): Promise<SupervisedRun> {
    const patch = transition(
      run,
      { type: 'submitted' },
      { at: toTimestamp(), message: `Engine ${run.engine} has taken it` },
    ) ?? { change: {}, events: [] };
    return this.options.recorder.record(
      run,
      merge(patch, { change: { handle, attempts: 0 }, events: [] }),
    );
  }

  /** Before it is known what became of the last attempt there is no other one, however long that takes. */
  private async unanswered(
    run: SupervisedRun,
    error: unknown,
  ): Promise<SupervisedRun> {
    const reason = `Waiting: ${messageOf(error)}`;
    return run.reason === reason
      ? run
      : this.record(run, { change: { reason, restMs: BUSY_MS }, events: [] });
  }

  /** So many attempts have failed, and the target knows nothing of any of them; once that is certain. */
  private async giveUp(run: SupervisedRun): Promise<SupervisedRun> {
    if (await this.options.submits.mayStillBegin(run)) {
      return this.record(run, { change: { restMs: BUSY_MS }, events: [] });
    }
    const reason = run.reason ?? 'It could not be submitted';
    return this.record(
      run,
      transition(
        run,
        { type: 'submit-failed' },
        { at: toTimestamp(), message: reason, reason },
      ),
    );
  }

  private async failed(
    run: SupervisedRun,
    error: unknown,
  ): Promise<SupervisedRun> {
    if (error instanceof StaleRunError) throw error;
    const { logger, recorder } = this.options;
    const problem = classifySubmitError(error);
    const message = messageOf(error);
    if (problem === 'busy') {
      this.busyUntil.set(run.engine, Date.now() + BUSY_MS);
      const reason = `Waiting: ${message}`;
      return run.reason === reason
        ? run
        : recorder.record(run, { change: { reason } });
    }
    logger.warn(`Run ${run.id} could not be submitted: ${message}`);
    const attempts = run.attempts + 1;
    const over =
      problem === 'permanent'
        ? transition(
            run,
            { type: 'submit-failed' },
            { at: toTimestamp(), message, reason: message },
          )
        : undefined;
    return recorder.record(
      run,
      over ?? {
        change: {
          attempts,
          reason:
            attempts < MAX_SUBMIT_ATTEMPTS
              ? `Attempt ${attempts} to submit failed, another one follows: ${message}`
              : `Attempt ${attempts} to submit failed: ${message}`,
          restMs: backOffMs(attempts),
        },
      },
    );
  }
}

function jobOf({ id, deployment }: SupervisedRun) {
  return { runId: id, deployment };
}
