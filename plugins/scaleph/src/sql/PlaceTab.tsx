import { Skeleton } from '@backstage/ui';
import type { SqlPlace } from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense } from 'react';
import { EmptyState, ErrorPanel } from '../components';
import { useScalephTranslation } from '../translation';
import { useSqlPlaces } from './session/useSqlPlaces';

const SqlConsole = lazy(() => import('./console/SqlConsole'));

/** A console on one place. */
export const PlaceTab = ({ kind, name }: Pick<SqlPlace, 'kind' | 'name'>) => {
  const { t } = useScalephTranslation();
  const places = useSqlPlaces();
  const place = places.value?.find(it => it.kind === kind && it.name === name);
  const skeleton = <Skeleton width="100%" height={480} />;
  return (
    <>
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
          title={t('sql.place.notHere')}
          description={t('sql.place.notHereHelp')}
        />
      )}
      {place && (
        <Suspense fallback={skeleton}>
          <SqlConsole place={place} places={[place]} />
        </Suspense>
      )}
    </>
  );
};
