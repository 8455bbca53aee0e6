import type {
  KnownConnector,
  NodeKind,
} from '@scaleph/backstage-plugin-scaleph-common';
import { findConnectors } from './findConnectors';
import { localize } from './localize';

/** In the order of the palette: the most used first. @internal */
export const CATEGORIES = [
  'files',
  'database',
  'stream',
  'cdc',
  'lake',
  'search',
  'nosql',
  'http',
  'transform',
  'test',
  'other',
] as const;
/** @internal */
export type ConnectorCategory = (typeof CATEGORIES)[number];

/** One part of the palette. @internal */
export interface PaletteSection {
  kind: NodeKind;
  category: ConnectorCategory;
  connectors: KnownConnector[];
}

/** The connectors that have the words, by kind and category, by title within. @internal */
export function paletteSections(
  connectors: KnownConnector[],
  kinds: readonly NodeKind[],
  search: string,
  language: string,
): PaletteSection[] {
  return kinds.flatMap(kind => {
    const byCategory = new Map<ConnectorCategory, KnownConnector[]>();
    for (const connector of findConnectors(
      connectors,
      kind,
      search,
      language,
    )) {
      const category = CATEGORIES.find(it => it === connector.category);
      const key = category ?? 'other';
      byCategory.set(key, [...(byCategory.get(key) ?? []), connector]);
    }
    return CATEGORIES.filter(it => byCategory.has(it)).map(category => ({
      kind,
      category,
      connectors: byCategory
        .get(category)!
        .sort((a, b) =>
          localize(a.title, language).localeCompare(
            localize(b.title, language),
            language,
            { numeric: true },
          ),
        ),
    }));
  });
}

/** How a connector is named while it is dragged. @internal */
export const CONNECTOR_DATA = 'application/x-scaleph-connector';

/** @internal */
export const connectorKey = ({
  kind,
  name,
}: Pick<KnownConnector, 'kind' | 'name'>) => `${kind} ${name}`;
