import { Knex } from 'knex';
import { orderByKeyset } from '../../database/keyset';
import { applyOwnershipFilter } from '../../permissions/ownershipFilter';
import {
  RunSummaryRow,
  StoredRunSummary,
  SUMMARY_COLUMNS,
  toRunSummary,
} from '../runRows';
import { RunQuery } from '../RunStore';

/** One page, and how many runs the query has in all. @internal */
export async function listRuns(
  knex: Knex,
  query: RunQuery,
): Promise<{ items: StoredRunSummary[]; totalItems: number }> {
  const order = {
    column: 'runs.created_at',
    idColumn: 'runs.id',
    descending: query.descending,
  };
  const page = knex('runs').select<RunSummaryRow[]>(SUMMARY_COLUMNS);
  if (query.search) {
    // Looks through many runs for few: in an index first, then their rows.
    const found = knex('runs').modify(filter, query).select('runs.id');
    orderByKeyset(found.limit(query.limit), order, query.after);
    orderByKeyset(page.whereIn('runs.id', found), order);
  } else {
    const some = page.modify(filter, query).limit(query.limit);
    orderByKeyset(some, order, query.after);
  }
  const [rows, [{ total }]] = await Promise.all([
    page,
    knex('runs')
      .modify(filter, query)
      .count<{ total: number }[]>({ total: '*' }),
  ]);
  return { items: rows.map(toRunSummary), totalItems: Number(total) };
}

function filter(builder: Knex.QueryBuilder, query: RunQuery): void {
  if (query.search) search(builder, query.search);
  if (query.pipeline) builder.where('runs.pipeline', query.pipeline);
  if (query.state) builder.where('runs.state', query.state);
  if (query.active !== undefined) builder.where('runs.active', query.active);
  if (query.owner) builder.whereIn('runs.owner', query.owner);
  applyOwnershipFilter(builder, query.visible, 'runs.owner');
}

/** Names of pipelines and ids are ASCII, which `lower` of SQLite can do. */
function search(builder: Knex.QueryBuilder, text: string): void {
  const pattern = text.toLowerCase().replace(/[\\%_]/g, '\\$&');
  builder.where(any =>
    any
      .whereRaw(`lower(runs.pipeline) like ? escape '\\'`, [`%${pattern}%`])
      .orWhereRaw(`runs.id like ? escape '\\'`, [`${pattern}%`]),
  );
}
