import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { toTimestamp } from '../database/timestamps';
import { Queryable } from '../database/Transaction';
import { snapshotsInUse } from './operations/snapshotsInUse';
import { SnapshotRow, toStoredSnapshot } from './snapshotRows';
import { SnapshotStore, StoredSnapshot } from './SnapshotStore';

const NEWEST_FIRST = [
  { column: 'created_at', order: 'desc' },
  { column: 'id', order: 'desc' },
];
/** A pipeline with more than so many shows the newest ones. */
const LISTED = 1_000;

/** SnapshotStore over SQLite or PostgreSQL. @internal */
export class DatabaseSnapshotStore implements SnapshotStore {
  constructor(private readonly knex: Knex) {}

  async listOfRun(run: string): Promise<StoredSnapshot[]> {
    return this.withUse(await this.kept().where('run_id', run).limit(LISTED));
  }

  async listOfPipeline(pipeline: string): Promise<StoredSnapshot[]> {
    return this.withUse(await this.kept().where({ pipeline }).limit(LISTED));
  }

  async newestOfRun(run: string): Promise<StoredSnapshot | undefined> {
    const row = await this.kept().where('run_id', run).first();
    return row && toStoredSnapshot(row);
  }

  async newestOfPipeline(
    pipeline: string,
  ): Promise<StoredSnapshot | undefined> {
    const row = await this.kept().where({ pipeline }).first();
    return row && toStoredSnapshot(row);
  }

  async get(id: string): Promise<StoredSnapshot | undefined> {
    const row = await this.knex('run_snapshots')
      .select<SnapshotRow[]>()
      .where({ id, deleted_at: null })
      .first();
    return row && toStoredSnapshot(row);
  }

  async hold(id: string, tx: Queryable): Promise<void> {
    // Writing the row makes a disposal that begins now wait for this transaction.
    const held = await tx('run_snapshots')
      .where({ id, deleting: false, deleted_at: null })
      .update({ deleting: false });
    if (held === 0) {
      throw new ConflictError(`Snapshot "${id}" is being deleted`);
    }
  }

  async beginDelete(id: string): Promise<void> {
    await this.knex.transaction(async tx => {
      const [row]: SnapshotRow[] = await tx('run_snapshots')
        .where({ id, deleted_at: null })
        .update({ deleting: true })
        .returning('*');
      if (!row) return;
      const users = await snapshotsInUse(tx, [row.pipeline]);
      const user = users.get(id);
      if (user) {
        throw new ConflictError(
          `Snapshot "${id}" cannot be deleted: run ${user} needs it`,
        );
      }
    });
  }

  async endDelete(id: string): Promise<void> {
    await this.knex('run_snapshots')
      .where({ id })
      .update({ deleted_at: toTimestamp() });
  }

  async giveUpDelete(id: string): Promise<void> {
    await this.knex('run_snapshots')
      .where({ id, deleted_at: null })
      .update({ deleting: false });
  }

  async listDeleting(limit: number): Promise<StoredSnapshot[]> {
    const rows = await this.knex('run_snapshots')
      .select<SnapshotRow[]>()
      .where({ deleting: true, deleted_at: null })
      .orderBy('created_at')
      .limit(limit);
    return rows.map(toStoredSnapshot);
  }

  async listExcess(keep: number): Promise<StoredSnapshot[]> {
    const ranked = this.knex('run_snapshots')
      .select('id')
      .rowNumber('place', order => {
        order
          .partitionBy('pipeline')
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc');
      })
      .where({ origin: 'suspend', deleting: false, deleted_at: null })
      .as('ranked');
    const rows: SnapshotRow[] = await this.knex('run_snapshots')
      .select('run_snapshots.*')
      .join(ranked, 'ranked.id', 'run_snapshots.id')
      .where('ranked.place', '>', keep)
      .orderBy('run_snapshots.created_at')
      .limit(LISTED);
    const snapshots = await this.withUse(rows);
    return snapshots.filter(({ inUse }) => !inUse);
  }

  private kept() {
    return this.knex('run_snapshots')
      .select<SnapshotRow[]>()
      .where({ deleting: false, deleted_at: null })
      .orderBy(NEWEST_FIRST);
  }

  private async withUse(rows: SnapshotRow[]): Promise<StoredSnapshot[]> {
    const pipelines = [...new Set(rows.map(row => row.pipeline))];
    const users = await snapshotsInUse(this.knex, pipelines);
    return rows.map(row => ({
      ...toStoredSnapshot(row),
      inUse: users.has(row.id),
    }));
  }
}
