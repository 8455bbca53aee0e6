import { Content } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import {
  dataSourceNameOf,
  targetNameOf,
} from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense } from 'react';
import { EmptyState, ErrorPanel } from '../components';
import { useScalephTranslation } from '../translation';
import { useSqlPlaces } from './session/useSqlPlaces';

const SqlConsole = lazy(() => import('./console/SqlConsole'));

/** Tab SQL of a cluster or a data source: a console on it. @internal */
export const SqlTab = () => {
  const { entity } = useEntity();
  const { t } = useScalephTranslation();
  const places = useSqlPlaces();
  const target = targetNameOf(entity);
  const name = target ?? dataSourceNameOf(entity);
  const kind = target ? 'target' : 'data-source';
  const place = places.value?.find(it => it.kind === kind && it.name === name);
  const skeleton = <Skeleton width="100%" height={480} />;
  return (
    <Content noPadding>
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
    </Content>
  );
};
