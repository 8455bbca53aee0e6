import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Duration } from 'luxon';
import { toTimestamp } from '../database/timestamps';
import { RunSettings } from './runSettings';
import { RunStore } from './RunStore';

const BATCH = 500;

/**
 * Removes runs that ended longer ago than `scaleph.runs.retention`, with
 * their timelines and logs. One back end does it at a time.
 *
 * @internal
 */
export class RunRetention {
  constructor(
    private readonly options: {
      scheduler: SchedulerService;
      store: Pick<RunStore, 'deleteEndedBefore'>;
      settings: Pick<RunSettings, 'retention'>;
      logger: LoggerService;
    },
  ) {}

  async schedule(): Promise<void> {
    await this.options.scheduler.scheduleTask({
      id: 'scaleph-runs-retention',
      scope: 'global',
      frequency: { hours: 1 },
      timeout: { minutes: 15 },
      initialDelay: { minutes: 1 },
      fn: async signal => {
        await this.removeOld(signal);
      },
    });
  }

  /** In batches, so that nobody waits long for the database. */
  async removeOld(signal?: AbortSignal): Promise<number> {
    const { store, settings, logger } = this.options;
    const age = Duration.fromObject(settings.retention).toMillis();
    const before = toTimestamp(Date.now() - age);
    let removed = 0;
    for (let batch = BATCH; batch === BATCH && !signal?.aborted; ) {
      batch = await store.deleteEndedBefore(before, BATCH);
      removed += batch;
    }
    if (removed > 0) {
      logger.info(`Removed ${removed} runs that ended before ${before}`);
    }
    return removed;
  }
}
