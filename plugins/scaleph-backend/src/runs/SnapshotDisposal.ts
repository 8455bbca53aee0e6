import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { messageOf } from './engineErrors';
import { requireEngine } from './requireEngine';
import { RunSettings } from './runSettings';
import { SnapshotStore, StoredSnapshot } from './SnapshotStore';
import { withTimeout } from './withTimeout';

const TIMEOUT_MS = 30_000;
const BATCH = 100;

/**
 * Disposes of snapshots on their targets. That it will happen is recorded
 * before, so that nothing starts from one that is half gone; what a crash has
 * left is finished by the schedule. It also keeps to
 * `scaleph.runs.snapshots.keep`.
 *
 * @internal
 */
export class SnapshotDisposal {
  constructor(
    private readonly options: {
      snapshots: SnapshotStore;
      engines: EngineRegistry;
      targets: Pick<TargetDirectory, 'connection'>;
      scheduler: SchedulerService;
      settings: Pick<RunSettings, 'keepSnapshots'>;
      logger: LoggerService;
    },
  ) {}

  async schedule(): Promise<void> {
    await this.options.scheduler.scheduleTask({
      id: 'scaleph-runs-snapshots',
      scope: 'global',
      frequency: { minutes: 10 },
      timeout: { minutes: 10 },
      initialDelay: { minutes: 1 },
      fn: async signal => {
        await this.tidy(signal);
      },
    });
  }

  /** After `beginDelete`. Throws ConflictError when the target cannot do it; the snapshot is kept then. */
  async dispose(snapshot: StoredSnapshot): Promise<void> {
    const { snapshots, engines, targets, logger } = this.options;
    try {
      const engine = requireEngine(engines, snapshot.engine);
      if (!engine.deleteSnapshot) {
        throw new Error(`engine "${engine.id}" deletes no snapshots`);
      }
      const { kind, location, createdAt, sizeBytes } = snapshot;
      const target = await targets.connection(snapshot.target);
      await withTimeout(
        `Engine "${engine.id}": deleteSnapshot`,
        TIMEOUT_MS,
        engine.deleteSnapshot(
          { kind, location, createdAt, sizeBytes },
          { ...(target && { target }), logger },
        ),
      );
    } catch (error) {
      await snapshots.giveUpDelete(snapshot.id);
      throw new ConflictError(
        `Snapshot "${snapshot.id}" (${
          snapshot.location
        }) could not be deleted, and is kept: ${messageOf(error)}`,
      );
    }
    await snapshots.endDelete(snapshot.id);
  }

  /** Answers how many are gone. */
  async tidy(signal?: AbortSignal): Promise<number> {
    const { snapshots, settings, logger } = this.options;
    const begun = await snapshots.listDeleting(BATCH);
    const excess =
      settings.keepSnapshots === undefined
        ? []
        : await snapshots.listExcess(settings.keepSnapshots);
    let gone = 0;
    for (const snapshot of [...begun, ...excess]) {
      if (signal?.aborted) break;
      try {
        if (!snapshot.deleting) await snapshots.beginDelete(snapshot.id);
        await this.dispose(snapshot);
        gone += 1;
      } catch (error) {
        logger.warn(messageOf(error));
      }
    }
    return gone;
  }
}
