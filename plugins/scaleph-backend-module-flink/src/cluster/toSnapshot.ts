import { EngineSnapshot } from '@scaleph/backstage-plugin-scaleph-node';
import { Checkpoint } from '../rest/types/CheckpointTypes';

/** Undefined for one that nothing can start from: discarded, or kept in memory. @internal */
export function toSnapshot(it: Checkpoint): EngineSnapshot | undefined {
  const isUsable =
    it.status === 'COMPLETED' && !it.discarded && isLocation(it.location);
  if (!isUsable) return undefined;
  return {
    kind: it.isSavepoint ? 'savepoint' : 'checkpoint',
    location: it.location ?? '',
    createdAt: new Date(it.triggeredAt).toISOString(),
    sizeBytes: it.stateSize,
  };
}

/** Flink writes `<checkpoint-not-externally-addressable>` for a state in memory. */
function isLocation(location: string | undefined): boolean {
  return location !== undefined && !location.startsWith('<');
}
