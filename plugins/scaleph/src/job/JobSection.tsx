import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import type { RunSection } from '../runs/RunTabs';
import { JobCheckpointsView } from './checkpoints/JobCheckpointsView';
import { JobExceptionsView } from './exceptions/JobExceptionsView';
import { JobGraph } from './graph/JobGraph';
import { JobConfigurationView } from './JobConfigurationView';
import { JobOverview } from './JobOverview';
import { ProcessLog } from './logs/ProcessLog';

/** One part of the page of a run that is a job. @internal */
export const JobSection = (props: {
  name: RunSection;
  run: Run;
  onChanged(run: Run): void;
}) => {
  const { name, run, onChanged } = props;
  switch (name) {
    case 'graph':
      return <JobGraph run={run} />;
    case 'log':
      return <ProcessLog run={run} />;
    case 'checkpoints':
      return <JobCheckpointsView run={run} onChanged={onChanged} />;
    case 'exceptions':
      return <JobExceptionsView run={run} />;
    case 'configuration':
      return <JobConfigurationView run={run} />;
    default:
      return <JobOverview run={run} />;
  }
};

// React.lazy wants a default export.
export default JobSection;
