import type {
  KnownConnector,
  NodeKind,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { NodePlace } from './editGraph';
import { localize } from './localize';

/** Kinds of nodes that can stand at a place. @internal */
export function kindsAt(place: NodePlace): NodeKind[] {
  if (place.edge) {
    return ['transform'];
  }
  if (place.after) {
    return ['transform', 'sink'];
  }
  return place.before
    ? ['source', 'transform']
    : ['source', 'transform', 'sink'];
}

/** Connectors of a kind whose name, title or description has the words. @internal */
export function findConnectors(
  connectors: KnownConnector[],
  kind: NodeKind,
  search: string,
  language: string,
): KnownConnector[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return connectors.filter(connector => {
    if (connector.kind !== kind) {
      return false;
    }
    const text = [
      connector.name,
      localize(connector.title, language),
      localize(connector.description, language),
    ]
      .join(' ')
      .toLocaleLowerCase();
    return words.every(word => text.includes(word));
  });
}
