import { Knex } from 'knex';

/**
 * Removes runs that ended before `time`, oldest first, at most `limit` in one
 * transaction so that nobody waits long. The newest run of a pipeline stays,
 * however old: it is what the pipeline's page shows. So does a run with
 * snapshots, until they are disposed of.
 *
 * @internal
 */
export async function deleteEndedRuns(
  knex: Knex,
  time: string,
  limit: number,
): Promise<number> {
  const ids: string[] = await knex('runs')
    .where({ active: false, supervised: false })
    .andWhere('ended_at', '<', time)
    .whereExists(
      knex('runs as newer')
        .select(knex.raw('1'))
        .whereRaw('newer.pipeline = runs.pipeline')
        .andWhereRaw(
          '(newer.created_at, newer.id) > (runs.created_at, runs.id)',
        ),
    )
    // Whoever removes it would have nothing left that names its savepoints.
    .whereNotExists(
      knex('run_snapshots')
        .select(knex.raw('1'))
        .whereRaw('run_snapshots.run_id = runs.id')
        .whereNull('run_snapshots.deleted_at'),
    )
    .orderBy('ended_at')
    .limit(limit)
    .pluck('id');
  if (ids.length === 0) return 0;
  return knex.transaction(async tx => {
    for (const table of [
      'run_snapshots',
      'run_operations',
      'run_deployments',
    ]) {
      await tx(table).whereIn('run_id', ids).delete();
    }
    await tx('run_logs').whereIn('run_id', ids).delete();
    await tx('run_events').whereIn('run_id', ids).delete();
    await tx('runs').whereIn('id', ids).delete();
    return ids.length;
  });
}
