import { ComponentEntityV1alpha1 } from '@backstage/catalog-model';
import { ANNOTATION_PIPELINE } from '../annotations';
import { PipelineSummary } from '../types';
import { dataSourceEntityRef, toEntityName } from './entityNames';
import { locationAnnotations } from './locationAnnotations';

/**
 * The catalog's Component of a pipeline. Its life cycle is `production` once a version is published, `deprecated` once it is retired.
 * @public
 */
export function toPipelineEntity(
  pipeline: PipelineSummary,
): ComponentEntityV1alpha1 {
  const { name, title, description, owner, system, tags, links } = pipeline;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: toEntityName(name),
      namespace: 'default',
      // A name that the catalog cannot carry is at least shown.
      ...(title || toEntityName(name) !== name
        ? { title: title ?? name }
        : undefined),
      ...(description && { description }),
      annotations: {
        ...locationAnnotations('pipelines', name),
        [ANNOTATION_PIPELINE]: name,
      },
      tags,
      ...(links?.length && { links }),
    },
    spec: {
      type: 'data-pipeline',
      lifecycle: lifecycleOf(pipeline),
      owner,
      ...(system && { system }),
      dependsOn: pipeline.dataSources.map(dataSourceEntityRef),
    },
  };
}

function lifecycleOf(pipeline: PipelineSummary): string {
  if (pipeline.retired) return 'deprecated';
  return pipeline.publishedVersion === undefined
    ? 'experimental'
    : 'production';
}
