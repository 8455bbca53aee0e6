import { LogLevel, RunLogLine } from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { RunLogRow, toRunLogLine } from '../runRows';
import { afterSeq } from './afterSeq';

const LEVELS: LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** Lines of a run's log, oldest first. @param options - `level`: this one and those above it @internal */
export async function listRunLogs(
  knex: Knex,
  id: string,
  options: { after?: number; node?: string; level?: LogLevel; limit: number },
): Promise<RunLogLine[]> {
  const query = afterSeq(knex('run_logs'), id, options);
  if (options.node) query.andWhere('node', options.node);
  if (options.level) {
    query.whereIn('level', LEVELS.slice(LEVELS.indexOf(options.level)));
  }
  const rows = await query.select<RunLogRow[]>();
  return rows.map(toRunLogLine);
}
