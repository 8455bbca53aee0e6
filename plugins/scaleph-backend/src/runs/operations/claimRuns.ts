import { Knex } from 'knex';
import { toTimestamp } from '../../database/timestamps';
import { ClaimOptions } from '../RunStore';
import { databaseClock } from './databaseClock';
import { insertRunEvents } from './insertRunEvents';

/** Bounds one round; the next one takes the rest. */
const BATCH = 100;

interface Candidate {
  id: string;
  lease_owner: string | null;
}

/**
 * Takes leases on runs that nobody supervises. The candidates are read without
 * a lock; the conditional UPDATE decides, so that of two processes that want
 * the same run one gets it, on SQLite and on PostgreSQL alike. A run that some
 * other process let expire gets a `takeover` event.
 *
 * @internal
 */
export async function claimRuns(
  knex: Knex,
  options: ClaimOptions,
): Promise<string[]> {
  const started = await free(knex)
    .andWhere(begun => {
      begun
        .whereNot('state', 'CREATED')
        .orWhere('desired', 'stopped')
        // The run that it upgrades waits for it, without a job.
        .orWhereNotNull('upgrade_of');
    })
    .limit(BATCH);
  const waiting =
    options.capacity > 0
      ? await free(knex)
          .andWhere({ state: 'CREATED', desired: 'running', upgrade_of: null })
          .whereNotIn('engine', options.withoutEngines ?? [])
          .limit(Math.min(options.capacity, BATCH))
      : [];
  const claimed: string[] = [];
  for (const candidate of [...started, ...waiting]) {
    if (options.withoutRuns?.includes(candidate.id)) continue;
    if (await claim(knex, candidate, options)) claimed.push(candidate.id);
  }
  return claimed;
}

function free(knex: Knex) {
  const now = databaseClock(knex);
  return knex('runs')
    .select<Candidate[]>('id', 'lease_owner')
    .where('supervised', true)
    .andWhereRaw(`next_attempt_at <= ${now}`)
    .andWhere(lease => {
      lease.whereNull('lease_owner').orWhereRaw(`lease_until < ${now}`);
    })
    .orderBy('created_at');
}

async function claim(
  knex: Knex,
  candidate: Candidate,
  { instance, leaseMs }: ClaimOptions,
): Promise<boolean> {
  const now = databaseClock(knex);
  const previous = candidate.lease_owner;
  const isTakeover = previous !== null && previous !== instance;
  return knex.transaction(async tx => {
    const rows: { event_seq: number }[] = await tx('runs')
      .where({ id: candidate.id, supervised: true, lease_owner: previous })
      .andWhere(lease => {
        lease.whereNull('lease_owner').orWhereRaw(`lease_until < ${now}`);
      })
      .update({
        lease_owner: instance,
        lease_until: tx.raw(`${now} + ?`, [leaseMs]),
        ...(isTakeover && {
          revision: tx.raw('revision + 1'),
          event_seq: tx.raw('event_seq + 1'),
        }),
      })
      .returning('event_seq');
    if (rows.length === 0) return false;
    if (isTakeover) {
      await insertRunEvents(tx, candidate.id, rows[0].event_seq, [
        {
          at: toTimestamp(),
          type: 'takeover',
          message: `Taken over by ${instance}: ${previous} gave no sign of life`,
          actor: instance,
        },
      ]);
    }
    return true;
  });
}
