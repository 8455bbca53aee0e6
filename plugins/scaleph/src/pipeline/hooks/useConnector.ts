import { useApi } from '@backstage/core-plugin-api';
import type {
  ConnectorInfo,
  NodeKind,
} from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { useApiResource } from '../../hooks';
import { loadConnector } from './connectorCache';

/** A connector with the schema of its options. @internal */
export interface ConnectorResource {
  /** Absent until it is there, and when there is none of that name. */
  connector?: ConnectorInfo;
  loading: boolean;
  error?: Error;
  reload(): void;
}

/**
 * A connector with the schema of its options, which the list of all does not
 * have: loaded once for all pages.
 *
 * @internal
 */
export function useConnector(kind: NodeKind, name: string): ConnectorResource {
  const api = useApi(scalephApiRef);
  const { value, loading, error, reload } = useApiResource(
    () => loadConnector(api, kind, name),
    [api, kind, name],
  );
  return { connector: value, loading, error, reload };
}
