import { RunOutput } from '@scaleph/backstage-plugin-scaleph-common';
import { Queries } from '../Queries';

/**
 * One sink of a run. Nothing that it writes is seen by others before `commit`, which is called when all sinks have written all
 * their rows; `rollBack` leaves the place as it was.
 * @internal
 */
export interface Sink {
  readonly node: string;
  /** Files that it may write, absolute; known before DuckDB is locked. */
  readonly files: string[];
  /** Writes all rows and answers how many. */
  write(queries: Queries): Promise<number>;
  commit(): Promise<RunOutput>;
  rollBack(): Promise<void>;
}
