import {
  OriginReading,
  OriginState,
  Pipeline,
  PipelineDocument,
  PipelinePatch,
} from '../../types';
import { RequestOptions, WriteOptions } from '../options';

/** Pipelines that come from a repository. @public */
export interface OriginsApi {
  /** For the catalog alone: what was read of the file that an entity names. */
  syncOrigin(
    reading: OriginReading,
    options?: RequestOptions,
  ): Promise<OriginState>;
  /**
   * Reads the pipeline from another repository from now on.
   * @param url - `movedTo` of its origin
   */
  acceptOrigin(
    name: string,
    url: string,
    options?: RequestOptions,
  ): Promise<Pipeline>;
  /** Makes it a pipeline of the portal. */
  detachPipeline(name: string, options: WriteOptions): Promise<Pipeline>;
  /** What a document changes of the file, as `git apply` takes it. */
  createPipelinePatch(
    name: string,
    body: { document: PipelineDocument } | { yaml: string },
    options?: RequestOptions,
  ): Promise<PipelinePatch>;
}
