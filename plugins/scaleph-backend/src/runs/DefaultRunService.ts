import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  isTerminal,
  LogLevel,
  pipelineDataSources,
  Run,
  RunActionName,
  RunEvent,
  RunLogLine,
  RunPage,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { randomUUID } from 'node:crypto';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { toTimestamp } from '../database/timestamps';
import { actorOf, Caller } from '../http/Caller';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { Idempotency } from '../http/Idempotency';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { RunFaults } from './RunFaults';
import { RunPlanner } from './RunPlanner';
import { NewRun, SupervisedRun } from './RunRecord';
import { CreateRunInput, RunListQuery, RunService } from './RunService';
import { RunStore } from './RunStore';
import { StaleRunError } from './StaleRunError';
import { RunViews } from './RunViews';
import { toNewRunView } from './toNewRunView';

/** @internal */
export interface DefaultRunServiceOptions {
  store: RunStore;
  planner: RunPlanner;
  pipelines: PipelineDirectory;
  dataSources: Pick<DataSourceDirectory, 'requireUse'>;
  idempotency: Idempotency;
  faults: RunFaults;
  views: RunViews;
  /** A run is new or wanted otherwise: wakes the supervisor, tells open pages. */
  onChange: (id: string, revision: number) => void;
}

/** Records what is desired; the supervisors do the rest. @internal */
export class DefaultRunService implements RunService {
  constructor(private readonly options: DefaultRunServiceOptions) {}

  async create(
    pipeline: string,
    input: CreateRunInput,
    caller: Caller,
  ): Promise<Run> {
    const { store, pipelines, idempotency, faults, views } = this.options;
    const call = { caller, operation: `createRun ${pipeline}`, body: input };
    // Before the plan: a repetition gets its run, also when no new one could start any more.
    const earlier = await idempotency.recall<Run>(call);
    if (earlier) return earlier;
    const run = await this.plan(pipeline, input, caller);
    await faults.reach('before-intent', run.id);
    const { result, replayed } = await idempotency.run(call, async tx => {
      await pipelines.recordRun(tx, pipeline, run.id);
      await store.create(run, tx);
      return views.run(toNewRunView(run));
    });
    if (replayed) return result;
    await faults.reach('after-intent', run.id);
    this.options.onChange(result.id, result.revision);
    return result;
  }

  async list(query: RunListQuery): Promise<RunPage> {
    const { sort, cursor, visible = 'all', ...filter } = query;
    const scope = `runs:${sort}`;
    const { items, totalItems } = await this.options.store.list({
      ...filter,
      visible,
      descending: sort === '-createdAt',
      limit: query.limit + 1,
      after: cursor ? decodeCursor(scope, cursor) : undefined,
    });
    const page = items.slice(0, query.limit);
    const last = page[page.length - 1];
    return {
      items: await this.options.views.summaries(page),
      totalItems,
      nextCursor:
        items.length > page.length
          ? encodeCursor(scope, { value: last.createdAt, id: last.id })
          : undefined,
    };
  }

  async listOfPipeline(
    pipeline: string,
    query: { state?: RunState; limit: number; cursor?: string },
    _caller?: Caller,
  ): Promise<RunPage> {
    const [found] = await this.options.pipelines.owners([pipeline]);
    if (!found) {
      throw new NotFoundError(`Pipeline "${pipeline}" does not exist`);
    }
    return this.list({ ...query, pipeline, sort: '-createdAt' });
  }

  async get(id: string): Promise<Run> {
    const run = await this.options.store.get(id);
    if (!run) throw new NotFoundError(`Run "${id}" does not exist`);
    return this.options.views.run(run);
  }

  async events(
    id: string,
    query: { after?: number; limit: number },
  ): Promise<RunEvent[]> {
    await this.supervised(id);
    return this.options.store.events(id, query);
  }

  async logs(
    id: string,
    query: { after?: number; node?: string; level?: LogLevel; limit: number },
  ): Promise<{ items: RunLogLine[]; complete: boolean }> {
    // The state first: all lines are stored before the end is.
    const { state } = await this.supervised(id);
    const items = await this.options.store.logs(id, query);
    return { items, complete: isTerminal(state) && items.length < query.limit };
  }

  async act(id: string, _action: RunActionName, caller: Caller): Promise<Run> {
    const { store, onChange } = this.options;
    for (;;) {
      const run = await this.supervised(id);
      if (isTerminal(run.state)) {
        throw new ConflictError(
          `Run "${id}" has ended already: it is ${run.state}`,
        );
      }
      if (run.desired === 'stopped') return this.get(id);
      try {
        const { revision } = await store.update(run, {
          change: { desired: 'stopped', restMs: 0 },
          events: [
            {
              at: toTimestamp(),
              type: 'action',
              message: 'Stop requested',
              actor: actorOf(caller.credentials),
            },
          ],
        });
        onChange(id, revision);
        return await this.get(id);
      } catch (error) {
        // Its supervisor was faster; what it wrote may have been the end.
        if (!(error instanceof StaleRunError)) throw error;
      }
    }
  }

  private async plan(
    pipeline: string,
    input: CreateRunInput,
    caller: Caller,
  ): Promise<NewRun> {
    const { pipelines, planner, dataSources } = this.options;
    const { version, owner, document } = await pipelines.getVersionForRun(
      pipeline,
      input.version,
    );
    await dataSources.requireUse(pipelineDataSources(document), caller);
    const { plan, parameters } = await planner.plan({
      document,
      target: input.target,
      parameters: input.parameters,
    });
    return {
      id: randomUUID(),
      pipeline,
      version,
      target: plan.target,
      engine: plan.engine,
      owner,
      createdAt: toTimestamp(),
      createdBy: actorOf(caller.credentials),
      parameters,
      document,
      plan,
    };
  }

  private async supervised(id: string): Promise<SupervisedRun> {
    const run = await this.options.store.getSupervised(id);
    if (!run) throw new NotFoundError(`Run "${id}" does not exist`);
    return run;
  }
}
