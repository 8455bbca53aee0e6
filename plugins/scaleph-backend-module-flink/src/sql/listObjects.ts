import { InputError } from '@backstage/errors';
import { SqlObject } from '@scaleph/backstage-plugin-scaleph-common';
import { SqlObjectPath } from '@scaleph/backstage-plugin-scaleph-node';

/** Runs a statement and gives its rows; throws InputError with what is wrong. */
type Query = (statement: string) => Promise<unknown[][]>;

/** One level of the metadata tree of a session. @internal */
export async function listObjects(
  query: Query,
  path: SqlObjectPath,
): Promise<SqlObject[]> {
  const { catalog, database, table, functions } = path;
  if (functions) return namesOf(await query('SHOW FUNCTIONS'), 'function');
  if (catalog === undefined) return listCatalogs(query);
  if (database === undefined) return listDatabases(query, catalog);
  if (table === undefined) return listTables(query, catalog, database);
  const rows = await query(`DESCRIBE ${quoted(catalog, database, table)}`);
  return rows.map(toColumn);
}

async function listCatalogs(query: Query) {
  const current = await firstOf(query, 'SHOW CURRENT CATALOG');
  return namesOf(await query('SHOW CATALOGS'), 'catalog', current);
}

async function listDatabases(query: Query, catalog: string) {
  const [currentCatalog, current] = [
    await firstOf(query, 'SHOW CURRENT CATALOG'),
    await firstOf(query, 'SHOW CURRENT DATABASE'),
  ];
  const isCurrent = currentCatalog === catalog;
  const rows = await query(`SHOW DATABASES FROM ${quoted(catalog)}`).catch(
    error => {
      // Before 1.20 there are only those of the current catalog.
      if (isCurrent) return query('SHOW DATABASES');
      throw error;
    },
  );
  return namesOf(rows, 'database', isCurrent ? current : undefined);
}

async function listTables(query: Query, catalog: string, database: string) {
  const where = quoted(catalog, database);
  const tables = await query(`SHOW TABLES FROM ${where}`);
  // Only newer releases can tell the views of another database.
  const views = await query(`SHOW VIEWS FROM ${where}`).catch(error => {
    if (error instanceof InputError) return [];
    throw error;
  });
  const isView = new Set(views.map(([name]) => name));
  return tables.map(([name]) => ({
    kind: isView.has(name) ? ('view' as const) : ('table' as const),
    name: String(name),
  }));
}

/** Columns of DESCRIBE: name, type, null, key, extras, watermark, and a comment where there is one. */
function toColumn(row: unknown[]): SqlObject {
  const [name, type, nullable, key, , , comment] = row;
  return {
    kind: 'column',
    name: String(name),
    type: String(type),
    nullable: nullable === true || nullable === 'TRUE',
    ...(key ? { key: true } : {}),
    ...(comment ? { comment: String(comment) } : {}),
  };
}

function namesOf(
  rows: unknown[][],
  kind: SqlObject['kind'],
  current?: string,
): SqlObject[] {
  return rows.map(([name]) => ({
    kind,
    name: String(name),
    ...(name === current && { current: true }),
  }));
}

async function firstOf(query: Query, statement: string) {
  const [row] = await query(statement);
  return row ? String(row[0]) : undefined;
}

/** Names in backticks, whatever is in them. */
function quoted(...names: string[]): string {
  return names.map(name => `\`${name.replaceAll('`', '``')}\``).join('.');
}
