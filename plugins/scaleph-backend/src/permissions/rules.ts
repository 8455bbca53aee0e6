import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_SCALEPH_ARTIFACT,
  RESOURCE_TYPE_SCALEPH_DATA_SOURCE,
  RESOURCE_TYPE_SCALEPH_PIPELINE,
  RESOURCE_TYPE_SCALEPH_RUN,
  RESOURCE_TYPE_SCALEPH_TARGET,
} from '@scaleph/backstage-plugin-scaleph-common';
import { z } from 'zod/v3';

/** What permission rules see of a pipeline, run, data source, registered target or uploaded jar. @public */
export interface OwnedResource {
  /** Full entity ref of the Group or User that owns it. */
  owner: string;
}

/** What a rule becomes when a list is filtered: the owner is one of these. @public */
export interface OwnershipQuery {
  owners: string[];
}

/** @public */
export const scalephPipelineResourceRef = createPermissionResourceRef<
  OwnedResource,
  OwnershipQuery
>().with({
  pluginId: 'scaleph',
  resourceType: RESOURCE_TYPE_SCALEPH_PIPELINE,
});

/** @public */
export const scalephRunResourceRef = createPermissionResourceRef<
  OwnedResource,
  OwnershipQuery
>().with({ pluginId: 'scaleph', resourceType: RESOURCE_TYPE_SCALEPH_RUN });

/** @public */
export const scalephDataSourceResourceRef = createPermissionResourceRef<
  OwnedResource,
  OwnershipQuery
>().with({
  pluginId: 'scaleph',
  resourceType: RESOURCE_TYPE_SCALEPH_DATA_SOURCE,
});

/** @public */
export const scalephTargetResourceRef = createPermissionResourceRef<
  OwnedResource,
  OwnershipQuery
>().with({ pluginId: 'scaleph', resourceType: RESOURCE_TYPE_SCALEPH_TARGET });

/** @public */
export const scalephArtifactResourceRef = createPermissionResourceRef<
  OwnedResource,
  OwnershipQuery
>().with({
  pluginId: 'scaleph',
  resourceType: RESOURCE_TYPE_SCALEPH_ARTIFACT,
});

const claims = z
  .array(z.string())
  .describe('Entity refs, of which one must be the owner');

const isOwner = {
  name: 'IS_OWNER',
  paramsSchema: z.object({ claims }),
  apply: (resource: OwnedResource, params: { claims: string[] }) =>
    params.claims.includes(resource.owner),
  toQuery: (params: { claims: string[] }) => ({ owners: params.claims }),
};

/** @public */
export const isPipelineOwner = createPermissionRule({
  ...isOwner,
  description: 'Allow pipelines owned by one of the claims',
  resourceRef: scalephPipelineResourceRef,
});

/** A run belongs to the owner of its pipeline. @public */
export const isRunOwner = createPermissionRule({
  ...isOwner,
  description: 'Allow runs of pipelines owned by one of the claims',
  resourceRef: scalephRunResourceRef,
});

/** @public */
export const isDataSourceOwner = createPermissionRule({
  ...isOwner,
  description: 'Allow data sources owned by one of the claims',
  resourceRef: scalephDataSourceResourceRef,
});

/** @public */
export const isTargetOwner = createPermissionRule({
  ...isOwner,
  description: 'Allow registered targets owned by one of the claims',
  resourceRef: scalephTargetResourceRef,
});

/** @public */
export const isArtifactOwner = createPermissionRule({
  ...isOwner,
  description: 'Allow uploaded jars owned by one of the claims',
  resourceRef: scalephArtifactResourceRef,
});
