import { ResourceEntityV1alpha1 } from '@backstage/catalog-model';
import {
  ANNOTATION_DATA_SOURCE,
  ANNOTATION_DATA_SOURCE_TYPE,
} from '../annotations';
import { DataSource } from '../types';
import { toEntityName } from './entityNames';
import { locationAnnotations } from './locationAnnotations';

// What a type is in the words of the catalog. A type that is added later is a database until it is listed here.
const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  'local-directory': 'directory',
};

/** The catalog's Resource of a data source; it says where the data source points to, and holds no secret. @public */
export function toDataSourceEntity(
  dataSource: DataSource,
): ResourceEntityV1alpha1 {
  const { name, type, title, description, owner, system, tags } = dataSource;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: toEntityName(name),
      namespace: 'default',
      ...(title || toEntityName(name) !== name
        ? { title: title ?? name }
        : undefined),
      ...(description && { description }),
      annotations: {
        ...locationAnnotations('data-sources', name),
        [ANNOTATION_DATA_SOURCE]: name,
        [ANNOTATION_DATA_SOURCE_TYPE]: type,
      },
      tags,
    },
    spec: {
      type: RESOURCE_TYPES[type] ?? 'database',
      owner,
      ...(system && { system }),
    },
  };
}
