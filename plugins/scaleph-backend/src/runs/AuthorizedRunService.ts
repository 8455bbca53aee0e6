import {
  LogLevel,
  Run,
  RunEvent,
  RunLogLine,
  RunOperation,
  RunPage,
  RunState,
  scalephPipelineRunPermission,
  scalephRunCancelPermission,
  scalephRunOperatePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Audit } from '../audit/Audit';
import { Caller } from '../http/Caller';
import { RunAuthorizer } from './RunAuthorizer';
import {
  CreateRunInput,
  RunActionInput,
  RunListQuery,
  RunService,
} from './RunService';

/** Lets through what the permission policy allows, and audits every write. @internal */
export class AuthorizedRunService implements RunService {
  constructor(
    private readonly inner: RunService,
    private readonly options: {
      authorizer: RunAuthorizer;
      audit: Audit;
    },
  ) {}

  create(
    pipeline: string,
    input: CreateRunInput,
    caller: Caller,
  ): Promise<Run> {
    const { audit, authorizer } = this.options;
    const meta = { pipeline, ...(input.version && { version: input.version }) };
    return audit.record(
      { eventId: 'run-create', caller, meta },
      async () => {
        await authorizer.requirePipeline(
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
    const visible = await this.options.authorizer.visible(caller);
    return this.inner.list({ ...query, visible }, caller);
  }

  async listOfPipeline(
    pipeline: string,
    query: { state?: RunState; limit: number; cursor?: string },
    caller: Caller,
  ): Promise<RunPage> {
    await this.options.authorizer.requirePipeline(pipeline, caller);
    return this.list({ ...query, pipeline, sort: '-createdAt' }, caller);
  }

  async get(id: string, caller: Caller): Promise<Run> {
    await this.options.authorizer.requireRun(id, caller);
    return this.inner.get(id, caller);
  }

  async events(
    id: string,
    query: { after?: number; limit: number },
    caller: Caller,
  ): Promise<RunEvent[]> {
    await this.options.authorizer.requireRun(id, caller);
    return this.inner.events(id, query, caller);
  }

  async logs(
    id: string,
    query: { after?: number; node?: string; level?: LogLevel; limit: number },
    caller: Caller,
  ): Promise<{ items: RunLogLine[]; complete: boolean }> {
    await this.options.authorizer.requireRun(id, caller);
    return this.inner.logs(id, query, caller);
  }

  act(id: string, input: RunActionInput, caller: Caller): Promise<Run> {
    const { audit, authorizer } = this.options;
    const { action } = input;
    return audit.record(
      { eventId: `run-${action}`, caller, meta: { run: id } },
      async () => {
        const permission =
          action === 'cancel'
            ? scalephRunCancelPermission
            : scalephRunOperatePermission;
        const run = await authorizer.requireRun(id, caller, permission);
        if (action === 'upgrade' && run) {
          await authorizer.requirePipeline(
            run.pipeline,
            caller,
            scalephPipelineRunPermission,
          );
        }
        return this.inner.act(id, input, caller);
      },
      run => ({ pipeline: run.pipeline, run: run.id }),
    );
  }

  async operations(
    id: string,
    query: { limit: number },
    caller: Caller,
  ): Promise<RunOperation[]> {
    await this.options.authorizer.requireRun(id, caller);
    return this.inner.operations(id, query, caller);
  }
}
