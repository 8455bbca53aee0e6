import {
  LogLevel,
  Run,
  RunActionName,
  RunEvent,
  RunLogLine,
  RunPage,
  RunState,
  scalephPipelineRunPermission,
  scalephRunCancelPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Audit } from '../audit/Audit';
import { Caller } from '../http/Caller';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { CreateRunInput, RunListQuery, RunService } from './RunService';
import { RunStore } from './RunStore';

/** Lets through what the permission policy allows, and audits every write. @internal */
export class AuthorizedRunService implements RunService {
  constructor(
    private readonly inner: RunService,
    private readonly options: {
      runs: OwnershipAuthorizer;
      pipelinesAuthorizer: OwnershipAuthorizer;
      pipelines: Pick<PipelineDirectory, 'owners'>;
      store: Pick<RunStore, 'summaries'>;
      audit: Audit;
    },
  ) {}

  create(
    pipeline: string,
    input: CreateRunInput,
    caller: Caller,
  ): Promise<Run> {
    const { audit } = this.options;
    const meta = { pipeline, ...(input.version && { version: input.version }) };
    return audit.record(
      { eventId: 'run-create', caller, meta },
      async () => {
        await this.requirePipeline(
          pipeline,
          caller,
          scalephPipelineRunPermission,
        );
        return this.inner.create(pipeline, input, caller);
      },
      run => ({ run: run.id, version: run.version, target: run.target }),
    );
  }

  async list(query: RunListQuery, caller: Caller): Promise<RunPage> {
    const visible = await this.options.runs.filter(caller);
    return this.inner.list({ ...query, visible }, caller);
  }

  async listOfPipeline(
    pipeline: string,
    query: { state?: RunState; limit: number; cursor?: string },
    caller: Caller,
  ): Promise<RunPage> {
    await this.requirePipeline(pipeline, caller);
    return this.list({ ...query, pipeline, sort: '-createdAt' }, caller);
  }

  async get(id: string, caller: Caller): Promise<Run> {
    await this.requireRun(id, caller);
    return this.inner.get(id, caller);
  }

  async events(
    id: string,
    query: { after?: number; limit: number },
    caller: Caller,
  ): Promise<RunEvent[]> {
    await this.requireRun(id, caller);
    return this.inner.events(id, query, caller);
  }

  async logs(
    id: string,
    query: { after?: number; node?: string; level?: LogLevel; limit: number },
    caller: Caller,
  ): Promise<{ items: RunLogLine[]; complete: boolean }> {
    await this.requireRun(id, caller);
    return this.inner.logs(id, query, caller);
  }

  act(id: string, action: RunActionName, caller: Caller): Promise<Run> {
    return this.options.audit.record(
      { eventId: `run-${action}`, caller, meta: { run: id } },
      async () => {
        await this.requireRun(id, caller, scalephRunCancelPermission);
        return this.inner.act(id, action, caller);
      },
      run => ({ pipeline: run.pipeline }),
    );
  }

  private async requireRun(
    id: string,
    caller: Caller,
    permission?: typeof scalephRunCancelPermission,
  ): Promise<void> {
    const { runs, store } = this.options;
    const run = (await store.summaries([id])).get(id);
    await runs.require(`Run "${id}"`, run, caller, permission);
  }

  private async requirePipeline(
    name: string,
    caller: Caller,
    permission?: typeof scalephPipelineRunPermission,
  ): Promise<void> {
    const { pipelines, pipelinesAuthorizer } = this.options;
    const [owner] = await pipelines.owners([name]);
    await pipelinesAuthorizer.require(
      `Pipeline "${name}"`,
      owner,
      caller,
      permission,
    );
  }
}
