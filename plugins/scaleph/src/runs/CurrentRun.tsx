import { useRouteRef } from '@backstage/core-plugin-api';
import { Box, ButtonLink, Flex, Skeleton, Text } from '@backstage/ui';
import { isActive } from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense } from 'react';
import { ErrorPanel, StateChip } from '../components';
import { hasJob } from '../job/hasJob';
import { runRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { RunActions } from './actions/RunActions';
import { RunActivity } from './actions/RunActivity';
import { RunCause } from './RunCause';
import { RunFacts } from './RunFacts';
import { RunGraph } from './RunGraph';
import { StopRunButton } from './StopRunButton';
import { useRun } from './useRun';
import readable from '../pipeline/readable.module.css';
import classes from './RunsTab.module.css';

const JobCharts = lazy(() => import('../job/charts/JobCharts'));

/** The newest run of a pipeline, with its graph and counters. @internal */
export const CurrentRun = ({ id }: { id: string }) => {
  const { t } = useScalephTranslation();
  const runLink = useRouteRef(runRouteRef);
  const run = useRun(id);
  const { value, error } = run;
  if (!value) {
    return error ? (
      <ErrorPanel
        title={t('runs.oneLoadFailed', { id })}
        error={error}
        onRetry={run.reload}
      />
    ) : (
      <div className={classes.current}>
        <Skeleton width="100%" height={360} />
      </div>
    );
  }
  const isJob = hasJob(value);
  return (
    <Box
      as="section"
      bg="neutral"
      className={`${classes.current} ${readable.readable}`}
      aria-label={t('runs.tab.current')}
    >
      <div className={classes.head}>
        <div className={classes.title}>
          <Text as="h3" variant="title-x-small">
            {isActive(value.state) ? t('runs.tab.current') : t('runs.tab.last')}
          </Text>
          <span role="status">
            <StateChip state={value.state} reason={value.reason} />
          </span>
        </div>
        <Flex gap="2">
          {isJob ? (
            <RunActions run={value} size="small" onChanged={run.setValue} />
          ) : (
            <StopRunButton run={value} onStopping={run.setValue} />
          )}
          {runLink && (
            <ButtonLink variant="secondary" href={runLink({ id })}>
              {t('runs.action.open')}
            </ButtonLink>
          )}
        </Flex>
      </div>
      <RunCause run={value} />
      <RunFacts run={value} />
      {isJob && <RunActivity run={value} />}
      {isJob && (
        <Suspense fallback={<Skeleton width="100%" height={240} />}>
          <JobCharts run={value} />
        </Suspense>
      )}
      {value.document.spec.nodes.length > 0 && <RunGraph run={value} />}
    </Box>
  );
};
