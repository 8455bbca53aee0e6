import {
  OriginReading,
  OriginState,
  Pipeline,
  PipelinePatch,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { IfMatch } from '../http/etag';
import { DocumentInput } from '../pipelines/PipelineService';

/**
 * Pipelines whose source of truth is a file in a repository. The catalog reads the file that an entity names and hands it over; here
 * it becomes versions. Such a pipeline cannot be edited in the portal: an edit ends in a patch for its repository.
 *
 * @internal
 */
export interface OriginService {
  /**
   * Takes a reading over, once: the same reading again changes nothing. A reading that is refused (its pipeline's name is taken, it
   * is no pipeline, it was renamed) leaves everything as it was, and `message` says why.
   */
  sync(reading: OriginReading, caller: Caller): Promise<OriginState>;
  /**
   * Has the pipeline come from another repository, the one that its entity names now. Throws ConflictError when the entity does not
   * name this file (any more).
   * @param url - of the file
   */
  accept(name: string, url: string, caller: Caller): Promise<Pipeline>;
  /** Throws NotFoundError when the pipeline does not come from a repository. */
  detach(name: string, ifMatch: IfMatch, caller: Caller): Promise<Pipeline>;
  /** Throws ConflictError when the pipeline does not come from a repository. */
  patch(
    name: string,
    input: DocumentInput,
    caller: Caller,
  ): Promise<PipelinePatch>;
}
