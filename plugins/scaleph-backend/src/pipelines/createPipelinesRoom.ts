import {
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  scalephPipelineReadPermission,
  scalephRunReadPermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { archiveRoutes } from '../archives/archiveRoutes';
import { createArchiveService } from '../archives/createArchiveService';
import { RequireArtifacts } from '../artifacts/ArtifactService';
import { Audit } from '../audit/Audit';
import { ConnectorCatalog } from '../connectors/ConnectorCatalog';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { DocumentReader } from '../documents/DocumentReader';
import { ChangePublisher } from '../events/ChangePublisher';
import { RouteInstaller } from '../http/createApiRouter';
import { Idempotency } from '../http/Idempotency';
import { createOriginService } from '../origins/createOriginService';
import { originRoutes } from '../origins/originRoutes';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import {
  scalephPipelineResourceRef,
  scalephRunResourceRef,
} from '../permissions/rules';
import { RunDirectory } from '../runs/RunDirectory';
import { RunPlanner } from '../runs/RunPlanner';
import { AuthorizedPipelineService } from './AuthorizedPipelineService';
import { DefaultPipelineService } from './DefaultPipelineService';
import { DocumentChecker } from './DocumentChecker';
import { PipelineDirectory } from './PipelineDirectory';
import { pipelinePreviewRoutes } from './pipelinePreviewRoutes';
import { pipelineRetirementRoutes } from './pipelineRetirementRoutes';
import { pipelineRoutes } from './pipelineRoutes';
import { PipelineService } from './PipelineService';
import { PipelineStore } from './PipelineStore';
import { PipelineVersionReader } from './PipelineVersionReader';
import { pipelineVersionRoutes } from './pipelineVersionRoutes';
import { PipelineWriter } from './PipelineWriter';

/** Puts the pipelines room together. @internal */
export function createPipelinesRoom(options: {
  knex: Knex;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  audit: Audit;
  idempotency: Idempotency;
  publisher: ChangePublisher;
  connectors: ConnectorCatalog;
  documents: DocumentReader;
  store: PipelineStore;
  directory: PipelineDirectory;
  dataSources: DataSourceDirectory;
  requireArtifacts: RequireArtifacts;
  runs: RunDirectory;
  planner: RunPlanner;
}): { service: PipelineService; installRoutes: RouteInstaller } {
  const checker = new DocumentChecker(options);
  const writer = new PipelineWriter({ ...options, checker });
  const versions = new PipelineVersionReader(options.store);
  const { permissions, permissionsRegistry, httpAuth } = options;
  const pipelines = new OwnershipAuthorizer({
    permissions,
    permissionsRegistry,
    resourceRef: scalephPipelineResourceRef,
    readPermission: scalephPipelineReadPermission,
  });
  const service = new AuthorizedPipelineService(
    new DefaultPipelineService({ ...options, checker, versions, writer }),
    {
      ...options,
      pipelines,
      runs: new OwnershipAuthorizer({
        permissions,
        permissionsRegistry,
        resourceRef: scalephRunResourceRef,
        readPermission: scalephRunReadPermission,
      }),
    },
  );
  const archives = createArchiveService({
    ...options,
    checker,
    writer,
    pipelines,
  });
  const origins = createOriginService({ ...options, checker, pipelines });
  return {
    service,
    installRoutes: router => {
      archiveRoutes({ service: archives, httpAuth })(router);
      originRoutes({ service: origins, httpAuth })(router);
      pipelineRoutes({ service, httpAuth })(router);
      pipelineRetirementRoutes({ service, httpAuth })(router);
      pipelineVersionRoutes({ service, httpAuth })(router);
      pipelinePreviewRoutes({ service, httpAuth })(router);
    },
  };
}
