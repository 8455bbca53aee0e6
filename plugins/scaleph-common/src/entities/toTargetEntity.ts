import { ResourceEntityV1alpha1 } from '@backstage/catalog-model';
import { ANNOTATION_TARGET, ANNOTATION_TARGET_TYPE } from '../annotations';
import { Target, TargetRegistration } from '../types';
import { toTargetEntityName } from './entityNames';
import { locationAnnotations } from './locationAnnotations';

// What a type is in the words of the catalog. A type that is added later is a cluster until it is listed here.
const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  'flink-session': 'flink-cluster',
};

/** The catalog's Resource of a registered target; it holds no secret. @public */
export function toTargetEntity(
  target: Pick<Target, 'name' | 'title'> & { registered: TargetRegistration },
): ResourceEntityV1alpha1 {
  const { name, title, registered } = target;
  const { type, description, owner, system, tags } = registered;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: toTargetEntityName(name),
      namespace: 'default',
      title,
      ...(description && { description }),
      annotations: {
        ...locationAnnotations('targets', name),
        [ANNOTATION_TARGET]: name,
        [ANNOTATION_TARGET_TYPE]: type,
      },
      tags,
    },
    spec: {
      type: RESOURCE_TYPES[type] ?? 'cluster',
      owner,
      ...(system && { system }),
    },
  };
}
