import { NotFoundError } from '@backstage/errors';
import {
  isTerminal,
  LogLevel,
  Run,
  RunEvent,
  RunLogLine,
  RunOperation,
  RunPage,
  RunState,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { Idempotency } from '../http/Idempotency';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { RunFaults } from './RunFaults';
import { RunActor } from './RunActor';
import { RunIntents } from './RunIntents';
import { NewRun, SupervisedRun } from './RunRecord';
import {
  CreateRunInput,
  RunActionInput,
  RunListQuery,
  RunService,
} from './RunService';
import { RunStore } from './RunStore';
import { SnapshotStore } from './SnapshotStore';
import { RunViews } from './RunViews';
import { toNewRunView } from './toNewRunView';

/** @internal */
export interface DefaultRunServiceOptions {
  store: RunStore;
  snapshots: Pick<SnapshotStore, 'hold'>;
  intents: RunIntents;
  actor: RunActor;
  pipelines: PipelineDirectory;
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
    const { store, pipelines, idempotency, faults, views, snapshots } =
      this.options;
    const call = { caller, operation: `createRun ${pipeline}`, body: input };
    // Before the plan: a repetition gets its run, also when no new one could start any more.
    const earlier = await idempotency.recall<Run>(call);
    if (earlier) return earlier;
    const run = await this.intend(pipeline, input, caller);
    const view = await views.run(toNewRunView(run), run.restore?.snapshot);
    await faults.reach('before-intent', run.id);
    const { result, replayed } = await idempotency.run(call, async tx => {
      await pipelines.recordRun(tx, pipeline, run.id);
      if (run.restore) await snapshots.hold(run.restore.snapshot.id, tx);
      await store.create(run, tx);
      return view;
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
    return this.options.views.run(run, run.restore?.snapshot);
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

  async act(id: string, input: RunActionInput, caller: Caller): Promise<Run> {
    return this.get(await this.options.actor.act(id, input, caller));
  }

  async operations(
    id: string,
    { limit }: { limit: number },
  ): Promise<RunOperation[]> {
    await this.supervised(id);
    return this.options.store.operations(id, limit);
  }

  private async supervised(id: string): Promise<SupervisedRun> {
    const run = await this.options.store.getSupervised(id);
    if (!run) throw new NotFoundError(`Run "${id}" does not exist`);
    return run;
  }

  private async intend(
    pipeline: string,
    { startFrom, ...input }: CreateRunInput,
    caller: Caller,
  ): Promise<NewRun> {
    const { intents } = this.options;
    const run = await intents.plan({ pipeline, ...input }, caller);
    return { ...run, restore: await intents.restore(pipeline, startFrom) };
  }
}
