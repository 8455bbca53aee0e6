import type { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';
import type { ObjectKind } from './optionPick';

/** A name that a picker offers. @internal */
export interface PickChoice {
  /** What is written. */
  id: string;
  label: string;
  description?: string;
}

type Kind = DataSourceObject['kind'];

const WANTED: Record<ObjectKind, readonly Kind[]> = {
  table: ['table', 'view'],
  topic: ['topic'],
  collection: ['collection'],
  index: ['index'],
  file: ['file', 'directory'],
};

// Topics and indexes have dots in their names; only these are paths.
const SEPARATOR: Partial<Record<ObjectKind, string>> = {
  table: '.',
  file: '/',
};

/** Whether a data source whose objects have these levels can be looked into for something. @internal */
export function canBrowse(
  levels: readonly string[],
  kind: ObjectKind,
): boolean {
  return WANTED[kind].some(it => levels.includes(it));
}

/** The level that a half-written name is looked for in, and its last part. @internal */
export function objectQuery(
  text: string,
  kind: ObjectKind,
): { path: string[]; search: string } {
  const separator = SEPARATOR[kind];
  if (!separator) return { path: [], search: text.trim() };
  const parts = text.trim().split(separator);
  const search = parts.pop() ?? '';
  return { path: parts.filter(Boolean), search };
}

/** Whether an object is one that the option can name. @internal */
export function isWanted(object: DataSourceObject, kind: ObjectKind): boolean {
  return WANTED[kind].includes(object.kind);
}

/** The level below that names without one are looked up in, e.g. the schema `public`. @internal */
export function currentLevel(
  objects: DataSourceObject[],
  kind: ObjectKind,
): string | undefined {
  const levels = objects.filter(it => it.hasChildren && !isWanted(it, kind));
  return levels.find(it => it.current)?.name;
}

/**
 * The choices of one level: what the option can name, and levels below, whose
 * choice goes on there.
 *
 * @internal
 */
export function objectChoices(
  objects: DataSourceObject[],
  path: string[],
  kind: ObjectKind,
): PickChoice[] {
  const separator = SEPARATOR[kind] ?? '';
  const before = separator && path.map(it => it + separator).join('');
  return objects.flatMap((object): PickChoice[] => {
    const id = before + object.name;
    const description = object.comment || undefined;
    if (object.kind === 'directory') {
      return [{ id: id + separator, label: id + separator, description }];
    }
    if (isWanted(object, kind)) return [{ id, label: id, description }];
    return object.hasChildren && separator
      ? [{ id: id + separator, label: `${id}${separator}…`, description }]
      : [];
  });
}
