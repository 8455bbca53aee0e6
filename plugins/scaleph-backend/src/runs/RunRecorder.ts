import { isTerminal } from '@scaleph/backstage-plugin-scaleph-common';
import { LogLine } from '@scaleph/backstage-plugin-scaleph-node';
import { SupervisedRun } from './RunRecord';
import { RunSignals } from './RunSignals';
import { RunStore } from './RunStore';
import { RunPatch } from './transition';

/**
 * The only hand of a supervisor that writes: under its lease, and open pages
 * hear of it after the commit.
 *
 * @internal
 */
export class RunRecorder {
  constructor(
    private readonly options: {
      store: RunStore;
      signals: RunSignals;
      /** Id of this process; it must hold the lease. */
      instance: string;
      /** Milliseconds between the end of a run and its clean-up. */
      cleanUpDelayMs: number;
      /** Told of every end. */
      onEnd?: (run: SupervisedRun) => void;
    },
  ) {}

  /** Throws StaleRunError when another writer was faster or the lease is lost. */
  async record(
    run: SupervisedRun,
    patch: Partial<RunPatch>,
    lines?: LogLine[],
  ): Promise<SupervisedRun> {
    const { store, signals, instance, cleanUpDelayMs, onEnd } = this.options;
    const change = { ...patch.change };
    const isDone =
      change.state === 'FINISHED' ||
      change.state === 'CANCELED' ||
      change.notified === true;
    if (isDone) {
      // Nothing to do for a while: whoever is there then takes it.
      change.leaseOwner = undefined;
      change.restMs = cleanUpDelayMs;
    }
    const next = await store.update(run, {
      ...patch,
      change,
      lines,
      lease: instance,
    });
    signals.changed(next.id, next.revision);
    if (change.state && isTerminal(change.state)) onEnd?.(next);
    return next;
  }
}
