import {
  AuditorService,
  DatabaseService,
  HttpAuthService,
  HttpRouterService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  ActionsRegistryService,
  MetricsService,
} from '@backstage/backend-plugin-api/alpha';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  DataSourceType,
  SecretResolver,
} from '@scaleph/backstage-plugin-scaleph-node';
import { registerActions } from './actions/registerActions';
import { createArtifactsRoom } from './artifacts/createArtifactsRoom';
import { Audit } from './audit/Audit';
import { ConnectorCatalog } from './connectors/ConnectorCatalog';
import { createConnectorsRoom } from './connectors/createConnectorsRoom';
import { createDataSourcesRoom } from './data-sources/createDataSourcesRoom';
import { createDatabase } from './database/createDatabase';
import { DocumentReader } from './documents/DocumentReader';
import { ChangePublisher } from './events/ChangePublisher';
import { createApiRouter } from './http/createApiRouter';
import { Idempotency } from './http/Idempotency';
import { BatchedPermissions } from './permissions/BatchedPermissions';
import { registerPermissions } from './permissions/registerPermissions';
import { createPipelinesRoom } from './pipelines/createPipelinesRoom';
import { DatabasePipelineDirectory } from './pipelines/DatabasePipelineDirectory';
import { DatabasePipelineStore } from './pipelines/DatabasePipelineStore';
import { createPreviewsRoom } from './previews/createPreviewsRoom';
import { createRunsRoom } from './runs/createRunsRoom';
import { RunFaults } from './runs/RunFaults';
import { createSqlRoom } from './sql/createSqlRoom';
import { createTargetDirectory } from './targets/createTargetDirectory';
import { createTargetsRoom } from './targets/createTargetsRoom';
import { EngineRegistry } from './targets/EngineRegistry';

/** Backstage's services and what modules have added. @internal */
export interface ScalephOptions {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  config: RootConfigService;
  database: DatabaseService;
  events: EventsService;
  faults: RunFaults;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  scheduler: SchedulerService;
  signals: SignalsService;
  engines: EngineRegistry;
  dataSourceTypes: DataSourceType[];
  secretResolvers: SecretResolver[];
}

/**
 * Puts the rooms together: what they share, then each room with what it may
 * ask of the others, then everything that lets callers in.
 *
 * @internal
 */
export async function createScaleph(options: ScalephOptions): Promise<void> {
  const knex = await createDatabase(options.database);
  const idempotency = new Idempotency(knex);
  const connectors = new ConnectorCatalog(options.engines);
  const store = new DatabasePipelineStore(knex);
  const pipelines = new DatabasePipelineDirectory(knex, store);
  const documents = new DocumentReader();
  const shared = {
    ...options,
    knex,
    idempotency,
    connectors,
    documents,
    pipelines,
    permissions: new BatchedPermissions(options.permissions),
    audit: new Audit(options.auditor),
    publisher: new ChangePublisher(options),
  };

  const targets = await createTargetDirectory(shared);
  const dataSourcesRoom = await createDataSourcesRoom(shared);
  const dataSources = dataSourcesRoom.directory;
  const artifactsRoom = await createArtifactsRoom(shared);
  const runsRoom = await createRunsRoom({
    ...shared,
    dataSources,
    targets: targets.directory,
    artifacts: artifactsRoom.reader,
    findUploads: artifactsRoom.findUploads,
  });
  const pipelinesRoom = createPipelinesRoom({
    ...shared,
    store,
    directory: pipelines,
    dataSources,
    requireArtifacts: artifactsRoom.requireArtifacts,
    runs: runsRoom.directory,
    planner: runsRoom.planner,
  });

  const targetsRoom = createTargetsRoom({
    ...shared,
    ...targets,
    runs: runsRoom.directory,
  });
  const sqlRoom = await createSqlRoom({
    ...shared,
    dataSources,
    targets: targets.directory,
    artifacts: artifactsRoom.reader,
    requireArtifact: (name, caller) => artifactsRoom.service.get(name, caller),
  });

  registerPermissions(options.permissionsRegistry, {
    pipelines: names => pipelines.owners(names),
    runs: runsRoom.ownedResources,
    dataSources: dataSourcesRoom.ownedResources,
    targets: targetsRoom.ownedResources,
    artifacts: artifactsRoom.ownedResources,
  });
  registerActions({
    actionsRegistry: options.actionsRegistry,
    pipelines: pipelinesRoom.service,
    runs: runsRoom.service,
    snapshots: runsRoom.snapshots,
    dataSources: dataSourcesRoom.service,
  });
  options.httpRouter.use(
    createApiRouter([
      pipelinesRoom.installRoutes,
      createPreviewsRoom({ ...shared, dataSources }).installRoutes,
      runsRoom.installRoutes,
      dataSourcesRoom.installRoutes,
      createConnectorsRoom(shared).installRoutes,
      targetsRoom.installRoutes,
      sqlRoom.installRoutes,
      artifactsRoom.installRoutes,
    ]),
  );

  await options.scheduler.scheduleTask({
    id: 'scaleph-idempotency-clean-up',
    frequency: { hours: 1 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await idempotency.cleanUp();
    },
  });
  options.lifecycle.addStartupHook(() => runsRoom.start());
  options.lifecycle.addShutdownHook(() => documents.stop());
  options.lifecycle.addShutdownHook(() => runsRoom.stop());
  options.lifecycle.addShutdownHook(() => sqlRoom.stop());
  options.lifecycle.addShutdownHook(() => artifactsRoom.stop());
}
