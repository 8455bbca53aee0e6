import { Alert, Button } from '@backstage/ui';
import type { SqlPlace } from '@scaleph/backstage-plugin-scaleph-common';
import { ErrorPanel } from '../../components';
import { useScalephTranslation } from '../../translation';
import type { SqlSessionState } from '../session/useSqlSession';
import classes from './SqlConsole.module.css';

/** Says that a session has ended or cannot be had, and the way out. */
export const SessionNotice = (props: {
  place: SqlPlace;
  state: SqlSessionState;
}) => {
  const { place, state } = props;
  const { session, error } = state;
  const { t } = useScalephTranslation();
  if (error) {
    return (
      <div className={classes.notice}>
        <ErrorPanel
          title={t('sql.session.openFailed')}
          error={error}
          onRetry={() => void state.open()}
        />
      </div>
    );
  }
  if (!place.healthy && !session) {
    return (
      <div className={classes.notice} role="alert">
        <Alert
          status="warning"
          icon
          title={t('sql.place.unhealthy', { title: place.title })}
          description={place.message}
          customActions={
            <Button
              size="small"
              variant="secondary"
              onPress={() => void state.open()}
            >
              {t('common.action.retry')}
            </Button>
          }
        />
      </div>
    );
  }
  if (session?.state !== 'ended') return null;
  const again = () =>
    state.open({
      title: session.title,
      ...(session.environment && { environment: session.environment }),
      ...(place.features.includes('settings') &&
        session.settings && { settings: session.settings }),
      ...(session.write && { write: true }),
    });
  return (
    <div className={classes.notice} role="alert">
      <Alert
        status="warning"
        icon
        title={t('sql.session.isEnded')}
        description={session.reason}
        customActions={
          <Button size="small" variant="primary" onPress={() => void again()}>
            {t('sql.session.again')}
          </Button>
        }
      />
    </div>
  );
};
