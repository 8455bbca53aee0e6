import { Knex } from 'knex';
import { orderByKeyset } from '../../database/keyset';
import { whereContains } from '../../database/searchText';
import { cutPage, decodeCursor } from '../../http/cursor';
import {
  applyOwnershipFilter,
  OwnershipFilter,
} from '../../permissions/ownershipFilter';
import { RUNS_TABLE } from '../../runs/RunDirectory';
import { ORIGIN_COLUMNS } from '../../origins/originRows';
import {
  PipelineSummaryRow,
  RETIREMENT_COLUMNS,
  SUMMARY_COLUMNS,
} from '../pipelineRows';
import { PipelineQuery } from '../PipelineService';

const SORT_COLUMNS = {
  name: 'name',
  owner: 'owner',
  updatedAt: 'updated_at',
} as const;

/** @internal */
export interface PipelineRowPage {
  rows: PipelineSummaryRow[];
  nextCursor?: string;
  totalItems: number;
}

/**
 * One page of pipelines, and how many there are in all pages. Two queries;
 * the page is read from the index of its sort column.
 *
 * @internal
 */
export async function listPipelines(options: {
  knex: Knex;
  query: PipelineQuery;
  visible: OwnershipFilter;
}): Promise<PipelineRowPage> {
  const { knex, query, visible } = options;
  const field = query.sort.replace('-', '') as keyof typeof SORT_COLUMNS;
  const column = SORT_COLUMNS[field];
  const scope = `pipelines:${query.sort}`;
  const after = query.cursor ? decodeCursor(scope, query.cursor) : undefined;

  const matching = () => {
    const rows = knex('pipelines');
    applyFilters(rows, query);
    applyOwnershipFilter(rows, visible, 'pipelines.owner');
    return rows;
  };
  const order = {
    column: `pipelines.${column}`,
    idColumn: 'pipelines.id',
    descending: query.sort.startsWith('-'),
  };
  // Which rows first, then the rows: SQLite finds them in an index that holds
  // the searched text, and touches none of the long rows on its way.
  const ids = orderByKeyset(
    matching().select('pipelines.id'),
    order,
    after,
  ).limit(query.limit + 1);
  const page = orderByKeyset(
    knex('pipelines')
      .leftJoin(
        'pipeline_retirements',
        'pipeline_retirements.pipeline_id',
        'pipelines.id',
      )
      .leftJoin(
        'pipeline_origins',
        'pipeline_origins.pipeline_id',
        'pipelines.id',
      )
      .select([
        ...SUMMARY_COLUMNS.map(name => `pipelines.${name}`),
        ...RETIREMENT_COLUMNS,
        ...ORIGIN_COLUMNS,
      ])
      .whereIn('pipelines.id', ids),
    order,
  );

  const [found, [{ total }]] = await Promise.all([
    page as Promise<PipelineSummaryRow[]>,
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

function applyFilters(rows: Knex.QueryBuilder, query: PipelineQuery): void {
  const { retired = 'no' } = query;
  if (retired !== 'all') {
    const ids: Knex.QueryCallback = retirements =>
      retirements.select('pipeline_id').from('pipeline_retirements');
    if (retired === 'only') rows.whereIn('pipelines.id', ids);
    else rows.whereNotIn('pipelines.id', ids);
  }
  if (query.search) {
    whereContains(rows, 'pipelines.search_text', query.search);
  }
  if (query.owner?.length) rows.whereIn('pipelines.owner', query.owner);
  if (query.system) rows.where('pipelines.system', query.system);
  if (query.type) rows.where('pipelines.type', query.type);
  if (query.tag) {
    rows.whereIn('pipelines.id', ids =>
      ids.select('pipeline_id').from('pipeline_tags').where('tag', query.tag!),
    );
  }
  if (query.dataSource) {
    rows.whereIn('pipelines.id', ids =>
      ids
        .select('pipeline_id')
        .from('pipeline_data_sources')
        .where('data_source', query.dataSource!),
    );
  }
  if (query.state) {
    const { name, id, state } = RUNS_TABLE;
    rows.whereExists(run =>
      run
        .select(id)
        .from(name)
        .whereRaw('?? = ??', [`${name}.${id}`, 'pipelines.last_run_id'])
        .where(`${name}.${state}`, query.state!),
    );
  }
}
