import { Alert } from '@backstage/ui';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { Duration } from '../../components';
import { useScalephTranslation } from '../../translation';
import { isLive, useRunOperations } from './useRunOperations';
import classes from './RunActions.module.css';

const ACTIVITIES = [
  'savepoint',
  'checkpoint',
  'suspend',
  'stop',
  'rescale',
  'restart',
  'resume',
  'restore',
  'upgrade',
] as const;

const isActivity = (name: string): name is (typeof ACTIVITIES)[number] =>
  (ACTIVITIES as readonly string[]).includes(name);

/** What is under way with a run, since when; the last failure of it. @internal */
export const RunActivity = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  const operations = useRunOperations(run);
  const live = operations.filter(isLive);
  const [newest] = operations;
  const names = live.map(it => t(`job.operation.${it.kind}`)).join(', ');
  if (live.length) {
    return (
      <div className={classes.activity} role="status">
        <Alert
          isPending
          status="info"
          title={
            <>
              {t('job.operation.live', { name: names })}{' '}
              <Duration from={live[live.length - 1].createdAt} />
            </>
          }
        />
      </div>
    );
  }
  if (run.activity) {
    return (
      <div className={classes.activity} role="status">
        <Alert
          isPending
          status="info"
          title={t('job.operation.activity', {
            name: isActivity(run.activity)
              ? t(`job.operation.activities.${run.activity}`)
              : run.activity,
          })}
        />
      </div>
    );
  }
  return newest?.state === 'failed' ? (
    <div className={classes.activity} role="status">
      <Alert
        icon
        status="warning"
        title={t('job.operation.failed', {
          name: t(`job.operation.${newest.kind}`),
          message: newest.message ?? t('common.unknown'),
        })}
      />
    </div>
  ) : null;
};
