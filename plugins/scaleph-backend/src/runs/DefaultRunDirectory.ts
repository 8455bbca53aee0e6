import { RunSummary } from '@scaleph/backstage-plugin-scaleph-common';
import { Queryable } from '../database/Transaction';
import { JobOwner, RunDirectory } from './RunDirectory';
import { RunStore } from './RunStore';
import { RunViews } from './RunViews';

/** RunDirectory over the stored runs. @internal */
export class DefaultRunDirectory implements RunDirectory {
  constructor(
    private readonly store: Pick<
      RunStore,
      'hasActive' | 'summaries' | 'runsByJob' | 'activeOnTarget'
    >,
    private readonly views: RunViews,
  ) {}

  hasActive(pipeline: string, db: Queryable): Promise<boolean> {
    return this.store.hasActive(pipeline, db);
  }

  async summaries(ids: string[]): Promise<Map<string, RunSummary>> {
    const stored = await this.store.summaries(ids);
    const views = await this.views.summaries([...stored.values()]);
    return new Map(views.map(run => [run.id, run]));
  }

  runsByJob(target: string, jobIds: string[]): Promise<Map<string, JobOwner>> {
    return this.store.runsByJob(target, jobIds);
  }

  activeOnTarget(target: string, db: Queryable): Promise<string[]> {
    return this.store.activeOnTarget(target, db);
  }
}
