import {
  NodeFields,
  NodePreview,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ConnectionWithSecrets } from './Engine';

/** @public */
export interface SampleRequest {
  /** Of the right shape, and maybe with problems of meaning: it is being edited. */
  document: PipelineDocument;
  parameters: Record<string, string>;
  /** Those of its data sources that may be used, by name. */
  connections: Record<string, ConnectionWithSecrets>;
  /** Why the others may not or cannot be used, for a person, by name. */
  missing?: Record<string, string>;
  /** Directories of the caller's own, absolute, that files may be in beside those that the installation allows. */
  directories?: string[];
  /** What is going on stops when it is aborted. */
  signal: AbortSignal;
}

/**
 * Looks into a pipeline that is being edited. Reads only, and bounds what it takes of time, memory and rows. Throws only what is the
 * installation's fault, e.g. ServiceUnavailableError when too many ask at once; what is wrong with a node is in the answer, without
 * secrets.
 * @public
 */
export interface PipelineSampler {
  /** The fields of every node. */
  fields(request: SampleRequest): Promise<Record<string, NodeFields>>;
  /** The first rows that leave one node; that arrive, for a sink. */
  rows(
    request: SampleRequest & { node: string; limit: number },
  ): Promise<Omit<NodePreview, 'durationMs'>>;
}
