import { SupervisedRun } from './RunRecord';
import { RunStore } from './RunStore';

/**
 * Submits of which nobody knows whether they take effect: the process that
 * made one died, or its request was not answered, and the target may still be
 * at it. Until that time is over a run is not said to have no job: nobody would
 * look after one that came up later.
 *
 * @internal
 */
export class UncertainSubmits {
  constructor(
    private readonly options: {
      store: Pick<RunStore, 'lastSubmit'>;
      /** So long a target may take, in milliseconds. */
      submitGraceMs: number;
    },
  ) {}

  /** Of a run that its target does not know (yet). */
  async mayStillBegin(run: SupervisedRun): Promise<boolean> {
    // With a handle it had begun, or its engine knows by itself.
    if (run.handle !== undefined) return false;
    const { store, submitGraceMs } = this.options;
    const last = await store.lastSubmit(run);
    return last !== undefined && Date.now() - Date.parse(last) < submitGraceMs;
  }
}
