import { toTimestamp } from '../../database/timestamps';
import { Queryable } from '../../database/Transaction';
import { SupervisedRun } from '../RunRecord';
import { RunWrite } from '../RunStore';

/**
 * Records a snapshot of the present job, once by its location. A checkpoint gives
 * way to the next one that is observed: the target has replaced it too. A job
 * that has FINISHED leaves no checkpoint. Savepoints stay.
 *
 * @internal
 */
export async function writeSnapshots(
  tx: Queryable,
  before: SupervisedRun,
  run: SupervisedRun,
  { snapshot, change, dropCheckpoints }: RunWrite,
): Promise<void> {
  const present = () =>
    tx('run_snapshots').where({
      run_id: run.id,
      deployment: before.deployment,
      deleted_at: null,
    });
  if (snapshot) {
    if (snapshot.origin === 'observed' && snapshot.kind === 'checkpoint') {
      await present()
        .where('kind', 'checkpoint')
        .whereNot('location', snapshot.location)
        .delete();
    }
    const known = await present()
      .where('location', snapshot.location)
      .update(
        snapshot.origin === 'observed'
          ? { size_bytes: snapshot.sizeBytes ?? null }
          : { origin: snapshot.origin, id: snapshot.id },
      );
    if (known === 0) await insert(tx, before, run, snapshot);
  }
  if (change.state === 'FINISHED' || dropCheckpoints) {
    await present()
      .where('kind', 'checkpoint')
      .update({ deleted_at: toTimestamp() });
  }
}

async function insert(
  tx: Queryable,
  before: SupervisedRun,
  run: SupervisedRun,
  snapshot: NonNullable<RunWrite['snapshot']>,
): Promise<void> {
  await tx('run_snapshots').insert({
    id: snapshot.id,
    run_id: run.id,
    pipeline: run.pipeline,
    version: run.version,
    target: run.target,
    engine: run.engine,
    deployment: before.deployment,
    kind: snapshot.kind,
    location: snapshot.location,
    size_bytes: snapshot.sizeBytes ?? null,
    created_at: snapshot.createdAt,
    origin: snapshot.origin,
  });
}
