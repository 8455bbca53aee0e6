import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { RunSummary } from '@scaleph/backstage-plugin-scaleph-common';

/** A link to the pipeline of a run; its name where the catalog does not have it. @internal */
export const PipelineLink = ({ run }: { run: RunSummary }) => {
  const linkOf = useEntityRefLink();
  if (!run.pipelineEntityRef) {
    return <span>{run.pipeline}</span>;
  }
  return (
    <Link to={`${linkOf(run.pipelineEntityRef)}/pipeline`}>{run.pipeline}</Link>
  );
};
