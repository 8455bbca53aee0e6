import {
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { scalephPipelineReadPermission } from '@scaleph/backstage-plugin-scaleph-common';
import { Audit } from '../audit/Audit';
import { DataSourceDirectory } from '../data-sources/DataSourceDirectory';
import { DocumentReader } from '../documents/DocumentReader';
import { RouteInstaller } from '../http/createApiRouter';
import { OwnershipAuthorizer } from '../permissions/OwnershipAuthorizer';
import { scalephPipelineResourceRef } from '../permissions/rules';
import { PipelineDirectory } from '../pipelines/PipelineDirectory';
import { EngineRegistry } from '../targets/EngineRegistry';
import { AuthorizedPreviewService } from './AuthorizedPreviewService';
import { DefaultPreviewService } from './DefaultPreviewService';
import { previewRoutes } from './previewRoutes';

/** Puts the previews room together. @internal */
export function createPreviewsRoom(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  audit: Audit;
  engines: EngineRegistry;
  pipelines: PipelineDirectory;
  dataSources: DataSourceDirectory;
  documents: DocumentReader;
}): { installRoutes: RouteInstaller } {
  const service = new AuthorizedPreviewService(
    new DefaultPreviewService(options),
    {
      ...options,
      directory: options.pipelines,
      pipelines: new OwnershipAuthorizer({
        ...options,
        resourceRef: scalephPipelineResourceRef,
        readPermission: scalephPipelineReadPermission,
      }),
    },
  );
  return { installRoutes: previewRoutes({ ...options, service }) };
}
