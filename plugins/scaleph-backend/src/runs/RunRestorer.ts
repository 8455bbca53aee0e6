import { Recovery } from '@scaleph/backstage-plugin-scaleph-common';
import { toTimestamp } from '../database/timestamps';
import { RunFaults } from './RunFaults';
import { RunRecovery, RunRestore, SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunRedeployer } from './RunRedeployer';
import { RunStore } from './RunStore';
import { merge, RunPatch, transition } from './transition';

const MAX_ATTEMPTS = 3;
const BACK_OFF_SECONDS = 10;
const MAX_BACK_OFF_SECONDS = 3_600;
/** A job that has run for so long counts as well; its restores are forgotten. */
const WELL_AFTER_MS = 600_000;

/** What was asked of the job is over with it. */
const ENDED = {
  operation: undefined,
  activity: undefined,
  nextStart: undefined,
  upgradedBy: undefined,
  desired: 'running',
} as const;

/**
 * What becomes of a run whose job its target has lost: it is restored from its
 * newest snapshot as its policy (`spec.recovery`) says, after a rest in which
 * the job may turn up again, or it ends.
 *
 * @internal
 */
export class RunRestorer {
  constructor(
    private readonly options: {
      store: Pick<RunStore, 'getSubmission'>;
      redeployer: RunRedeployer;
      recorder: RunRecorder;
      faults: RunFaults;
    },
  ) {}

  /** @param reason - what the target says */
  async lost(run: SupervisedRun, reason: string): Promise<SupervisedRun> {
    const { store, redeployer, faults } = this.options;
    const { document } = await store.getSubmission(run.id);
    const policy = policyOf(document.spec.recovery, document.spec.mode);
    const restore = await redeployer.newest(run);
    const before = attemptsOf(run.recovery);
    const isResting = run.recovery?.lost !== undefined;
    const refusal = refusalOf(policy, restore, isResting ? before - 1 : before);
    if (refusal || !restore) {
      return this.fail(run, `Lost: ${ended(reason)} ${refusal}${known(run)}`);
    }
    if (!isResting) {
      const next = await this.rest(run, reason, restore, policy, before + 1);
      await faults.reach('after-lost', run.id);
      return next;
    }
    await faults.reach('before-redeploy', run.id);
    const next = await redeployer.restore(run, restore, {
      change: {
        ...ENDED,
        recovery: { attempts: before, restoredAt: toTimestamp() },
      },
      events: [],
    });
    await faults.reach('after-redeploy', run.id);
    return next;
  }

  private rest(
    run: SupervisedRun,
    reason: string,
    restore: RunRestore,
    policy: Required<Recovery>,
    attempt: number,
  ): Promise<SupervisedRun> {
    const seconds = Math.min(
      policy.backOffSeconds * 2 ** (attempt - 1),
      MAX_BACK_OFF_SECONDS,
    );
    const message = `Lost: ${ended(reason)} It is restored from ${
      restore.snapshot.location
    } in ${seconds} s (attempt ${attempt} of ${policy.maxAttempts})`;
    const note = { at: toTimestamp(), message, reason: message };
    const patch: RunPatch = transition(
      run,
      { type: 'unknown', final: false },
      note,
    ) ?? { change: {}, events: [{ at: note.at, type: 'note', message }] };
    return this.options.recorder.record(
      run,
      merge(patch, {
        change: {
          ...ENDED,
          reason: message,
          recovery: { ...run.recovery, attempts: attempt, lost: reason },
          attempts: 0,
          restMs: seconds * 1_000,
        },
        events: [],
        outcome: failed(run),
      }),
    );
  }

  private fail(run: SupervisedRun, reason: string): Promise<SupervisedRun> {
    const patch = transition(
      run,
      { type: 'unknown', final: true },
      { at: toTimestamp(), message: reason, reason },
    );
    return this.options.recorder.record(run, patch ?? {});
  }
}

function failed(run: SupervisedRun): RunPatch['outcome'] {
  const { operation: id } = run;
  return id === undefined
    ? undefined
    : { id, state: 'failed', message: 'The target has lost the job' };
}

function policyOf(
  recovery: Recovery | undefined,
  mode: string | undefined,
): Required<Recovery> {
  return {
    restore: recovery?.restore ?? (mode === 'streaming' ? 'always' : 'never'),
    maxAttempts: recovery?.maxAttempts ?? MAX_ATTEMPTS,
    backOffSeconds: recovery?.backOffSeconds ?? BACK_OFF_SECONDS,
  };
}

function attemptsOf(recovery: RunRecovery | undefined): number {
  if (!recovery) return 0;
  const { attempts, restoredAt, lost } = recovery;
  const isWell =
    lost === undefined &&
    restoredAt !== undefined &&
    Date.now() - Date.parse(restoredAt) > WELL_AFTER_MS;
  return isWell ? 0 : attempts;
}

function refusalOf(
  policy: Required<Recovery>,
  restore: RunRestore | undefined,
  attempts: number,
): string {
  if (policy.restore === 'never') {
    return 'Its recovery policy is never to restore it.';
  }
  if (!restore) return 'There is no snapshot to restore it from.';
  return attempts >= policy.maxAttempts
    ? `It was restored ${attempts} times, which is the limit of its recovery policy.`
    : '';
}

/** As a sentence that another one follows. */
function ended(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}

function known(run: SupervisedRun): string {
  const snapshot = run.checkpoint ? `; newest snapshot ${run.checkpoint}` : '';
  return ` Last seen ${run.state}, deployment ${run.deployment}, ${run.rowsRead} rows read, ${run.rowsWritten} written${snapshot}`;
}
