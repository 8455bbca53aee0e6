import {
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { FindUploads } from '../artifacts/ArtifactService';
import { Audit } from '../audit/Audit';
import { ConnectorCatalog } from '../connectors/ConnectorCatalog';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { ChangePublisher } from '../events/ChangePublisher';
import { RouteInstaller } from '../http/createApiRouter';
import { Idempotency } from '../http/Idempotency';
import { OwnedResourceLoader } from '../permissions/registerPermissions';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { ArtifactReader } from '@scaleph/backstage-plugin-scaleph-node';
import { createRunAuthorizer } from './createRunAuthorizer';
import { createRunServices } from './createRunServices';
import { createRunSupervisor } from './createRunSupervisor';
import { DatabaseRunStore } from './DatabaseRunStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { DefaultRunDirectory } from './DefaultRunDirectory';
import { instanceId } from './instanceId';
import { jobRoutes } from './jobRoutes';
import { registerRunMetrics } from './registerRunMetrics';
import { RunDirectory } from './RunDirectory';
import { RunFaults } from './RunFaults';
import { RunPlanner } from './RunPlanner';
import { runRoutes } from './runRoutes';
import { RunRetention } from './RunRetention';
import { RunService } from './RunService';
import { readRunSettings } from './runSettings';
import { RunSignals } from './RunSignals';
import { RunViews } from './RunViews';
import { SnapshotDisposal } from './SnapshotDisposal';
import { snapshotRoutes } from './snapshotRoutes';
import { SnapshotService } from './SnapshotService';

/** @internal */
export interface RunsRoomDeps {
  knex: Knex;
  logger: LoggerService;
  config: RootConfigService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  audit: Audit;
  idempotency: Idempotency;
  publisher: ChangePublisher;
  scheduler: SchedulerService;
  notifications: NotificationService;
  metrics: MetricsService;
  engines: EngineRegistry;
  targets: TargetDirectory;
  artifacts: ArtifactReader;
  findUploads: FindUploads;
  connectors: ConnectorCatalog;
  pipelines: PipelineDirectory;
  dataSources: DataSourceDirectory;
  faults: RunFaults;
}

/** @internal */
export interface RunsRoom {
  service: RunService;
  snapshots: SnapshotService;
  directory: RunDirectory;
  /** What a run would submit; for previews too. */
  planner: RunPlanner;
  installRoutes: RouteInstaller;
  ownedResources: OwnedResourceLoader;
  /** Begins to supervise runs. */
  start(): Promise<void>;
  /** Gives the runs to the other back ends. */
  stop(): Promise<void>;
}

/** Wires the room of the runs. @internal */
export function createRunsRoom(deps: RunsRoomDeps): RunsRoom {
  const { knex, publisher } = deps;
  const settings = readRunSettings(deps.config);
  const store = new DatabaseRunStore(knex);
  const snapshots = new DatabaseSnapshotStore(knex);
  const views = new RunViews(deps);
  const planner = new RunPlanner(deps);
  const signals = new RunSignals((id, revision) =>
    publisher.runChanged(id, revision),
  );
  const { durations } = registerRunMetrics(deps.metrics, store);
  const supervisor = createRunSupervisor({
    ...deps,
    store,
    snapshots,
    signals,
    settings,
    instance: instanceId(),
    onEnd: durations,
  });
  const onChange = (id: string, revision: number) => {
    signals.changed(id, revision);
    supervisor.wake();
  };
  const parts = { ...deps, store, snapshots, planner, views, onChange };
  const authorizer = createRunAuthorizer(parts);
  const disposal = new SnapshotDisposal({ ...parts, settings });
  const retention = new RunRetention({ ...parts, settings });
  const services = createRunServices({ ...parts, disposal, authorizer });
  const { httpAuth } = deps;
  return {
    service: services.runs,
    snapshots: services.snapshots,
    directory: new DefaultRunDirectory(store, views),
    planner,
    installRoutes: router => {
      runRoutes({ service: services.runs, httpAuth })(router);
      snapshotRoutes({ service: services.snapshots, httpAuth })(router);
      jobRoutes({ service: services.jobs, httpAuth })(router);
    },
    ownedResources: async ids => {
      const runs = await store.summaries(ids);
      return ids.map(id => runs.get(id));
    },
    start: async () => {
      await retention.schedule();
      await disposal.schedule();
      supervisor.start();
    },
    stop: async () => {
      await supervisor.stop();
      signals.stop();
    },
  };
}
