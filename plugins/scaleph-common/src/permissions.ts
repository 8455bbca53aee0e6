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

/** Registered targets, for permission rules and conditional decisions. @public */
export const RESOURCE_TYPE_SCALEPH_TARGET = 'scaleph-target';
/** Uploaded jars, for permission rules and conditional decisions. @public */
export const RESOURCE_TYPE_SCALEPH_ARTIFACT = 'scaleph-artifact';

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

function targetPermission(verb: string, action?: Action) {
  return createPermission({
    name: `scaleph.target.${verb}`,
    attributes: { action },
    resourceType: RESOURCE_TYPE_SCALEPH_TARGET,
  });
}

function artifactPermission(verb: string, action: Action) {
  return createPermission({
    name: `scaleph.artifact.${verb}`,
    attributes: { action },
    resourceType: RESOURCE_TYPE_SCALEPH_ARTIFACT,
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
/** Stop a run with a savepoint, suspend, resume, restart or rescale it, trigger savepoints and checkpoints. @public */
export const scalephRunOperatePermission = runPermission('operate');
/** Dispose of a savepoint or checkpoint of a run. @public */
export const scalephRunSnapshotDeletePermission = runPermission(
  'snapshot.delete',
  'delete',
);

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

/** See an uploaded jar. @public */
export const scalephArtifactReadPermission = artifactPermission('read', 'read');
/** Upload a jar; for an owner whose jars the caller may delete. @public */
export const scalephArtifactCreatePermission = basicPermission(
  'scaleph.artifact.create',
  'create',
);
/** Delete an uploaded jar. @public */
export const scalephArtifactDeletePermission = artifactPermission(
  'delete',
  'delete',
);

/** See which connectors there are. @public */
export const scalephConnectorReadPermission = basicPermission(
  'scaleph.connector.read',
  'read',
);
/**
 * See a target, its slots, jobs and configuration; never its secrets. Built-in
 * targets have no owner: they are seen unless this is denied altogether.
 * @public
 */
export const scalephTargetReadPermission = targetPermission('read', 'read');
/** Register a target, or try one that is not saved. @public */
export const scalephTargetCreatePermission = basicPermission(
  'scaleph.target.create',
  'create',
);
/** Change a registered target and its secrets, read its logs, adopt its jobs. @public */
export const scalephTargetUpdatePermission = targetPermission(
  'update',
  'update',
);
/** Unregister a target. @public */
export const scalephTargetDeletePermission = targetPermission(
  'delete',
  'delete',
);
/** Try the connection of a registered target. @public */
export const scalephTargetTestPermission = targetPermission('test');
/** Run pipelines and SQL on a registered target. @public */
export const scalephTargetUsePermission = targetPermission('use');
/** Open the cluster's own user interface, which shows everybody's jobs and logs. @public */
export const scalephTargetUiPermission = targetPermission('ui');
/** See which types of targets there are. @public */
export const scalephTargetTypeReadPermission = basicPermission(
  'scaleph.target-type.read',
  'read',
);
/** See which types of data sources there are. @public */
export const scalephDataSourceTypeReadPermission = basicPermission(
  'scaleph.data-source-type.read',
  'read',
);

/** Open SQL sessions and run statements, on the targets and data sources that one may use. @public */
export const scalephSqlUsePermission = basicPermission(
  'scaleph.sql.use',
  undefined,
);
/** Run statements that change data, on data sources. @public */
export const scalephSqlWritePermission = basicPermission(
  'scaleph.sql.write',
  'update',
);
/** Make and change the environments that SQL sessions open with. @public */
export const scalephSqlEnvironmentUpdatePermission = basicPermission(
  'scaleph.sql.environment.update',
  'update',
);
/** Delete such an environment. @public */
export const scalephSqlEnvironmentDeletePermission = basicPermission(
  'scaleph.sql.environment.delete',
  'delete',
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
  scalephRunOperatePermission,
  scalephRunSnapshotDeletePermission,
  scalephDataSourceReadPermission,
  scalephDataSourceCreatePermission,
  scalephDataSourceUpdatePermission,
  scalephDataSourceDeletePermission,
  scalephDataSourceTestPermission,
  scalephDataSourceUsePermission,
  scalephArtifactReadPermission,
  scalephArtifactCreatePermission,
  scalephArtifactDeletePermission,
  scalephConnectorReadPermission,
  scalephTargetReadPermission,
  scalephTargetCreatePermission,
  scalephTargetUpdatePermission,
  scalephTargetDeletePermission,
  scalephTargetTestPermission,
  scalephTargetUsePermission,
  scalephTargetUiPermission,
  scalephTargetTypeReadPermission,
  scalephDataSourceTypeReadPermission,
  scalephSqlUsePermission,
  scalephSqlWritePermission,
  scalephSqlEnvironmentUpdatePermission,
  scalephSqlEnvironmentDeletePermission,
];
