import { useApi } from '@backstage/core-plugin-api';
import { findConnector } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  ConnectorInfo,
  DataSource,
  KnownConnector,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import { scalephApiRef } from '../../api';
import { useApiResource, useSignalRefresh } from '../../hooks';
import { loadConnector } from './connectorCache';

/** What this portal offers for building pipelines. @internal */
export interface Catalogue {
  /** All; those that the document uses have the schema of their options as soon as it is loaded. */
  connectors: KnownConnector[];
  /** Data sources that the user may see; absent until they are known. */
  dataSources?: DataSource[];
  /** The connectors are there. */
  ready: boolean;
  error?: Error;
  reload(): void;
}

const NONE: KnownConnector[] = [];

/**
 * @param document - whose connectors are loaded with the schemas of their
 * options; none when absent
 * @internal
 */
export function useCatalogue(document?: PipelineDocument): Catalogue {
  const api = useApi(scalephApiRef);
  const connectors = useApiResource(
    signal => api.listConnectors(undefined, { signal }),
    [api],
  );
  const summaries: KnownConnector[] = connectors.value?.items ?? NONE;
  const details = useDetails(summaries, document);
  const known = useMemo(
    () =>
      summaries.map(
        it => findConnector(details.value ?? [], it.kind, it.name) ?? it,
      ),
    [summaries, details.value],
  );
  const dataSources = useApiResource(
    async signal => {
      const items: DataSource[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.listDataSources(
          { limit: 200, cursor },
          { signal },
        );
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return items;
    },
    [api],
  );
  useSignalRefresh({
    matches: signal => signal.type === 'data-source',
    refresh: dataSources.reload,
    pollEvery: 60_000,
  });
  return {
    connectors: known,
    dataSources: dataSources.value,
    ready: connectors.value !== undefined,
    error: connectors.error ?? dataSources.error ?? details.error,
    reload() {
      connectors.reload();
      dataSources.reload();
      details.reload();
    },
  };
}

/** The connectors of a document with the schemas of their options. */
function useDetails(
  summaries: KnownConnector[],
  document: PipelineDocument | undefined,
) {
  const api = useApi(scalephApiRef);
  const nodes = document?.spec.nodes;
  const used = useMemo(() => {
    const names = new Set(
      nodes?.map(({ kind, connector }) => `${kind} ${connector}`),
    );
    return summaries.filter(({ kind, name }) => names.has(`${kind} ${name}`));
  }, [summaries, nodes]);
  const key = used.map(({ kind, name }) => `${kind} ${name}`).join(',');
  return useApiResource<ConnectorInfo[]>(
    () =>
      Promise.all(used.map(({ kind, name }) => loadConnector(api, kind, name))),
    [api, key],
    { keepPrevious: true },
  );
}
