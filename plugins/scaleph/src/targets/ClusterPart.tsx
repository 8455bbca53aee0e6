import { Alert, Button, Skeleton } from '@backstage/ui';
import { ReactNode } from 'react';
import { ErrorPanel, RelativeTime } from '../components';
import { useScalephTranslation } from '../translation';
import { ClusterResource } from './useClusterResource';

/**
 * A view of a cluster as it is known: a skeleton before the first answer, then
 * the last answer, with a notice while the cluster does not answer.
 */
export function ClusterPart<T>(props: {
  name: string;
  resource: ClusterResource<T>;
  /** What it is, e.g. "Configuration". */
  title: string;
  /** Of the skeleton, pixels. */
  height: number;
  children(value: T): ReactNode;
}) {
  const { t } = useScalephTranslation();
  const { name, title, height, children } = props;
  const { value, error, at, reload } = props.resource;
  if (value === undefined) {
    return error ? (
      <ErrorPanel
        title={t('targets.tab.failed', { name, what: title })}
        error={error}
        onRetry={reload}
      />
    ) : (
      <div role="status" aria-label={t('common.loading', { what: title })}>
        <Skeleton width="100%" height={height} />
      </div>
    );
  }
  return (
    <>
      {error && at && (
        <div role="status">
          <Alert
            icon
            status="warning"
            title={
              <>
                {t('targets.tab.stale')} (<RelativeTime at={at} />)
              </>
            }
            description={error.message}
            customActions={
              <Button size="small" variant="secondary" onPress={reload}>
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
