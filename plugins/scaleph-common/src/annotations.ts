import { Entity } from '@backstage/catalog-model';

/** Marks the catalog Component of a pipeline with the pipeline's name. @public */
export const ANNOTATION_PIPELINE = 'scaleph.io/pipeline-name';
/** By which an entity names the file of its pipeline, relative to its own: `./pipeline.yaml`. @public */
export const ANNOTATION_PIPELINE_FILE = 'scaleph.io/pipeline';
/** Why the file that an entity names gave no pipeline; the catalog module writes it. @public */
export const ANNOTATION_PIPELINE_ERROR = 'scaleph.io/pipeline-error';
/** Marks the catalog Resource of a data source with the data source's name. @public */
export const ANNOTATION_DATA_SOURCE = 'scaleph.io/data-source-name';
/** The type of the data source behind a catalog Resource, e.g. `postgresql`. @public */
export const ANNOTATION_DATA_SOURCE_TYPE = 'scaleph.io/data-source-type';
/** Marks the catalog Resource of a registered target with the target's name. @public */
export const ANNOTATION_TARGET = 'scaleph.io/target-name';
/** The type of the target behind a catalog Resource, e.g. `flink-session`. @public */
export const ANNOTATION_TARGET_TYPE = 'scaleph.io/target-type';

/** Whether an entity is a pipeline. @public */
export function isPipelineAvailable(entity: Entity): boolean {
  return pipelineNameOf(entity) !== undefined;
}

/** Whether an entity is a pipeline, or names a file that gave none: the tab says why. @public */
export function isPipelineNamed(entity: Entity): boolean {
  const { annotations } = entity.metadata;
  return (
    isPipelineAvailable(entity) ||
    annotations?.[ANNOTATION_PIPELINE_ERROR] !== undefined
  );
}

/** Whether an entity is a data source. @public */
export function isDataSourceAvailable(entity: Entity): boolean {
  return dataSourceNameOf(entity) !== undefined;
}

/** Whether an entity is a registered target. @public */
export function isTargetAvailable(entity: Entity): boolean {
  return targetNameOf(entity) !== undefined;
}

/** Name of the pipeline behind an entity. @public */
export function pipelineNameOf(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[ANNOTATION_PIPELINE] || undefined;
}

/** Name of the data source behind an entity. @public */
export function dataSourceNameOf(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[ANNOTATION_DATA_SOURCE] || undefined;
}

/** Name of the registered target behind an entity. @public */
export function targetNameOf(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[ANNOTATION_TARGET] || undefined;
}
