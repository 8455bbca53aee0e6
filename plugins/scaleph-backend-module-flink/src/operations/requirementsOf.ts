import { FlinkRequestError } from '../http/FlinkRequestError';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { Missing } from '../rest/Missing';
import { ResourceRequirements } from '../rest/ResourcesApi';

/** What the parallelism of a job may be; `missing` when its scheduler cannot change it. @internal */
export async function requirementsOf(
  client: FlinkRestClient,
  jobId: string,
): Promise<ResourceRequirements | Missing> {
  try {
    return await client.resources.requirements(jobId);
  } catch (error) {
    const isOther =
      error instanceof FlinkRequestError &&
      error.isCausedBy('UnsupportedOperationException');
    if (isOther) return 'missing';
    throw error;
  }
}
