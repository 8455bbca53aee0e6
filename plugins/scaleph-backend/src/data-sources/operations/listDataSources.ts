import { Knex } from 'knex';
import { orderByKeyset } from '../../database/keyset';
import { whereContains } from '../../database/searchText';
import { decodeCursor, encodeCursor } from '../../http/cursor';
import {
  applyOwnershipFilter,
  OwnershipFilter,
} from '../../permissions/ownershipFilter';
import { DataSourceRow } from '../dataSourceRows';
import { DataSourceQuery } from '../DataSourceService';

const SORT_COLUMNS = {
  name: 'name',
  type: 'type',
  updatedAt: 'updated_at',
} as const;

/** One page of data sources, and how many there are in all pages. @internal */
export async function listDataSources(options: {
  knex: Knex;
  query: DataSourceQuery;
  visible: OwnershipFilter;
}): Promise<{
  rows: DataSourceRow[];
  nextCursor?: string;
  totalItems: number;
}> {
  const { knex, query, visible } = options;
  const field = query.sort.replace('-', '') as keyof typeof SORT_COLUMNS;
  const column = SORT_COLUMNS[field];
  const scope = `data-sources:${query.sort}`;
  const after = query.cursor ? decodeCursor(scope, query.cursor) : undefined;

  const matching = () => {
    const rows = knex('data_sources');
    const { search, owner, system, type } = query;
    if (search) whereContains(rows, 'data_sources.search_text', search);
    if (owner?.length) rows.whereIn('data_sources.owner', owner);
    if (system) rows.where('data_sources.system', system);
    if (type) rows.where('data_sources.type', type);
    applyOwnershipFilter(rows, visible, 'data_sources.owner');
    return rows;
  };
  const page = orderByKeyset(
    matching().select('data_sources.*'),
    {
      column: `data_sources.${column}`,
      idColumn: 'data_sources.id',
      descending: query.sort.startsWith('-'),
    },
    after,
  ).limit(query.limit + 1);

  const [found, [{ total }]] = await Promise.all([
    page as Promise<DataSourceRow[]>,
    matching().count({ total: '*' }) as Promise<
      Array<{ total: number | string }>
    >,
  ]);
  const rows = found.slice(0, query.limit);
  const last = rows[rows.length - 1];
  return {
    rows,
    totalItems: Number(total),
    ...(found.length > query.limit && {
      nextCursor: encodeCursor(scope, { value: last[column], id: last.id }),
    }),
  };
}
