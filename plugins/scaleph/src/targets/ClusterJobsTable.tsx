import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Button, Text } from '@backstage/ui';
import type { ClusterJob } from '@scaleph/backstage-plugin-scaleph-common';
import { Duration, LookChip, RelativeTime, StateChip } from '../components';
import { runRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { hasEnded, sortJobs, stateOf, tasksText } from './lib/clusterJobs';
import { ScrollTable } from './ScrollTable';
import table from '../runs/NodesTable.module.css';

const JobOrigin = ({ job }: { job: ClusterJob }) => {
  const { t } = useScalephTranslation();
  const runHref = useRouteRef(runRouteRef);
  if (!job.ours) return <>{t('targets.jobs.foreign')}</>;
  if (!job.run) return <>{t('targets.jobs.hidden')}</>;
  return (
    <Link to={runHref({ id: job.run })}>
      {t('targets.jobs.run', { pipeline: job.pipeline ?? job.run })}
    </Link>
  );
};

/** The jobs of a cluster: ours lead to their runs, others can be adopted. */
export const ClusterJobsTable = (props: {
  jobs: ClusterJob[];
  /** Absent for who may not adopt. */
  onAdopt?(job: ClusterJob): void;
}) => {
  const { t } = useScalephTranslation();
  const { jobs, onAdopt } = props;
  if (!jobs.length) {
    return <Text color="secondary">{t('targets.jobs.none')}</Text>;
  }
  return (
    <ScrollTable label={t('targets.jobs.title')}>
      <thead>
        <tr>
          <th scope="col">{t('targets.jobs.name')}</th>
          <th scope="col">{t('targets.jobs.state')}</th>
          <th scope="col">{t('targets.jobs.from')}</th>
          <th scope="col">{t('targets.jobs.started')}</th>
          <th scope="col" className={table.number}>
            {t('targets.jobs.duration')}
          </th>
          <th scope="col">{t('targets.jobs.tasks')}</th>
        </tr>
      </thead>
      <tbody>
        {sortJobs(jobs).map(job => {
          const state = stateOf(job);
          return (
            <tr key={job.jobId}>
              <th scope="row" title={job.jobId}>
                {job.name}
              </th>
              <td>
                {state ? (
                  <StateChip state={state} />
                ) : (
                  <LookChip look="checking" label={job.state} />
                )}
              </td>
              <td>
                <JobOrigin job={job} />{' '}
                {!job.ours && !hasEnded(job) && onAdopt && (
                  <Button
                    size="small"
                    variant="secondary"
                    aria-label={t('targets.jobs.adoptOf', { job: job.name })}
                    onPress={() => onAdopt(job)}
                  >
                    {t('targets.jobs.adopt')}
                  </Button>
                )}
              </td>
              <td>
                <RelativeTime at={job.startedAt} />
              </td>
              <td className={table.number}>
                <Duration from={job.startedAt} to={job.endedAt} />
              </td>
              <td>{tasksText(job.tasks)}</td>
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
};
