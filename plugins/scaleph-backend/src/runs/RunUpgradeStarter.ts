import { ConflictError, InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { toTimestamp } from '../database/timestamps';
import { Caller } from '../http/Caller';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { NewRun, SupervisedRun } from './RunRecord';
import { RunIntents } from './RunIntents';
import { RunActionInput } from './RunService';
import { RunStore } from './RunStore';

/** Records an upgrade: the new run and the savepoint of the old one, all or nothing. @internal */
export class RunUpgradeStarter {
  constructor(
    private readonly options: {
      knex: Knex;
      store: RunStore;
      pipelines: Pick<PipelineDirectory, 'recordRun'>;
      intents: RunIntents;
      onChange: (id: string, revision: number) => void;
    },
  ) {}

  /** Answers the id of the new run. Throws StaleRunError when the old one was changed meanwhile. */
  async start(
    old: SupervisedRun,
    { version, startFrom }: RunActionInput,
    caller: Caller,
  ): Promise<string> {
    const { knex, store, pipelines, onChange } = this.options;
    if (startFrom && startFrom.mode !== 'latest') {
      throw new InputError(
        'An upgrade starts from a savepoint that it takes; give no startFrom, or mode "latest"',
      );
    }
    const run = await this.intend(
      old,
      version,
      startFrom?.allowNonRestored ?? false,
      caller,
    );
    const { revision } = await knex.transaction(async tx => {
      await pipelines.recordRun(tx, old.pipeline, run.id);
      await store.create(run, tx);
      return store.update(old, upgrade(old, run), tx);
    });
    onChange(old.id, revision);
    onChange(run.id, 1);
    return run.id;
  }

  private async intend(
    old: SupervisedRun,
    version: number | undefined,
    allowNonRestored: boolean,
    caller: Caller,
  ): Promise<NewRun> {
    const { store, intents } = this.options;
    const origin = await store.getOrigin(old.id);
    const run = await intents.plan(
      {
        pipeline: old.pipeline,
        version,
        target: old.target,
        parameters: origin.parameters,
        settings: origin.settings,
        lenient: true,
      },
      caller,
    );
    if (run.version === old.version) {
      throw new ConflictError(
        `Run "${old.id}" is of version ${old.version} already; restart it instead`,
      );
    }
    return {
      ...run,
      upgradeOf: old.id,
      nextStart: { mode: 'newest', allowNonRestored },
    };
  }
}

/** What it means for the old run; one that is suspended has its savepoint. */
function upgrade(old: SupervisedRun, run: NewRun) {
  const id = randomUUID();
  const at = toTimestamp();
  const needsSavepoint = old.state !== 'SUSPENDED';
  return {
    change: {
      activity: 'upgrade' as const,
      upgradedBy: run.id,
      restMs: 0,
      ...(needsSavepoint && { operation: id }),
    },
    events: [
      {
        at,
        type: 'action' as const,
        message: `Upgrade to version ${run.version} requested, by run ${run.id}`,
        actor: run.createdBy,
      },
    ],
    ...(needsSavepoint && {
      begin: {
        id,
        kind: 'suspend' as const,
        createdAt: at,
        createdBy: run.createdBy,
      },
    }),
  };
}
