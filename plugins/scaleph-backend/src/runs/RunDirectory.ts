import { RunSummary } from '@scaleph/backstage-plugin-scaleph-common';
import { Queryable } from '../database/Transaction';

/**
 * What the pipelines room asks of the runs; no permissions.
 *
 * @internal
 */
export interface RunDirectory {
  /** Whether a run of the pipeline has not ended; inside the transaction that would delete the pipeline. */
  hasActive(pipeline: string, db: Queryable): Promise<boolean>;
  /** By id; ids that retention has removed are missing. One indexed query. */
  summaries(ids: string[]): Promise<Map<string, RunSummary>>;
}

/** For the filter by state of the newest run, the pipelines join this table and these columns. @internal */
export const RUNS_TABLE = { name: 'runs', id: 'id', state: 'state' } as const;
