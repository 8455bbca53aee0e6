import { Alert, Container, Flex, Skeleton, Text } from '@backstage/ui';
import { ErrorPanel, StateChip, surfaceClass } from '../components';
import { hasJob } from '../job/hasJob';
import { useScalephTranslation } from '../translation';
import { RunActions } from './actions/RunActions';
import { RunActivity } from './actions/RunActivity';
import { RunCause } from './RunCause';
import { RunFacts } from './RunFacts';
import { RunTabs } from './RunTabs';
import { RunUpgradeNote } from './RunUpgradeNote';
import { StopRunButton } from './StopRunButton';
import { useRun } from './useRun';
import classes from './RunPage.module.css';

/** One run, at `/scaleph/runs/:id`. @internal */
export const RunPage = ({ id }: { id: string }) => {
  const { t } = useScalephTranslation();
  const run = useRun(id);
  const { value, error } = run;
  if (!value) {
    return (
      <Container className={surfaceClass}>
        {error ? (
          <ErrorPanel
            title={t('runs.oneLoadFailed', { id })}
            error={error}
            onRetry={run.reload}
          />
        ) : (
          <div
            role="status"
            aria-label={t('common.loading', { what: t('runs.title') })}
          >
            <Flex direction="column" gap="4">
              <Skeleton width={320} height={32} />
              <Skeleton width="100%" height={48} />
              <Skeleton width="100%" height={400} />
            </Flex>
          </div>
        )}
      </Container>
    );
  }
  const isJob = hasJob(value);
  return (
    <Container className={surfaceClass}>
      <div className={classes.head}>
        <div>
          <div className={classes.title}>
            <Text as="h2" variant="title-small">
              {t('runs.pageTitle', { pipeline: value.pipeline })}
            </Text>
            <span role="status">
              <StateChip state={value.state} reason={value.reason} />
            </span>
          </div>
          <RunFacts run={value} withPipeline />
        </div>
        {isJob ? (
          <RunActions run={value} onChanged={run.setValue} />
        ) : (
          <StopRunButton run={value} onStopping={run.setValue} />
        )}
      </div>
      {error && (
        <div className={classes.cause} role="status">
          <Alert
            icon
            status="warning"
            title={t('runs.stale')}
            description={error.message}
          />
        </div>
      )}
      <div className={classes.cause}>
        <RunCause run={value} />
      </div>
      <RunUpgradeNote run={value} />
      {isJob && <RunActivity run={value} />}
      <RunTabs key={id} run={value} onChanged={run.setValue} />
    </Container>
  );
};
