import { Observation } from '@scaleph/backstage-plugin-scaleph-node';
import { toTimestamp } from '../database/timestamps';
import { backOffMs } from './engineErrors';
import { observed } from './observed';
import { RunNodeKinds } from './RunNodeKinds';
import { SupervisedRun } from './RunRecord';
import { RunRecorder } from './RunRecorder';
import { RunPatch } from './transition';

/** Records what was observed of a job, or that it could not be. @internal */
export class ObservationRecorder {
  constructor(
    private readonly options: { recorder: RunRecorder; kinds: RunNodeKinds },
  ) {}

  /** The same run when nothing has changed. @param note - one more event */
  async write(
    run: SupervisedRun,
    observation: Observation,
    note?: string,
  ): Promise<SupervisedRun> {
    const { recorder, kinds } = this.options;
    const now = toTimestamp();
    const patch = observed(run, observation, await kinds.of(run.id), now);
    if (!patch) return run;
    if (note) patch.events.push({ at: now, type: 'note', message: note });
    return recorder.record(run, patch);
  }

  /** After a failure: the run rests, longer each time. */
  later(
    run: SupervisedRun,
    reason: string,
    patch?: RunPatch,
  ): Promise<SupervisedRun> {
    const attempts = run.attempts + 1;
    const restMs = backOffMs(attempts);
    return this.options.recorder.record(run, {
      events: patch?.events,
      change: { ...patch?.change, reason, attempts, restMs },
    });
  }
}
