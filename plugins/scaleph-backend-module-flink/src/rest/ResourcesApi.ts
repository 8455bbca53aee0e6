import { path } from '../http/path';
import { Missing, orMissing } from './Missing';
import { CallOptions, RestCaller } from './RestCaller';

/** Bounds of the parallelism of each vertex, by its id. @public */
export type ResourceRequirements = Record<
  string,
  { lowerBound: number; upperBound: number }
>;

/** Rescaling; only the adaptive scheduler can do it, others refuse. @public */
export class ResourcesApi {
  constructor(private readonly rest: RestCaller) {}

  async requirements(
    jobId: string,
    options?: CallOptions,
  ): Promise<ResourceRequirements | Missing> {
    return orMissing(async () => {
      const where = path`/jobs/${jobId}/resource-requirements`;
      const answer = await this.rest.get(where, options);
      const entries = answer.objects().map(([id, vertex]) => {
        const parallelism = vertex.object('parallelism');
        const bounds = {
          lowerBound: parallelism.number('lowerBound'),
          upperBound: parallelism.number('upperBound'),
        };
        return [id, bounds] as const;
      });
      return Object.fromEntries(entries);
    });
  }

  /** Replaces them all; the job follows by itself. */
  async setRequirements(
    jobId: string,
    requirements: ResourceRequirements,
    options?: CallOptions,
  ): Promise<void | Missing> {
    const entries = Object.entries(requirements).map(([id, parallelism]) => [
      id,
      { parallelism },
    ]);
    return orMissing(async () => {
      await this.rest.call({
        ...options,
        method: 'PUT',
        path: path`/jobs/${jobId}/resource-requirements`,
        body: Object.fromEntries(entries),
      });
    });
  }
}
