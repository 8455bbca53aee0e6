import { Queryable } from '../../database/Transaction';

/**
 * Makes room for another run of a job: a run that has ended gives it away.
 * Answers the run that still has it. Of two that adopt the same job at the
 * same time, the unique index lets one insert it.
 *
 * @internal
 */
export async function claimJob(
  tx: Queryable,
  target: string,
  jobId: string,
): Promise<string | undefined> {
  const holder: { run: string; active: boolean | number } | undefined =
    await tx('run_deployments')
      .join('runs', 'runs.id', 'run_deployments.run_id')
      .select({ run: 'runs.id', active: 'runs.active' })
      .where({
        'run_deployments.target': target,
        'run_deployments.job_id': jobId,
      })
      .first();
  if (!holder) return undefined;
  if (holder.active) return holder.run;
  await tx('run_deployments')
    .where({ target, job_id: jobId, run_id: holder.run })
    .update({ job_id: null });
  return undefined;
}
