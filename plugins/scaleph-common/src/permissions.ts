import {
  createPermission,
  PermissionAttributes,
} from '@backstage/plugin-permission-common';

/** Pipelines, for permission rules and conditional decisions. @public */
export const RESOURCE_TYPE_SCALEPH_PIPELINE = 'scaleph-pipeline';
/** Runs, for permission rules and conditional decisions. @public */
export const RESOURCE_TYPE_SCALEPH_RUN = 'scaleph-run';
/** Data sources, for permission rules and conditional decisions. @public */
export const RESOURCE_TYPE_SCALEPH_DATA_SOURCE = 'scaleph-data-source';

type Action = PermissionAttributes['action'];

function pipelinePermission(verb: string, action?: Action) {
  return createPermission({
    name: `scaleph.pipeline.${verb}`,
    attributes: { action },
    resourceType: RESOURCE_TYPE_SCALEPH_PIPELINE,
  });
}

function runPermission(verb: string, action?: Action) {
  return createPermission({
    name: `scaleph.run.${verb}`,
    attributes: { action },
    resourceType: RESOURCE_TYPE_SCALEPH_RUN,
  });
}

function dataSourcePermission(verb: string, action?: Action) {
  return createPermission({
    name: `scaleph.data-source.${verb}`,
    attributes: { action },
    resourceType: RESOURCE_TYPE_SCALEPH_DATA_SOURCE,
  });
}

function basicPermission(name: string, action: Action) {
  return createPermission({ name, attributes: { action } });
}

/** See a pipeline, its versions and plans. @public */
export const scalephPipelineReadPermission = pipelinePermission('read', 'read');
/** Make a new pipeline. @public */
export const scalephPipelineCreatePermission = basicPermission(
  'scaleph.pipeline.create',
  'create',
);
/** Change the draft of a pipeline. @public */
export const scalephPipelineUpdatePermission = pipelinePermission(
  'update',
  'update',
);
/** Delete a pipeline with its versions. @public */
export const scalephPipelineDeletePermission = pipelinePermission(
  'delete',
  'delete',
);
/** Publish the draft of a pipeline as a version. @public */
export const scalephPipelinePublishPermission = pipelinePermission('publish');
/** Start a run of a pipeline. @public */
export const scalephPipelineRunPermission = pipelinePermission('run');

/** See a run, its timeline and its log. @public */
export const scalephRunReadPermission = runPermission('read', 'read');
/** Stop a run. @public */
export const scalephRunCancelPermission = runPermission('cancel');

/** See a data source, never its secrets. @public */
export const scalephDataSourceReadPermission = dataSourcePermission(
  'read',
  'read',
);
/** Make a new data source, or try one that is not saved. @public */
export const scalephDataSourceCreatePermission = basicPermission(
  'scaleph.data-source.create',
  'create',
);
/** Change a data source and its secrets. @public */
export const scalephDataSourceUpdatePermission = dataSourcePermission(
  'update',
  'update',
);
/** Delete a data source. @public */
export const scalephDataSourceDeletePermission = dataSourcePermission(
  'delete',
  'delete',
);
/** Try the connection of a data source. @public */
export const scalephDataSourceTestPermission = dataSourcePermission('test');
/** Let a pipeline read from a data source or write to it. @public */
export const scalephDataSourceUsePermission = dataSourcePermission('use');

/** See which connectors there are. @public */
export const scalephConnectorReadPermission = basicPermission(
  'scaleph.connector.read',
  'read',
);
/** See where pipelines can run. @public */
export const scalephTargetReadPermission = basicPermission(
  'scaleph.target.read',
  'read',
);
/** See which types of data sources there are. @public */
export const scalephDataSourceTypeReadPermission = basicPermission(
  'scaleph.data-source-type.read',
  'read',
);

/** Every permission of Scaleph. @public */
export const scalephPermissions = [
  scalephPipelineReadPermission,
  scalephPipelineCreatePermission,
  scalephPipelineUpdatePermission,
  scalephPipelineDeletePermission,
  scalephPipelinePublishPermission,
  scalephPipelineRunPermission,
  scalephRunReadPermission,
  scalephRunCancelPermission,
  scalephDataSourceReadPermission,
  scalephDataSourceCreatePermission,
  scalephDataSourceUpdatePermission,
  scalephDataSourceDeletePermission,
  scalephDataSourceTestPermission,
  scalephDataSourceUsePermission,
  scalephConnectorReadPermission,
  scalephTargetReadPermission,
  scalephDataSourceTypeReadPermission,
];
