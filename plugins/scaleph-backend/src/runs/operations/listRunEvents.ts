import { RunEvent } from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { RunEventRow, toRunEvent } from '../runRows';
import { afterSeq } from './afterSeq';

/** What happened to a run, oldest first. @internal */
export async function listRunEvents(
  knex: Knex,
  id: string,
  options: { after?: number; limit: number },
): Promise<RunEvent[]> {
  const rows = await afterSeq(knex('run_events'), id, options).select<
    RunEventRow[]
  >();
  return rows.map(toRunEvent);
}
