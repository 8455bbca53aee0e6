import {
  ProcessText,
  ProcessTextQuery,
  Run,
  scalephPipelineRunPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JobViews } from '@scaleph/backstage-plugin-scaleph-node';
import { Audit } from '../audit/Audit';
import { Caller } from '../http/Caller';
import { TargetDirectory } from '../targets/TargetDirectory';
import { JobService } from './JobService';
import { RunAuthorizer } from './RunAuthorizer';

/** Lets through what the permission policy allows, and audits every write. @internal */
export class AuthorizedJobService implements JobService {
  constructor(
    private readonly inner: JobService,
    private readonly options: {
      authorizer: RunAuthorizer;
      targets: Pick<TargetDirectory, 'requireManage' | 'requireLogs'>;
      audit: Audit;
    },
  ) {}

  async view<V extends keyof JobViews>(
    run: string,
    view: V,
    caller: Caller,
  ): Promise<JobViews[V]> {
    await this.options.authorizer.requireRun(run, caller);
    return this.inner.view(run, view, caller);
  }

  async text(
    run: string,
    query: ProcessTextQuery,
    caller: Caller,
  ): Promise<ProcessText> {
    const { authorizer, targets } = this.options;
    const { target } = await authorizer.requireRun(run, caller);
    // A process writes for all jobs that it runs.
    await targets.requireLogs(target, caller);
    return this.inner.text(run, query, caller);
  }

  adopt(
    target: string,
    jobId: string,
    input: { pipeline: string; version?: number },
    caller: Caller,
  ): Promise<Run> {
    const { authorizer, targets, audit } = this.options;
    const { pipeline } = input;
    return audit.record(
      { eventId: 'job-adopt', caller, meta: { target, jobId, pipeline } },
      async () => {
        // Who adopts a job may end it: that is for those who manage the target.
        await targets.requireManage(target, caller);
        await authorizer.requirePipeline(
          pipeline,
          caller,
          scalephPipelineRunPermission,
        );
        return this.inner.adopt(target, jobId, input, caller);
      },
      run => ({ run: run.id }),
    );
  }
}
