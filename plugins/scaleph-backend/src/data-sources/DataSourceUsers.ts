import { ConflictError } from '@backstage/errors';
import { DataSource } from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { LiveRun } from './liveRunsOf';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';

/**
 * Which pipelines use a data source, as far as a caller may know: names only of
 * those that the caller may read.
 *
 * @internal
 */
export class DataSourceUsers {
  constructor(
    private readonly options: {
      pipelines: Pick<
        PipelineDirectory,
        'usersOfDataSource' | 'usersOfDataSources'
      >;
      pipelinesAuthorizer: OwnershipAuthorizer;
      /** Runs that use a data source and have not ended. */
      liveRuns: (dataSource: string) => Promise<LiveRun[]>;
    },
  ) {}

  /** The data sources with `usedBy` filled in. */
  async showTo(
    dataSources: DataSource[],
    caller: Caller,
  ): Promise<DataSource[]> {
    if (dataSources.length === 0) return [];
    const { pipelines, pipelinesAuthorizer } = this.options;
    const users = await pipelines.usersOfDataSources(
      dataSources.map(({ name }) => name),
    );
    const visible = new Set(
      await pipelinesAuthorizer.allowed([...users.values()].flat(), caller),
    );
    return dataSources.map(dataSource => ({
      ...dataSource,
      usedBy: (users.get(dataSource.name) ?? [])
        .filter(user => visible.has(user))
        .map(user => user.name),
    }));
  }

  /** Throws ConflictError while pipelines use it, or runs of any version that have not ended, naming those that the caller may read and counting the others. */
  async requireNone(name: string, caller: Caller): Promise<void> {
    const { pipelines, pipelinesAuthorizer } = this.options;
    const users = await pipelines.usersOfDataSource(name);
    if (users.length === 0) {
      await this.requireNoRun(name, caller);
      return;
    }
    const visible = await pipelinesAuthorizer.allowed(users, caller);
    const hidden = users.length - visible.length;
    const parts = visible.map(user => `pipeline "${user.name}"`);
    if (hidden) parts.push(`${hidden} pipeline(s) that you may not see`);
    throw new ConflictError(
      `Data source "${name}" is used by ${parts.join(
        ', ',
      )}: take it out of them first`,
    );
  }

  private async requireNoRun(name: string, caller: Caller): Promise<void> {
    const { liveRuns, pipelinesAuthorizer } = this.options;
    const runs = await liveRuns(name);
    if (runs.length === 0) return;
    const visible = await pipelinesAuthorizer.allowed(runs, caller);
    const hidden = runs.length - visible.length;
    const parts = visible.map(run => `run ${run.id} of pipeline "${run.name}"`);
    if (hidden) parts.push(`${hidden} run(s) that you may not see`);
    throw new ConflictError(
      `Data source "${name}" is used by ${parts.join(
        ', ',
      )}: wait for the end, or stop it first`,
    );
  }
}
