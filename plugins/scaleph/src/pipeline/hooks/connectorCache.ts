import type {
  ConnectorInfo,
  NodeKind,
  ScalephApi,
} from '@scaleph/backstage-plugin-scaleph-common';

// A connector of a release does not change while a page is open.
const caches = new WeakMap<object, Map<string, Promise<ConnectorInfo>>>();

/**
 * The schema of a connector's options, loaded once for all pages. What failed
 * is asked for again.
 *
 * @internal
 */
export function loadConnector(
  api: Pick<ScalephApi, 'getConnector'>,
  kind: NodeKind,
  name: string,
): Promise<ConnectorInfo> {
  const cache = caches.get(api) ?? new Map<string, Promise<ConnectorInfo>>();
  caches.set(api, cache);
  const key = `${kind} ${name}`;
  const known = cache.get(key);
  if (known) {
    return known;
  }
  // Without a signal: it is not only for whoever asked first.
  const loading = api.getConnector(kind, name).catch(error => {
    cache.delete(key);
    throw error;
  });
  cache.set(key, loading);
  return loading;
}
