import {
  NodePreview,
  PipelineFields,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { DocumentInput } from '../pipelines/PipelineService';

/** What the methods of a PreviewService have in common. @internal */
export interface PreviewContext {
  caller: Caller;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
  /** Why data sources may not be used, by name; set by AuthorizedPreviewService. */
  refused?: Record<string, string>;
}

/**
 * Looks into documents that are being edited and need not be stored: what fields pass between their nodes, and what rows. Nothing
 * is written anywhere. What is wrong with a node is said in the answer; ProblemsError is for a document that has not the shape
 * of a pipeline.
 *
 * @internal
 */
export interface PreviewService {
  /** @param name - the pipeline that is being edited */
  fields(
    name: string,
    input: DocumentInput,
    context: PreviewContext,
  ): Promise<PipelineFields>;
  rows(
    name: string,
    input: DocumentInput & {
      node: string;
      limit?: number;
      parameters?: Record<string, string>;
    },
    context: PreviewContext,
  ): Promise<NodePreview>;
}
