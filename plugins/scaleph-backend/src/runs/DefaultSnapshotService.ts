import { NotFoundError } from '@backstage/errors';
import { Snapshot } from '@scaleph/backstage-plugin-scaleph-common';
import { SnapshotDisposal } from './SnapshotDisposal';
import { toSnapshot } from './snapshotRows';
import { SnapshotService } from './SnapshotService';
import { SnapshotStore } from './SnapshotStore';

/** @internal */
export class DefaultSnapshotService implements SnapshotService {
  constructor(
    private readonly options: {
      snapshots: SnapshotStore;
      disposal: SnapshotDisposal;
    },
  ) {}

  async listOfRun(run: string): Promise<Snapshot[]> {
    const found = await this.options.snapshots.listOfRun(run);
    return found.map(toSnapshot);
  }

  async listOfPipeline(pipeline: string): Promise<Snapshot[]> {
    const found = await this.options.snapshots.listOfPipeline(pipeline);
    return found.map(toSnapshot);
  }

  async delete(run: string, id: string): Promise<void> {
    const { snapshots, disposal } = this.options;
    const snapshot = await snapshots.get(id);
    if (!snapshot || snapshot.run !== run) {
      throw new NotFoundError(`Run "${run}" has no snapshot "${id}"`);
    }
    await snapshots.beginDelete(id);
    await disposal.dispose(snapshot);
  }
}
