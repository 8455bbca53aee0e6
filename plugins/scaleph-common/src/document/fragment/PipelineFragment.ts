import { PipelineComment, PipelineDocument, PipelineNode } from '../../types';

type Spec = PipelineDocument['spec'];

/** Some nodes of a pipeline with the edges between them, as they are copied from one pipeline to another. @public */
export interface PipelineFragment {
  nodes: PipelineNode[];
  /** Both ends are nodes of the fragment. */
  edges: Spec['edges'];
  layout?: Spec['layout'];
  comments?: PipelineComment[];
}
