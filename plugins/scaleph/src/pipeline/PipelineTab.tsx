import { useEntity } from '@backstage/plugin-catalog-react';
import { MissingAnnotationEmptyState } from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_PIPELINE,
  ANNOTATION_PIPELINE_ERROR,
  pipelineNameOf,
} from '@scaleph/backstage-plugin-scaleph-common';
import { OriginFailure } from './origin/OriginFailure';
import { PipelineEditor } from './PipelineEditor';

/** Tab Pipeline of a pipeline's entity page. @internal */
export const PipelineTab = () => {
  const { entity } = useEntity();
  const name = pipelineNameOf(entity);
  const error = entity.metadata.annotations?.[ANNOTATION_PIPELINE_ERROR];
  if (!name && error) {
    return <OriginFailure message={error} />;
  }
  if (!name) {
    return <MissingAnnotationEmptyState annotation={ANNOTATION_PIPELINE} />;
  }
  // Another pipeline is another editor: nothing of the first may reach the second.
  return <PipelineEditor key={name} name={name} />;
};
