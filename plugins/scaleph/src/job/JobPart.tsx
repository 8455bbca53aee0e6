import { Alert, Button, Skeleton } from '@backstage/ui';
import {
  isActive,
  ScalephApiError,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { ReactNode } from 'react';
import { EmptyState, ErrorPanel, RelativeTime } from '../components';
import { useScalephTranslation } from '../translation';
import type { JobResource } from './useJobResource';
import classes from './JobPart.module.css';

function isGone(error: Error): boolean {
  return error instanceof ScalephApiError && error.statusCode === 404;
}

/** The target did not answer the back end; what it would say may be fine. */
function isSilent(error: Error): boolean {
  return (
    error instanceof ScalephApiError &&
    [502, 503, 504].includes(error.statusCode)
  );
}

/**
 * A view of a job as it is known: a skeleton before the first answer, the last
 * answer with a notice while the cluster does not answer, and in words why
 * there is none.
 *
 * @internal
 */
export function JobPart<T>(props: {
  run: Run;
  resource: JobResource<T>;
  /** What it is, e.g. "The job graph". */
  title: string;
  /** Of the skeleton, pixels. */
  height: number;
  children(value: T): ReactNode;
}) {
  const { run, resource, title, height, children } = props;
  const { t } = useScalephTranslation();
  const { value, error, at } = resource;
  const isLive = isActive(run.state);
  if (value === undefined) {
    if (error && isGone(error)) {
      return (
        <EmptyState
          title={isLive ? t('job.part.notYet') : t('job.part.gone')}
          description={
            isLive ? t('job.part.notYetHelp') : t('job.part.goneHelp')
          }
          actions={
            <Button variant="secondary" onPress={resource.reload}>
              {t('common.action.retry')}
            </Button>
          }
        />
      );
    }
    if (error && isSilent(error) && isLive) {
      return (
        <div role="status">
          <Alert
            isPending
            status="warning"
            title={t('job.part.silent')}
            description={error.message}
          />
        </div>
      );
    }
    return error ? (
      <ErrorPanel
        title={t('job.part.failed', { what: title })}
        error={error}
        onRetry={resource.reload}
      />
    ) : (
      <div role="status" aria-label={t('common.loading', { what: title })}>
        <Skeleton width="100%" height={height} />
      </div>
    );
  }
  return (
    <>
      {error && at && isLive && (
        <div className={classes.notice} role="status">
          <Alert
            icon
            status="warning"
            title={
              <>
                {t('job.part.checking')} <RelativeTime at={at} />
              </>
            }
            description={error.message}
            customActions={
              <Button
                size="small"
                variant="secondary"
                onPress={resource.reload}
              >
                {t('common.action.retry')}
              </Button>
            }
          />
        </div>
      )}
      {children(value)}
    </>
  );
}
