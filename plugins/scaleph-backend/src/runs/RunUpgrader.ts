import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import { toTimestamp } from '../database/timestamps';
import { RunFaults } from './RunFaults';
import { RunRedeployer } from './RunRedeployer';
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunStore } from './RunStore';
import { RunPatch, transition } from './transition';

/**
 * An upgrade is two runs that look at each other: the new one waits in CREATED
 * until the old one is SUSPENDED with a savepoint, and starts from it; the old
 * one waits in SUSPENDED until the new one has proved itself, and then ends, or
 * goes on from the savepoint when the new one has ended before that. Each
 * decision is recorded with the run that it is about, by that run's supervisor,
 * and rests on what the other can not take back: so each step can be repeated.
 *
 * @internal
 */
export class RunUpgrader {
  constructor(
    private readonly options: {
      store: Pick<RunStore, 'getSupervised' | 'operations'>;
      redeployer: Pick<RunRedeployer, 'newest'>;
      recorder: RunRecorder;
      faults: RunFaults;
    },
  ) {}

  /** Of the new run, in CREATED. */
  async awaitTakeover(run: SupervisedRun): Promise<SupervisedRun> {
    const { store, redeployer, recorder, faults } = this.options;
    const old = run.upgradeOf && (await store.getSupervised(run.upgradeOf));
    if (!old) return this.giveUp(run, `Run ${run.upgradeOf} does not exist`);
    if (isTerminal(old.state)) {
      return this.giveUp(
        run,
        `Run ${old.id} ended before it could be taken over: it is ${old.state}`,
        old.state === 'CANCELED',
      );
    }
    if (old.upgradedBy !== run.id) {
      const [last] = await store.operations(old.id, 1);
      const why = last?.message ? `: ${last.message}` : '';
      return this.giveUp(
        run,
        `Run ${old.id} could not be stopped with a savepoint${why}`,
      );
    }
    if (old.state !== 'SUSPENDED') return run;
    const allow = run.nextStart?.mode === 'newest' && run.nextStart;
    const restore = await redeployer.newest(
      old,
      allow && allow.allowNonRestored,
    );
    await faults.reach('before-takeover', run.id);
    const next = await recorder.record(run, {
      change: { restore, nextStart: undefined, restMs: 0 },
      events: [
        {
          at: toTimestamp(),
          type: 'note',
          message: restore
            ? `Takes over from run ${old.id}, from ${restore.snapshot.location}`
            : `Takes over from run ${old.id}, which had no state`,
        },
      ],
    });
    await faults.reach('after-takeover', run.id);
    return next;
  }

  /** Of the old run, in SUSPENDED. */
  async followUpgrade(run: SupervisedRun): Promise<SupervisedRun> {
    const { store, recorder, faults } = this.options;
    const next = await store.getSupervised(run.upgradedBy!);
    if (next?.proved) {
      const reason = `Upgraded to version ${next.version} by run ${next.id}`;
      await faults.reach('before-handover', run.id);
      const done = transition(
        run,
        { type: 'cancel-requested' },
        { at: toTimestamp(), message: reason, reason },
      );
      return recorder.record(run, done ?? {});
    }
    if (next && !isTerminal(next.state)) return run;
    await faults.reach('before-return', run.id);
    const why = next
      ? `version ${next.version} (run ${next.id}) is ${next.state}${
          next.reason ? `: ${next.reason}` : ''
        }`
      : `run ${run.upgradedBy} does not exist`;
    return recorder.record(run, {
      change: {
        upgradedBy: undefined,
        nextStart: { mode: 'newest', allowNonRestored: false },
        restMs: 0,
      },
      events: [
        {
          at: toTimestamp(),
          type: 'note',
          message: `The upgrade is taken back: ${why}`,
        },
      ],
    });
  }

  private giveUp(
    run: SupervisedRun,
    reason: string,
    isCanceled: boolean = false,
  ): Promise<SupervisedRun> {
    const patch: RunPatch | undefined = transition(
      run,
      { type: isCanceled ? 'cancel-requested' : 'submit-failed' },
      { at: toTimestamp(), message: reason, reason },
    );
    return this.options.recorder.record(run, patch ?? {});
  }
}
