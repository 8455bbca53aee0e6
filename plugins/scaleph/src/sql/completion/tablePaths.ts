import type { SqlObject } from '@scaleph/backstage-plugin-scaleph-common';
import type { SqlMetadata, SqlObjectPath } from './SqlMetadata';

const current = (objects: SqlObject[]) =>
  objects.find(it => it.current)?.name ?? objects[0]?.name;

const ofKind = (objects: SqlObject[], kind: SqlObject['kind']) =>
  objects.filter(it => it.kind === kind);

/** The path to what unqualified table names mean. */
export async function currentPath(
  metadata: SqlMetadata,
): Promise<SqlObjectPath> {
  const top = await metadata.list({});
  const catalogs = ofKind(top, 'catalog');
  if (!catalogs.length) {
    const databases = ofKind(top, 'database');
    return databases.length ? { database: current(databases) } : {};
  }
  const catalog = current(catalogs);
  const databases = ofKind(await metadata.list({ catalog }), 'database');
  return { catalog, database: current(databases) };
}

/** Where a table is that a statement names by one to three parts. */
export async function tablePath(
  metadata: SqlMetadata,
  name: string[],
): Promise<SqlObjectPath> {
  const here = await currentPath(metadata);
  const parts = [...name];
  const table = parts.pop();
  const database = parts.pop() ?? here.database;
  const catalog = parts.pop() ?? here.catalog;
  return {
    ...(catalog && { catalog }),
    ...(database && { database }),
    table,
  };
}

/** What can follow `catalog.`, `database.` or `catalog.database.`. */
export async function membersOf(
  metadata: SqlMetadata,
  qualifier: string[],
): Promise<SqlObject[]> {
  const here = await currentPath(metadata);
  if (qualifier.length === 2) {
    const [catalog, database] = qualifier;
    return metadata.list({ catalog, database });
  }
  if (qualifier.length !== 1) return [];
  const [name] = qualifier;
  const top = await metadata.list({});
  const isCatalog = top.some(it => it.kind === 'catalog' && it.name === name);
  if (isCatalog) return metadata.list({ catalog: name });
  const databases = here.catalog
    ? await metadata.list({ catalog: here.catalog })
    : top;
  const isDatabase = databases.some(
    it => it.kind === 'database' && it.name === name,
  );
  if (!isDatabase) return [];
  return metadata.list({
    ...(here.catalog && { catalog: here.catalog }),
    database: name,
  });
}
