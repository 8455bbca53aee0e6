import { RunSummary } from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { orderByKeyset } from '../../database/keyset';
import { applyOwnershipFilter } from '../../permissions/ownershipFilter';
import { RunSummaryRow, SUMMARY_COLUMNS, toRunSummary } from '../runRows';
import { RunQuery } from '../RunStore';

/** One page, and how many runs the query has in all. @internal */
export async function listRuns(
  knex: Knex,
  query: RunQuery,
): Promise<{ items: RunSummary[]; totalItems: number }> {
  const page = knex('runs')
    .modify(filter, query)
    .select<RunSummaryRow[]>(SUMMARY_COLUMNS)
    .limit(query.limit);
  orderByKeyset(
    page,
    {
      column: 'runs.created_at',
      idColumn: 'runs.id',
      descending: query.descending,
    },
    query.after,
  );
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
