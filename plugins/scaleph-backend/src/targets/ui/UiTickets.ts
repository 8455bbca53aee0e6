import { createHash, randomBytes } from 'node:crypto';
import { Knex } from 'knex';
import { Queryable } from '../../database/Transaction';
import { toTimestamp } from '../../database/timestamps';
import { UiTicket } from '../TargetService';

const TABLE = 'target_ui_tickets';
/** A ticket that nobody uses is over after this; open pages of Flink ask every few seconds. */
const IDLE_MS = 15 * 60_000;
/** However much it is used: permissions are asked again then. */
const LONGEST_MS = 8 * 60 * 60_000;
/** A use moves the end on only when that is so much later: not a write for each request. */
const STEP_MS = 60_000;

interface TicketRow {
  digest: string;
  target_id: string;
  created_by: string;
  created_at: string;
  expires_at: string;
  last_expires_at: string;
}

/**
 * Links to clusters' own user interfaces. A page that a browser opens carries
 * no token of Backstage, so the link itself is the credential: 256 random bits,
 * of which a digest is stored. It leads to one target, and ends 15 minutes
 * after its last use and 8 hours after it was made at the latest.
 *
 * @internal
 */
export class UiTickets {
  constructor(
    private readonly knex: Knex,
    private readonly now: () => number = Date.now,
  ) {}

  async create(targetId: string, actor: string): Promise<UiTicket> {
    const now = this.now();
    await tickets(this.knex)
      .where('expires_at', '<=', toTimestamp(now))
      .delete();
    const ticket = randomBytes(32).toString('base64url');
    const expiresAt = toTimestamp(now + IDLE_MS);
    await tickets(this.knex).insert({
      digest: digestOf(ticket),
      target_id: targetId,
      created_by: actor,
      created_at: toTimestamp(now),
      expires_at: expiresAt,
      last_expires_at: toTimestamp(now + LONGEST_MS),
    });
    return { path: `/ui/${ticket}/`, expiresAt };
  }

  /** The target that a ticket leads to; undefined when there is no such ticket or it is over. */
  async use(ticket: string): Promise<string | undefined> {
    const now = this.now();
    const row = await tickets(this.knex)
      .where('digest', digestOf(ticket))
      .where('expires_at', '>', toTimestamp(now))
      .first();
    if (!row) return undefined;
    const end = Math.min(now + IDLE_MS, Date.parse(row.last_expires_at));
    if (end - Date.parse(row.expires_at) >= STEP_MS) {
      await tickets(this.knex)
        .where('digest', row.digest)
        .update({ expires_at: toTimestamp(end) });
    }
    return row.target_id;
  }

  /** Inside the transaction that deletes the target. */
  async deleteOf(targetId: string, db: Queryable): Promise<void> {
    await tickets(db).where('target_id', targetId).delete();
  }
}

function tickets(db: Queryable) {
  return db<TicketRow>(TABLE);
}

function digestOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex');
}
