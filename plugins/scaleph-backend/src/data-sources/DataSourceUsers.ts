import { ConflictError } from '@backstage/errors';
import { DataSource } from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { DataSourceUses, OwnedUse } from './DataSourceUses';
import { LiveRun } from './liveRunsOf';
import { useText } from './useText';

/** What keeps a data source: everything, or all but versions that are not the newest ones. @internal */
export type OlderVersions = 'keep' | 'ignore';

/**
 * Which pipelines use a data source, as far as a caller may know: names only of
 * those that the caller may read.
 *
 * @internal
 */
export class DataSourceUsers {
  constructor(
    private readonly options: {
      uses: Pick<DataSourceUses, 'of'>;
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
    const { uses, pipelinesAuthorizer } = this.options;
    const found = await uses.of(dataSources.map(({ name }) => name));
    const visible = new Set(
      await pipelinesAuthorizer.allowed([...found.values()].flat(), caller),
    );
    return dataSources.map(dataSource => {
      const all = found.get(dataSource.name) ?? [];
      const shown = all.filter(use => visible.has(use));
      const others = all.length - shown.length;
      return {
        ...dataSource,
        usedBy: shown.map(({ owner: _, ...use }) => use),
        ...(others > 0 && { usedByOthers: others }),
      };
    });
  }

  /**
   * Throws ConflictError while pipelines use it, or runs of any version that have not ended, naming those that the caller may read and
   * counting the others.
   */
  async requireNone(
    name: string,
    older: OlderVersions,
    caller: Caller,
  ): Promise<void> {
    const { uses, pipelinesAuthorizer } = this.options;
    const all = (await uses.of([name])).get(name) ?? [];
    const inUse = all.filter(isInUse);
    const keeping = older === 'keep' || inUse.length ? all : [];
    if (keeping.length === 0) {
      await this.requireNoRun(name, caller);
      return;
    }
    const visible = await pipelinesAuthorizer.allowed(keeping, caller);
    throw new ConflictError(
      `Data source "${name}" is used by ${listed(
        visible.map(useText),
        keeping.length - visible.length,
      )}: ${
        inUse.length
          ? 'take it out of drafts and newest versions, and stop their runs, first'
          : 'no version of these could be run or restored without it. To delete it all the same, ask for olderVersions=ignore'
      }`,
    );
  }

  private async requireNoRun(name: string, caller: Caller): Promise<void> {
    const { liveRuns, pipelinesAuthorizer } = this.options;
    const runs = await liveRuns(name);
    if (runs.length === 0) return;
    const visible = await pipelinesAuthorizer.allowed(runs, caller);
    throw new ConflictError(
      `Data source "${name}" is used by ${listed(
        visible.map(run => `run ${run.id} of pipeline "${run.name}"`),
        runs.length - visible.length,
      )}: wait for the end, or stop it first`,
    );
  }
}

/** Older versions alone take nothing from anybody until they are restored. @internal */
export function isInUse({ draft, newest, runs }: OwnedUse): boolean {
  return draft || newest || runs.length > 0;
}

function listed(names: string[], others: number): string {
  const parts = [...names];
  if (others) {
    parts.push(
      names.length
        ? `and ${others} ${others === 1 ? 'other' : 'others'}`
        : `${others} ${
            others === 1 ? 'pipeline' : 'pipelines'
          } that you may not see`,
    );
  }
  return parts.join(', ').replace(/, and /, ' and ');
}
