import { Knex } from 'knex';

/** Of the column; PostgreSQL refuses to compare with more. */
const MAX_SEQ = 2 ** 31 - 1;

/** The rows of a run that come after one that a reader has, in their order. @internal */
export function afterSeq(
  rows: Knex.QueryBuilder,
  runId: string,
  { after = 0, limit }: { after?: number; limit: number },
): Knex.QueryBuilder {
  return rows
    .where('run_id', runId)
    .andWhere('seq', '>', Math.min(after, MAX_SEQ))
    .orderBy('seq')
    .limit(limit);
}
