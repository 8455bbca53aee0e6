import { PipelineComment, PipelineDocument, PipelineNode } from '../../types';

/** Some nodes of a pipeline with the edges between them, as they are copied from one pipeline to another. @public */
export interface PipelineFragment {
  nodes: PipelineNode[];
  /** Both ends are nodes of the fragment. */
  edges: PipelineDocument['spec']['edges'];
  layout?: PipelineDocument['spec']['layout'];
  comments?: PipelineComment[];
}
