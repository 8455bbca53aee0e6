import { ConflictError } from '@backstage/errors';
import { toTimestamp } from '../../database/timestamps';
import { Queryable } from '../../database/Transaction';
import { NewRun } from '../RunRecord';

/**
 * Makes a job that is there the first one of a run. A run that has ended gives
 * it away; of two that take it at the same time the unique index lets one.
 * Throws ConflictError when it is another run's.
 *
 * @internal
 */
export async function takeJob(
  tx: Queryable,
  { id, target }: Pick<NewRun, 'id' | 'target'>,
  jobId: string,
): Promise<void> {
  const job = { target, job_id: jobId };
  await tx('run_deployments')
    .where(job)
    .whereIn('run_id', tx('runs').select('id').where('active', false))
    .update({ job_id: null });
  const taken: unknown[] = await tx('run_deployments')
    .insert({ run_id: id, deployment: 1, created_at: toTimestamp(), ...job })
    .onConflict(['target', 'job_id'])
    .ignore()
    .returning('run_id');
  if (taken.length > 0) return;
  const holder: { run_id: string } | undefined = await tx('run_deployments')
    .select('run_id')
    .where(job)
    .first();
  throw new ConflictError(
    `Job "${jobId}" is the job of run "${holder?.run_id}" already`,
  );
}
