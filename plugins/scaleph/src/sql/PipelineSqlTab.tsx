import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink, Skeleton } from '@backstage/ui';
import type {
  PipelineDocument,
  SqlPlace,
} from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense, useMemo } from 'react';
import { scalephApiRef } from '../api';
import { EmptyState, ErrorPanel } from '../components';
import { useApiResource, useUrlState } from '../hooks';
import { targetsRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { placesOfPipeline } from './lib/placesOfPipeline';
import { placeKey, useSqlPlaces } from './session/useSqlPlaces';

const SqlConsole = lazy(() => import('./console/SqlConsole'));

function defaultsOf({ spec }: PipelineDocument): Record<string, string> {
  return Object.fromEntries(
    Object.entries(spec.parameters ?? {}).flatMap(([name, parameter]) =>
      parameter.default === undefined ? [] : [[name, parameter.default]],
    ),
  );
}

const PipelineConsole = (props: {
  name: string;
  document: PipelineDocument;
  /** At least one; the first is shown. */
  places: SqlPlace[];
}) => {
  const { name, document, places } = props;
  const [url, setUrl] = useUrlState({ place: '' });
  const variables = useMemo(() => defaultsOf(document), [document]);
  const place = places.find(it => placeKey(it) === url.place) ?? places[0];
  const key = placeKey(place);
  return (
    <SqlConsole
      key={key}
      place={place}
      places={places}
      onPlace={next => setUrl({ place: next })}
      script={place.dialect === 'flink' ? document.spec.sql?.script : undefined}
      variables={variables}
      draftKey={`pipeline:${name}:${key}`}
    />
  );
};

/** A console for a pipeline: its script where it has one, where it can run. */
export const PipelineSqlTab = ({ name }: { name: string }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const clustersHref = useRouteRef(targetsRouteRef);
  const places = useSqlPlaces();
  const pipeline = useApiResource(
    signal => api.getPipeline(name, { signal }),
    [api, name],
  );
  const error = places.error ?? pipeline.error;
  if (error) {
    return (
      <ErrorPanel
        title={
          places.error
            ? t('sql.place.loadFailed')
            : t('sql.place.pipelineFailed', { name })
        }
        error={error}
        onRetry={() => {
          places.reload();
          pipeline.reload();
        }}
      />
    );
  }
  const skeleton = <Skeleton width="100%" height={480} />;
  if (!places.value || !pipeline.value) return skeleton;
  const fitting = placesOfPipeline(places.value, pipeline.value);
  if (!fitting.length) {
    return (
      <EmptyState
        title={t('sql.place.noneOfPipeline')}
        description={t('sql.place.noneOfPipelineHelp')}
        actions={
          clustersHref && (
            <ButtonLink variant="secondary" href={clustersHref()}>
              {t('sql.place.clusters')}
            </ButtonLink>
          )
        }
      />
    );
  }
  return (
    <Suspense fallback={skeleton}>
      <PipelineConsole
        name={name}
        document={pipeline.value.document}
        places={fitting}
      />
    </Suspense>
  );
};
