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
import {
  scalephPipelineReadPermission,
  scalephRunReadPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { Audit } from '../audit/Audit';
import { ConnectorCatalog } from '../connectors/ConnectorCatalog';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { ChangePublisher } from '../events/ChangePublisher';
import { RouteInstaller } from '../http/createApiRouter';
import { Idempotency } from '../http/Idempotency';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { OwnedResourceLoader } from '../permissions/registerPermissions';
import {
  scalephPipelineResourceRef,
  scalephRunResourceRef,
} from '../permissions/rules';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { EngineRegistry } from '../targets/EngineRegistry';
import { TargetDirectory } from '../targets/TargetDirectory';
import { ArtifactReader } from '@scaleph/backstage-plugin-scaleph-node';
import { AuthorizedRunService } from './AuthorizedRunService';
import { createRunSupervisor } from './createRunSupervisor';
import { DatabaseRunStore } from './DatabaseRunStore';
import { DefaultRunDirectory } from './DefaultRunDirectory';
import { DefaultRunService } from './DefaultRunService';
import { instanceId } from './instanceId';
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
  connectors: ConnectorCatalog;
  pipelines: PipelineDirectory;
  dataSources: DataSourceDirectory;
  faults: RunFaults;
}

/** @internal */
export interface RunsRoom {
  service: RunService;
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
  const { knex, publisher, permissions, permissionsRegistry } = deps;
  const settings = readRunSettings(deps.config);
  const store = new DatabaseRunStore(knex);
  const views = new RunViews(deps);
  const planner = new RunPlanner(deps);
  const signals = new RunSignals((id, revision) =>
    publisher.runChanged(id, revision),
  );
  const { durations } = registerRunMetrics(deps.metrics, store);
  const supervisor = createRunSupervisor({
    ...deps,
    store,
    signals,
    settings,
    instance: instanceId(),
    onEnd: durations,
  });
  const service = new AuthorizedRunService(
    new DefaultRunService({
      ...deps,
      store,
      planner,
      views,
      onChange: (id, revision) => {
        signals.changed(id, revision);
        supervisor.wake();
      },
    }),
    {
      ...deps,
      store,
      runs: new OwnershipAuthorizer({
        permissions,
        permissionsRegistry,
        resourceRef: scalephRunResourceRef,
        readPermission: scalephRunReadPermission,
      }),
      pipelinesAuthorizer: new OwnershipAuthorizer({
        permissions,
        permissionsRegistry,
        resourceRef: scalephPipelineResourceRef,
        readPermission: scalephPipelineReadPermission,
      }),
    },
  );
  const retention = new RunRetention({ ...deps, store, settings });
  return {
    service,
    directory: new DefaultRunDirectory(store, views),
    planner,
    installRoutes: runRoutes({ service, httpAuth: deps.httpAuth }),
    ownedResources: async ids => {
      const runs = await store.summaries(ids);
      return ids.map(id => runs.get(id));
    },
    start: async () => {
      await retention.schedule();
      supervisor.start();
    },
    stop: async () => {
      await supervisor.stop();
      signals.stop();
    },
  };
}
