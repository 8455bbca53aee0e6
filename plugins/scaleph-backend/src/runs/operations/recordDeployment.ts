import { toTimestamp } from '../../database/timestamps';
import { Queryable } from '../../database/Transaction';
import { SupervisedRun } from '../RunRecord';

/** Notes the job of the present deployment and the time, before it is submitted; again with each attempt. @internal */
export async function recordDeployment(
  tx: Queryable,
  run: Pick<SupervisedRun, 'id' | 'deployment' | 'target' | 'restore'>,
  jobId: string | undefined,
): Promise<void> {
  await tx('run_deployments')
    .insert({
      run_id: run.id,
      deployment: run.deployment,
      target: run.target,
      job_id: jobId ?? null,
      created_at: toTimestamp(),
      restore: run.restore ? JSON.stringify(run.restore) : null,
    })
    .onConflict(['run_id', 'deployment'])
    .merge(['job_id', 'created_at']);
}
