import { toTimestamp } from '../../database/timestamps';
import { Queryable } from '../../database/Transaction';
import { SupervisedRun } from '../RunRecord';

/** Notes the job of the present deployment, before it is submitted; again when the submit is repeated. @internal */
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
    .merge(['job_id']);
}
