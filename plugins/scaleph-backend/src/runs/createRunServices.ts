import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Audit } from '../audit/Audit';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { Idempotency } from '../http/Idempotency';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { AuthorizedJobService } from './AuthorizedJobService';
import { AuthorizedRunService } from './AuthorizedRunService';
import { AuthorizedSnapshotService } from './AuthorizedSnapshotService';
import { DefaultJobService } from './DefaultJobService';
import { DefaultRunService } from './DefaultRunService';
import { DefaultSnapshotService } from './DefaultSnapshotService';
import { JobAdoption } from './JobAdoption';
import { JobService } from './JobService';
import { RunActor } from './RunActor';
import { RunAuthorizer } from './RunAuthorizer';
import { RunFaults } from './RunFaults';
import { RunIntents } from './RunIntents';
import { RunPlanner } from './RunPlanner';
import { RunService } from './RunService';
import { RunStore } from './RunStore';
import { RunUpgradeStarter } from './RunUpgradeStarter';
import { RunViews } from './RunViews';
import { SnapshotDisposal } from './SnapshotDisposal';
import { SnapshotService } from './SnapshotService';
import { SnapshotStore } from './SnapshotStore';

/** What callers can ask of the runs room; each passes the permissions first. @internal */
export function createRunServices(deps: {
  knex: Knex;
  store: RunStore;
  snapshots: SnapshotStore;
  disposal: SnapshotDisposal;
  planner: RunPlanner;
  views: RunViews;
  engines: EngineRegistry;
  targets: TargetDirectory;
  pipelines: PipelineDirectory;
  dataSources: DataSourceDirectory;
  idempotency: Idempotency;
  faults: RunFaults;
  logger: LoggerService;
  authorizer: RunAuthorizer;
  audit: Audit;
  onChange: (id: string, revision: number) => void;
}): { runs: RunService; snapshots: SnapshotService; jobs: JobService } {
  const intents = new RunIntents(deps);
  const upgrades = new RunUpgradeStarter({ ...deps, intents });
  const actor = new RunActor({ ...deps, intents, upgrades });
  const adoption = new JobAdoption({ ...deps, intents });
  return {
    runs: new AuthorizedRunService(
      new DefaultRunService({ ...deps, intents, actor }),
      deps,
    ),
    snapshots: new AuthorizedSnapshotService(
      new DefaultSnapshotService(deps),
      deps,
    ),
    jobs: new AuthorizedJobService(
      new DefaultJobService({ ...deps, adoption }),
      deps,
    ),
  };
}
