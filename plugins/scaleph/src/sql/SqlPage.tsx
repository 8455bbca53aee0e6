import { Skeleton } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { EmptyState, ErrorPanel } from '../components';
import { useUrlState } from '../hooks';
import { useScalephTranslation } from '../translation';
import { choosePlace, useSqlPlaces } from './session/useSqlPlaces';
import classes from './SqlPage.module.css';

const SqlConsole = lazy(() => import('./console/SqlConsole'));

/** Sub-page SQL: a console on every place that one may use. */
export const SqlPage = () => {
  const { t } = useScalephTranslation();
  const places = useSqlPlaces();
  const [url, setUrl] = useUrlState({ place: '' });
  const place = places.value && choosePlace(places.value, url.place);
  const skeleton = <Skeleton width="100%" height={480} />;
  return (
    <div className={classes.page}>
      {places.error && (
        <ErrorPanel
          title={t('sql.place.loadFailed')}
          error={places.error}
          onRetry={places.reload}
        />
      )}
      {!places.value && places.loading && skeleton}
      {places.value && !place && (
        <EmptyState
          title={t('sql.place.none')}
          description={t('sql.place.noneHelp')}
        />
      )}
      {place && (
        <Suspense fallback={skeleton}>
          <SqlConsole
            key={`${place.kind} ${place.name}`}
            place={place}
            places={places.value ?? []}
            onPlace={key => setUrl({ place: key })}
          />
        </Suspense>
      )}
    </div>
  );
};
