import { SqlError } from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { toTimestamp } from '../database/timestamps';
import { SqlOperationRow, SqlSessionRow } from './sqlRows';

/** Sessions and operations in the database; every back end sees the same. @internal */
export class SqlStore {
  constructor(private readonly knex: Knex) {}

  async insertSession(row: SqlSessionRow): Promise<void> {
    await this.sessions().insert(row);
  }

  async deleteSession(id: string): Promise<void> {
    await this.sessions().where({ id }).delete();
  }

  /** Undefined also when it is another user's. */
  async findSession(
    id: string,
    actor: string,
  ): Promise<SqlSessionRow | undefined> {
    return this.sessions().where({ id, actor }).first();
  }

  /** Newest first. */
  async listSessions(actor: string): Promise<SqlSessionRow[]> {
    return this.sessions()
      .where({ actor })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
  }

  async countOpenSessions(actor: string): Promise<number> {
    return count(this.sessions().where({ actor, state: 'open' }));
  }

  async openSessions(): Promise<SqlSessionRow[]> {
    return this.sessions().where({ state: 'open' }).orderBy('last_used_at');
  }

  async patchSession(id: string, patch: Partial<SqlSessionRow>): Promise<void> {
    await this.sessions().where({ id }).update(patch);
  }

  /** Ends it, and what runs in it; false when it has ended before. */
  async endSession(id: string, reason: string): Promise<boolean> {
    const now = toTimestamp();
    const ended = await this.sessions()
      .where({ id, state: 'open' })
      .update({ state: 'ended', reason, ended_at: now });
    await this.operations()
      .where({ session_id: id, state: 'running' })
      .update({
        state: 'canceled',
        ended_at: now,
        cancel_asked: true,
        error: JSON.stringify({ message: `The session has ended: ${reason}` }),
      });
    return ended > 0;
  }

  async insertOperation(row: SqlOperationRow): Promise<void> {
    await this.operations().insert(row);
  }

  async deleteOperation(id: string): Promise<void> {
    await this.operations().where({ id }).delete();
  }

  async findOperation(
    id: string,
    actor: string,
  ): Promise<SqlOperationRow | undefined> {
    return this.operations().where({ id, actor }).first();
  }

  /** Newest first. */
  async listOperations(
    sessionId: string,
    limit: number,
  ): Promise<SqlOperationRow[]> {
    return this.operations()
      .where({ session_id: sessionId })
      .orderBy([
        { column: 'started_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
  }

  async countRunning(actor: string): Promise<number> {
    return count(this.operations().where({ actor, state: 'running' }));
  }

  /** Only while it runs: what has ended stays as it is. */
  async patchRunning(
    id: string,
    patch: Partial<SqlOperationRow>,
  ): Promise<boolean> {
    const changed = await this.operations()
      .where({ id, state: 'running' })
      .update(patch);
    return changed > 0;
  }

  async patchOperation(
    id: string,
    patch: Partial<SqlOperationRow>,
  ): Promise<void> {
    await this.operations().where({ id }).update(patch);
  }

  /** Jobs that a user has started with INSERT. */
  async jobsOf(actor: string): Promise<string[]> {
    const rows = await this.operations()
      .where({ actor, result_kind: 'none' })
      .whereNotNull('job_id')
      .distinct('job_id');
    return rows.map(row => String(row.job_id));
  }

  /** Ends statements whose back end died: those that were not sent by then, and those of data sources that nobody runs any more. */
  async endLost(options: {
    sentBefore: string;
    seenBefore: string;
    error: SqlError;
  }): Promise<void> {
    const { sentBefore, seenBefore, error } = options;
    await this.operations()
      .where('state', 'running')
      .where(lost =>
        lost
          .where(unsent =>
            unsent.whereNull('handle').where('started_at', '<', sentBefore),
          )
          .orWhere('seen_at', '<', seenBefore),
      )
      .update({
        state: 'failed',
        error: JSON.stringify(error),
        ended_at: toTimestamp(),
      });
  }

  /** Deletes ended sessions and statements that nobody needs any more. */
  async cleanUp(options: {
    sessionsBefore: string;
    operationsBefore: string;
  }): Promise<void> {
    await this.sessions()
      .where('state', 'ended')
      .where('ended_at', '<', options.sessionsBefore)
      .delete();
    await this.operations()
      .whereNot('state', 'running')
      .where('ended_at', '<', options.operationsBefore)
      .delete();
    await this.operations()
      .where('in_history', false)
      .whereNot('state', 'running')
      .whereNotIn('session_id', ids => ids.select('id').from('sql_sessions'))
      .delete();
  }

  private sessions() {
    return this.knex<SqlSessionRow>('sql_sessions');
  }

  private operations() {
    return this.knex<SqlOperationRow>('sql_operations');
  }
}

async function count(query: Knex.QueryBuilder): Promise<number> {
  const [row] = (await query.count({ total: '*' })) as Array<{
    total: number | string;
  }>;
  return Number(row.total);
}
