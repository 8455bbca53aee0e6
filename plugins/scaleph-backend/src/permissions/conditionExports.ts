import { createConditionExports } from '@backstage/plugin-permission-node';
import {
  isArtifactOwner,
  isDataSourceOwner,
  isPipelineOwner,
  isRunOwner,
  isTargetOwner,
  scalephArtifactResourceRef,
  scalephDataSourceResourceRef,
  scalephPipelineResourceRef,
  scalephRunResourceRef,
  scalephTargetResourceRef,
} from './rules';

const pipelines = createConditionExports({
  resourceRef: scalephPipelineResourceRef,
  rules: { isOwner: isPipelineOwner },
});

const runs = createConditionExports({
  resourceRef: scalephRunResourceRef,
  rules: { isOwner: isRunOwner },
});

const dataSources = createConditionExports({
  resourceRef: scalephDataSourceResourceRef,
  rules: { isOwner: isDataSourceOwner },
});

const targets = createConditionExports({
  resourceRef: scalephTargetResourceRef,
  rules: { isOwner: isTargetOwner },
});

const artifacts = createConditionExports({
  resourceRef: scalephArtifactResourceRef,
  rules: { isOwner: isArtifactOwner },
});

/**
 * Conditions for permission policies, by kind of resource, e.g.
 * `scalephConditions.pipeline.isOwner({ claims: user.info.ownershipEntityRefs })`.
 *
 * @public
 */
export const scalephConditions = {
  pipeline: pipelines.conditions,
  run: runs.conditions,
  dataSource: dataSources.conditions,
  target: targets.conditions,
  artifact: artifacts.conditions,
};

/** Wraps conditions on pipelines for a policy. @public */
export const createScalephPipelineConditionalDecision =
  pipelines.createConditionalDecision;

/** Wraps conditions on runs for a policy. @public */
export const createScalephRunConditionalDecision =
  runs.createConditionalDecision;

/** Wraps conditions on data sources for a policy. @public */
export const createScalephDataSourceConditionalDecision =
  dataSources.createConditionalDecision;

/** Wraps conditions on registered targets for a policy. @public */
export const createScalephTargetConditionalDecision =
  targets.createConditionalDecision;

/** Wraps conditions on uploaded jars for a policy. @public */
export const createScalephArtifactConditionalDecision =
  artifacts.createConditionalDecision;
