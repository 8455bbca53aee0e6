import { Snapshot } from '@scaleph/backstage-plugin-scaleph-common';
import { StoredSnapshot } from './SnapshotStore';

/** @internal */
export interface SnapshotRow {
  id: string;
  run_id: string;
  pipeline: string;
  version: number;
  target: string;
  engine: string;
  deployment: number;
  kind: Snapshot['kind'];
  location: string;
  /** PostgreSQL gives bigint as text. */
  size_bytes: number | string | null;
  created_at: string;
  origin: string;
  /** SQLite gives booleans as 0 and 1. */
  deleting: boolean | number;
}

/** @internal */
export function toStoredSnapshot(row: SnapshotRow): StoredSnapshot {
  return {
    id: row.id,
    run: row.run_id,
    pipeline: row.pipeline,
    version: row.version,
    deployment: row.deployment,
    target: row.target,
    engine: row.engine,
    kind: row.kind,
    location: row.location,
    sizeBytes: row.size_bytes === null ? undefined : Number(row.size_bytes),
    createdAt: row.created_at,
    deleting: Boolean(row.deleting),
  };
}

/** As the API shows it, and as it is kept with the run that starts from it. @internal */
export function toSnapshot(snapshot: StoredSnapshot): Snapshot {
  const { engine: _engine, deleting: _deleting, ...shown } = snapshot;
  return shown;
}
