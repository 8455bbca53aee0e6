import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  RESOURCE_TYPE_SCALEPH_ARTIFACT,
  RESOURCE_TYPE_SCALEPH_DATA_SOURCE,
  RESOURCE_TYPE_SCALEPH_PIPELINE,
  RESOURCE_TYPE_SCALEPH_RUN,
  RESOURCE_TYPE_SCALEPH_TARGET,
  scalephPermissions,
} from '@scaleph/backstage-plugin-scaleph-common';
import {
  isResourcePermission,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  isArtifactOwner,
  isDataSourceOwner,
  isPipelineOwner,
  isRunOwner,
  isTargetOwner,
  OwnedResource,
  scalephArtifactResourceRef,
  scalephDataSourceResourceRef,
  scalephPipelineResourceRef,
  scalephRunResourceRef,
  scalephTargetResourceRef,
} from './rules';

/** Loads resources by their refs (names; ids of runs), in the same order. @internal */
export type OwnedResourceLoader = (
  refs: string[],
) => Promise<Array<OwnedResource | undefined>>;

/** Tells the permission system what Scaleph has. @internal */
export function registerPermissions(
  registry: PermissionsRegistryService,
  loaders: {
    pipelines: OwnedResourceLoader;
    runs: OwnedResourceLoader;
    dataSources: OwnedResourceLoader;
    targets: OwnedResourceLoader;
    artifacts: OwnedResourceLoader;
  },
): void {
  registry.addResourceType({
    resourceRef: scalephPipelineResourceRef,
    permissions: ofResource(RESOURCE_TYPE_SCALEPH_PIPELINE),
    rules: [isPipelineOwner],
    getResources: loaders.pipelines,
  });
  registry.addResourceType({
    resourceRef: scalephRunResourceRef,
    permissions: ofResource(RESOURCE_TYPE_SCALEPH_RUN),
    rules: [isRunOwner],
    getResources: loaders.runs,
  });
  registry.addResourceType({
    resourceRef: scalephDataSourceResourceRef,
    permissions: ofResource(RESOURCE_TYPE_SCALEPH_DATA_SOURCE),
    rules: [isDataSourceOwner],
    getResources: loaders.dataSources,
  });
  registry.addResourceType({
    resourceRef: scalephTargetResourceRef,
    permissions: ofResource(RESOURCE_TYPE_SCALEPH_TARGET),
    rules: [isTargetOwner],
    getResources: loaders.targets,
  });
  registry.addResourceType({
    resourceRef: scalephArtifactResourceRef,
    permissions: ofResource(RESOURCE_TYPE_SCALEPH_ARTIFACT),
    rules: [isArtifactOwner],
    getResources: loaders.artifacts,
  });
  registry.addPermissions(
    scalephPermissions.filter(
      (permission: Permission) => permission.type === 'basic',
    ),
  );
}

function ofResource(resourceType: string): Permission[] {
  return scalephPermissions.filter((permission: Permission) =>
    isResourcePermission(permission, resourceType),
  );
}
