import { useRouteRef } from '@backstage/core-plugin-api';
import { Alert, Link } from '@backstage/ui';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { runRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import classes from './RunPage.module.css';

/** Says which run takes over from this one, or from which this one does. @internal */
export const RunUpgradeNote = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  const link = useRouteRef(runRouteRef);
  // Once it has proved itself it is a run like any other.
  const other = run.upgradedBy ?? (run.activity ? run.upgradeOf : undefined);
  if (!other) {
    return null;
  }
  return (
    <div className={classes.cause}>
      <Alert
        icon
        status="info"
        title={run.upgradedBy ? t('runs.upgrade.by') : t('runs.upgrade.of')}
        customActions={
          link && (
            <Link href={link({ id: other })}>{t('runs.upgrade.open')}</Link>
          )
        }
      />
    </div>
  );
};
