import { OperationProgress } from '@scaleph/backstage-plugin-scaleph-node';
import { ResourceRequirements } from '../rest/ResourcesApi';
import { JobDetail } from '../rest/types/JobTypes';
import { hasEnded } from '../cluster/runStateOf';
import { failed, JobOperation, RUNNING } from './JobOperation';
import { requirementsOf } from './requirementsOf';

/**
 * Another parallelism for a running job. Vertices that run with less than the others (a single source, a global order) stay as they
 * are. The cluster gives what it has slots for, and more when there are more.
 * @internal
 */
export async function performRescale({
  client,
  jobId,
  operation,
}: JobOperation): Promise<OperationProgress> {
  const { parallelism } = operation;
  if (!parallelism) return failed('No parallelism was given');
  const detail = await client.jobs.detail(jobId);
  if (hasEnded(detail)) return failed(`The job had ended (${detail.state})`);
  const now = await requirementsOf(client, jobId);
  if (now === 'missing') {
    return failed(
      'This cluster cannot change the parallelism of a running job: its scheduler must be the adaptive one (jobmanager.scheduler: adaptive). Publish a version with another parallelism and upgrade the run to it instead',
    );
  }
  const wanted = rescaled(now, detail, parallelism);
  if (JSON.stringify(wanted) !== JSON.stringify(now)) {
    await client.resources.setRequirements(jobId, wanted);
    return RUNNING;
  }
  const missing = detail.vertices.filter(
    it => it.parallelism !== wanted[it.id]?.upperBound,
  );
  if (missing.length === 0) {
    return { state: 'completed', message: `The parallelism is ${parallelism}` };
  }
  const { slotsAvailable, slotsTotal } = await client.cluster.overview();
  // A job that restarts has given its slots back.
  return slotsAvailable === 0 && detail.state === 'RUNNING'
    ? {
        state: 'completed',
        message: `The cluster has ${slotsTotal} slots, and none is free: the job gets its parallelism of ${parallelism} when there are more`,
      }
    : RUNNING;
}

/** The requirements with another parallelism where the job has its full one. @internal */
export function rescaled(
  now: ResourceRequirements,
  { vertices }: Pick<JobDetail, 'vertices'>,
  parallelism: number,
): ResourceRequirements {
  const full = Math.max(...Object.values(now).map(it => it.upperBound));
  const entries = Object.entries(now).map(([id, bounds]) => {
    const vertex = vertices.find(it => it.id === id);
    const highest = vertex?.maxParallelism ?? parallelism;
    const upperBound =
      bounds.upperBound === full
        ? Math.min(parallelism, highest > 0 ? highest : parallelism)
        : Math.min(parallelism, bounds.upperBound);
    const lowerBound = Math.min(bounds.lowerBound, upperBound);
    return [id, { lowerBound, upperBound }] as const;
  });
  return Object.fromEntries(entries);
}
