import {
  ProcessText,
  ProcessTextQuery,
  Run,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JobViews } from '@scaleph/backstage-plugin-scaleph-node';
import { Caller } from '../http/Caller';

/**
 * The jobs behind runs, as their targets show them.
 *
 * Every method throws NotFoundError for a run or target that does not exist or
 * that the caller may not read, and where the target has no such view or does
 * not know the job, saying which.
 *
 * @internal
 */
export interface JobService {
  view<V extends keyof JobViews>(
    run: string,
    view: V,
    caller: Caller,
  ): Promise<JobViews[V]>;
  text(
    run: string,
    query: ProcessTextQuery,
    caller: Caller,
  ): Promise<ProcessText>;
  /**
   * Makes a job that was started elsewhere a run. Throws ConflictError when it
   * is a run's already, ProblemsError when the version cannot run on the
   * target.
   */
  adopt(
    target: string,
    jobId: string,
    input: { pipeline: string; version?: number },
    caller: Caller,
  ): Promise<Run>;
}
