import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { Caller } from '../http/Caller';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { requireEngine } from './requireEngine';
import { RunIntents } from './RunIntents';
import { RunStore } from './RunStore';
import { RunViews } from './RunViews';
import { withTimeout } from './withTimeout';

const TIMEOUT_MS = 30_000;

/** Makes jobs that were started elsewhere runs of pipelines. @internal */
export class JobAdoption {
  constructor(
    private readonly options: {
      knex: Knex;
      store: RunStore;
      views: RunViews;
      intents: RunIntents;
      engines: EngineRegistry;
      targets: Pick<TargetDirectory, 'connection'>;
      pipelines: Pick<PipelineDirectory, 'recordRun'>;
      logger: LoggerService;
      onChange: (id: string, revision: number) => void;
    },
  ) {}

  /**
   * The job changes in nothing; from the moment the run is recorded it has a
   * supervisor. The plan is that of the version: what a resume or restart would
   * submit.
   */
  async adopt(
    target: string,
    jobId: string,
    { pipeline, version }: { pipeline: string; version?: number },
    caller: Caller,
  ): Promise<Run> {
    const { knex, store, engines, targets, pipelines, intents, views, logger } =
      this.options;
    const intent = await intents.plan({ pipeline, version, target }, caller);
    const engine = requireEngine(engines, intent.engine);
    if (!engine.adopt) {
      throw new NotFoundError(`Target "${target}" has no jobs to adopt`);
    }
    const connection = await targets.connection(target);
    const handle = await withTimeout(
      `Engine "${engine.id}": adopt`,
      TIMEOUT_MS,
      engine.adopt(jobId, {
        ...(connection && { target: connection }),
        logger,
      }),
    );
    const run = { ...intent, adopted: { jobId, handle } };
    await knex.transaction(async tx => {
      await pipelines.recordRun(tx, pipeline, run.id);
      await store.create(run, tx);
    });
    this.options.onChange(run.id, 1);
    const stored = await store.get(run.id);
    if (!stored) throw new NotFoundError(`Run "${run.id}" does not exist`);
    return views.run(stored);
  }
}
