import { Knex } from 'knex';

/**
 * Removes runs that ended before `time`, oldest first, at most `limit` in one
 * transaction so that nobody waits long. The newest run of a pipeline stays,
 * however old: it is what the pipeline's page shows.
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
    .orderBy('ended_at')
    .limit(limit)
    .pluck('id');
  if (ids.length === 0) return 0;
  return knex.transaction(async tx => {
    await tx('run_logs').whereIn('run_id', ids).delete();
    await tx('run_events').whereIn('run_id', ids).delete();
    await tx('runs').whereIn('id', ids).delete();
    return ids.length;
  });
}
