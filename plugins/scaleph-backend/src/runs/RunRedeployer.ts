import { toTimestamp } from '../database/timestamps';
import { EngineRegistry } from '../targets/EngineRegistry';
import { requireEngine } from './requireEngine';
import { RunFaults } from './RunFaults';
import { RunRestore, SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { toSnapshot } from './snapshotRows';
import { SnapshotStore } from './SnapshotStore';
import { merge, RunPatch, transition } from './transition';

/**
 * Gives a run whose job is over a new one: under the next deployment number,
 * from a snapshot. This only records it; the run is SUBMITTING then, and
 * RunSubmitter looks for the new job before it submits.
 *
 * @internal
 */
export class RunRedeployer {
  constructor(
    private readonly options: {
      snapshots: Pick<SnapshotStore, 'newestOfRun'>;
      engines: EngineRegistry;
      recorder: RunRecorder;
      faults: RunFaults;
    },
  ) {}

  /** SUSPENDED → SUBMITTING, from what was asked for. */
  async resume(run: SupervisedRun): Promise<SupervisedRun> {
    const { faults } = this.options;
    const { nextStart } = run;
    const restore =
      nextStart?.mode === 'newest'
        ? await this.newest(run, nextStart.allowNonRestored)
        : nextStart?.mode === 'snapshot' && nextStart.restore;
    await faults.reach('before-redeploy', run.id);
    const next = await this.record(run, restore || undefined, {
      change: {
        activity: undefined,
        nextStart: undefined,
        desired: 'running',
      },
      events: [],
    });
    await faults.reach('after-redeploy', run.id);
    return next;
  }

  /** Any state of a run whose job is lost → SUBMITTING. */
  restore(
    run: SupervisedRun,
    restore: RunRestore,
    patch: RunPatch,
  ): Promise<SupervisedRun> {
    return this.record(run, restore, patch, 'restore');
  }

  /** The newest snapshot of the run, or the one that its present job started from. */
  async newest(
    run: SupervisedRun,
    allowNonRestored: boolean = false,
  ): Promise<RunRestore | undefined> {
    const newest = await this.options.snapshots.newestOfRun(run.id);
    return newest
      ? { snapshot: toSnapshot(newest), allowNonRestored }
      : run.restore;
  }

  private record(
    run: SupervisedRun,
    restore: RunRestore | undefined,
    patch: RunPatch,
    type: 'resume' | 'restore' = 'resume',
  ): Promise<SupervisedRun> {
    const { engines, recorder } = this.options;
    const deployment = run.deployment + 1;
    const engine = requireEngine(engines, run.engine);
    const from = restore
      ? `from ${restore.snapshot.kind} ${restore.snapshot.location}`
      : 'without state';
    const submitting = transition(
      run,
      { type },
      {
        at: toTimestamp(),
        message: `Deployment ${deployment}, ${from}`,
      },
    );
    if (!submitting) return Promise.resolve(run);
    const jobId = engine.jobId?.(undefined, { runId: run.id, deployment });
    return recorder.record(
      run,
      merge(
        merge(submitting, {
          change: {
            deployment,
            restore,
            handle: undefined,
            checkpoint: undefined,
            logCursor: undefined,
          },
          events: [],
          job: { jobId },
        }),
        patch,
      ),
    );
  }
}
