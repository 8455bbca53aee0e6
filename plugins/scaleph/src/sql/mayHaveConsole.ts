import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_DATA_SOURCE_TYPE,
  isDataSourceAvailable,
  isPipelineAvailable,
  isTargetAvailable,
} from '@scaleph/backstage-plugin-scaleph-common';

/** Types of data sources of ours that speak no SQL; those of others may. */
const WITHOUT_SQL = [
  'elasticsearch',
  'hive-metastore',
  'http',
  'iceberg-catalog',
  'kafka',
  'local-directory',
  'mongodb',
  'paimon-catalog',
  'redis',
  's3',
];

/** Whether the tab SQL of an entity can lead anywhere. @internal */
export function mayHaveConsole(entity: Entity): boolean {
  const type = entity.metadata.annotations?.[ANNOTATION_DATA_SOURCE_TYPE] ?? '';
  return (
    isTargetAvailable(entity) ||
    isPipelineAvailable(entity) ||
    (isDataSourceAvailable(entity) && !WITHOUT_SQL.includes(type))
  );
}
