import { useApi } from '@backstage/core-plugin-api';
import type {
  ConnectorInfo,
  DataSource,
} from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { useApiResource, useSignalRefresh } from '../../hooks';

/** What this portal offers for building pipelines. @internal */
export interface Catalogue {
  connectors: ConnectorInfo[];
  /** Data sources that the user may see; absent until they are known. */
  dataSources?: DataSource[];
  /** The connectors are there. */
  ready: boolean;
  error?: Error;
  reload(): void;
}

const NONE: ConnectorInfo[] = [];

/** @internal */
export function useCatalogue(): Catalogue {
  const api = useApi(scalephApiRef);
  const connectors = useApiResource(
    signal => api.listConnectors(undefined, { signal }),
    [api],
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
    connectors: connectors.value?.items ?? NONE,
    dataSources: dataSources.value,
    ready: connectors.value !== undefined,
    error: connectors.error ?? dataSources.error,
    reload() {
      connectors.reload();
      dataSources.reload();
    },
  };
}
