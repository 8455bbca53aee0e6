import { ScalephCatalogEvent } from '@scaleph/backstage-plugin-scaleph-common';

/**
 * The payload of an event, when it is one of ours: a broker between two back ends may bring anything.
 *
 * @internal
 */
export function toCatalogEvent(
  payload: unknown,
): ScalephCatalogEvent | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { kind, name, change } = payload as Record<string, unknown>;
  if (kind !== 'pipeline' && kind !== 'data-source' && kind !== 'target') {
    return undefined;
  }
  if (change !== 'upsert' && change !== 'delete') return undefined;
  if (typeof name !== 'string' || name === '') return undefined;
  return { kind, name, change };
}
