import { JobOperation } from './JobOperation';

/**
 * Whether all tasks run: Flink refuses a snapshot of a job that starts, and the id of a refused operation cannot be used again.
 * @internal
 */
export async function isReady({
  client,
  jobId,
}: Pick<JobOperation, 'client' | 'jobId'>): Promise<boolean> {
  const { state, vertices } = await client.jobs.detail(jobId);
  return (
    state === 'RUNNING' &&
    vertices.every(({ tasks, parallelism }) => {
      const { RUNNING = 0, FINISHED = 0 } = tasks;
      return RUNNING + FINISHED >= parallelism;
    })
  );
}
