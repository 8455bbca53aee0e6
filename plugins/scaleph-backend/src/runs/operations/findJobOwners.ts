import { Knex } from 'knex';
import { JobOwner } from '../RunDirectory';

/** Values in one statement are limited. */
const JOBS_PER_QUERY = 500;

/** Which runs the jobs of a target are of, by job id; those of nobody are absent. @internal */
export async function findJobOwners(
  knex: Knex,
  target: string,
  jobIds: string[],
): Promise<Map<string, JobOwner>> {
  const owners = new Map<string, JobOwner>();
  for (let start = 0; start < jobIds.length; start += JOBS_PER_QUERY) {
    const rows: Array<JobOwner & { job: string }> = await knex(
      'run_deployments',
    )
      .join('runs', 'runs.id', 'run_deployments.run_id')
      .select({
        job: 'run_deployments.job_id',
        run: 'runs.id',
        pipeline: 'runs.pipeline',
        owner: 'runs.owner',
        state: 'runs.state',
      })
      .where('run_deployments.target', target)
      .whereIn(
        'run_deployments.job_id',
        jobIds.slice(start, start + JOBS_PER_QUERY),
      );
    for (const { job, ...owner } of rows) owners.set(job, owner);
  }
  return owners;
}
