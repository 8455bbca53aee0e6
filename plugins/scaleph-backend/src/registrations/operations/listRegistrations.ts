import { Knex } from 'knex';
import { orderByKeyset } from '../../database/keyset';
import { whereContains } from '../../database/searchText';
import { cutPage, decodeCursor } from '../../http/cursor';
import {
  applyOwnershipFilter,
  OwnershipFilter,
} from '../../permissions/ownershipFilter';
import { RegistrationRow } from '../registrationRows';
import { RegistrationQuery } from '../RegistrationStore';

const SORT_COLUMNS = {
  name: 'name',
  type: 'type',
  updatedAt: 'updated_at',
} as const;

/** One page of registrations, and how many there are in all pages. @internal */
export async function listRegistrations(options: {
  knex: Knex;
  table: string;
  query: RegistrationQuery;
  visible: OwnershipFilter;
}): Promise<{
  rows: RegistrationRow[];
  nextCursor?: string;
  totalItems: number;
}> {
  const { knex, table, query, visible } = options;
  const field = query.sort.replace('-', '') as keyof typeof SORT_COLUMNS;
  const column = SORT_COLUMNS[field];
  const scope = `${table}:${query.sort}`;
  const after = query.cursor ? decodeCursor(scope, query.cursor) : undefined;

  const matching = () => {
    const rows = knex(table);
    const { search, owner, system, type } = query;
    if (search) whereContains(rows, `${table}.search_text`, search);
    if (owner?.length) rows.whereIn(`${table}.owner`, owner);
    if (system) rows.where(`${table}.system`, system);
    if (type) rows.where(`${table}.type`, type);
    applyOwnershipFilter(rows, visible, `${table}.owner`);
    return rows;
  };
  const page = orderByKeyset(
    matching().select(`${table}.*`),
    {
      column: `${table}.${column}`,
      idColumn: `${table}.id`,
      descending: query.sort.startsWith('-'),
    },
    after,
  ).limit(query.limit + 1);

  const [found, [{ total }]] = await Promise.all([
    page as Promise<RegistrationRow[]>,
    matching().count({ total: '*' }) as Promise<
      Array<{ total: number | string }>
    >,
  ]);
  return {
    ...cutPage(found, {
      limit: query.limit,
      scope,
      keysetOf: row => ({ value: row[column], id: row.id }),
    }),
    totalItems: Number(total),
  };
}
