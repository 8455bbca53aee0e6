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

/**
 * The connectors that have the words, by kind and category, by title within.
 *
 * @param isLast - those that come at the end of their section: they cannot be
 * run where the pipeline is to run
 * @internal
 */
export function paletteSections(
  connectors: KnownConnector[],
  kinds: readonly NodeKind[],
  search: string,
  language: string,
  isLast: (connector: KnownConnector) => boolean = () => false,
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
        .sort(
          (a, b) =>
            Number(isLast(a)) - Number(isLast(b)) ||
            localize(a.title, language).localeCompare(
              localize(b.title, language),
              language,
              { numeric: true },
            ),
        ),
    }));
  });
}

/** The sections with only some of their connectors; those without any are left out. @internal */
export function onlySections(
  sections: readonly PaletteSection[],
  keep: (connector: KnownConnector) => boolean,
): PaletteSection[] {
  return sections
    .map(section => ({
      ...section,
      connectors: section.connectors.filter(keep),
    }))
    .filter(section => section.connectors.length > 0);
}

/** @internal */
export const countConnectors = (sections: readonly PaletteSection[]): number =>
  sections.reduce((sum, { connectors }) => sum + connectors.length, 0);

/** How a connector is named while it is dragged. @internal */
export const CONNECTOR_DATA = 'application/x-scaleph-connector';

/** @internal */
export const connectorKey = ({
  kind,
  name,
}: Pick<KnownConnector, 'kind' | 'name'>) => `${kind} ${name}`;

/**
 * Number of the connector that is meant by a search: one of that very name, or
 * one that begins with it, before those that only have it somewhere.
 *
 * @internal
 */
export function bestMatch(
  connectors: readonly KnownConnector[],
  search: string,
  language: string,
): number {
  const words = search.trim().toLocaleLowerCase();
  if (!words) {
    return 0;
  }
  const score = ({ name, title }: KnownConnector): number => {
    const names = [name, localize(title, language)].map(it =>
      it.toLocaleLowerCase(),
    );
    if (names.includes(words)) return 3;
    if (names.some(it => it.startsWith(words))) return 2;
    return names.some(it => it.includes(words)) ? 1 : 0;
  };
  const scores = connectors.map(score);
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}
