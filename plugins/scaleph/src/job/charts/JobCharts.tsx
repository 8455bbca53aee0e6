import { useApi } from '@backstage/core-plugin-api';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { useScalephTranslation } from '../../translation';
import { JobPart } from '../JobPart';
import { useJobResource } from '../useJobResource';
import { ThroughputCharts } from './ThroughputCharts';

const POLL_MILLISECONDS = 3000;

/** How fast rows go through the job of a run: on its own, without the rest of its page. @internal */
export const JobCharts = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const resource = useJobResource(
    run,
    signal => api.getRunJobThroughput(run.id, { signal }),
    POLL_MILLISECONDS,
  );
  return (
    <JobPart
      run={run}
      resource={resource}
      title={t('job.charts.throughput')}
      height={240}
    >
      {({ points }) => <ThroughputCharts points={points} />}
    </JobPart>
  );
};

// React.lazy wants a default export.
export default JobCharts;
