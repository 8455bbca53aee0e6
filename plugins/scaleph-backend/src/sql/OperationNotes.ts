import { SqlError } from '@scaleph/backstage-plugin-scaleph-common';
import { toTimestamp } from '../database/timestamps';
import { TooManyRequestsError } from '../registrations/TooManyRequestsError';
import { SqlConfig } from './SqlConfig';
import { listOf, SqlOperationRow, SqlSessionRow } from './sqlRows';
import { SqlStore } from './SqlStore';

/** A statement that was not sent by then was cut off by the end of a back end. */
const SENT_WITHIN_MS = 60_000;
/** A session that is read all the time is noted as used this often. */
const NOTE_USE_MS = 15_000;

/** What is known of operations, in the database and in the row at hand. @internal */
export class OperationNotes {
  constructor(
    private readonly options: {
      store: SqlStore;
      config: Pick<SqlConfig, 'statementsPerUser'>;
    },
  ) {}

  /** The intent to run a statement. Throws TooManyRequestsError while too many of the user's run. */
  async begin(operation: SqlOperationRow): Promise<void> {
    const { store, config } = this.options;
    await store.insertOperation(operation);
    // After the insert, so that two at the same time count each other.
    const running = await store.countRunning(operation.actor);
    if (running <= config.statementsPerUser) return;
    await store.deleteOperation(operation.id);
    throw new TooManyRequestsError(
      `${running - 1} statements of yours are running, and ${
        config.statementsPerUser
      } may: wait for one to end, or cancel one`,
    );
  }

  /** Writes what has changed; an operation that has ended keeps its state. */
  async note(
    operation: SqlOperationRow,
    change: Partial<SqlOperationRow>,
  ): Promise<void> {
    const { state = operation.state, ...rest } = change;
    const hasEnded = operation.state === 'running' && state !== 'running';
    const patch: Partial<SqlOperationRow> = {
      ...rest,
      ...(hasEnded && { state, ended_at: toTimestamp() }),
      // Rows seen once are not changelog rows the next time.
      ...(operation.result_kind === 'changelog' && {
        result_kind: 'changelog' as const,
      }),
    };
    const isChange = Object.entries(patch).some(
      ([key, value]) => operation[key as keyof SqlOperationRow] !== value,
    );
    Object.assign(operation, patch);
    if (!isChange) return;
    const { store } = this.options;
    if (hasEnded) await store.patchRunning(operation.id, patch);
    else await store.patchOperation(operation.id, patch);
  }

  async fail(operation: SqlOperationRow, error: SqlError): Promise<void> {
    const change = { state: 'failed' as const, error: JSON.stringify(error) };
    await this.note(operation, change);
  }

  /** Ends a statement whose back end died before it was sent. */
  async settle(operation: SqlOperationRow): Promise<void> {
    const age = Date.now() - Date.parse(operation.started_at);
    if (operation.state !== 'running' || operation.handle !== null) return;
    if (age < SENT_WITHIN_MS) return;
    await this.fail(operation, {
      message:
        'The back end ended while it sent the statement: whether it ran is not known',
    });
  }

  async noteUse(session: SqlSessionRow): Promise<void> {
    const age = Date.now() - Date.parse(session.last_used_at);
    if (age < NOTE_USE_MS) return;
    session.last_used_at = toTimestamp();
    const { last_used_at } = session;
    await this.options.store.patchSession(session.id, { last_used_at });
  }

  /** Data sources that a session has used, whose secrets it may show from now on. */
  async noteDataSources(session: SqlSessionRow, names: string[]) {
    if (names.length === 0) return;
    const known = listOf(session.data_sources);
    const all = [...new Set([...known, ...names])].sort();
    if (all.length === known.length) return;
    session.data_sources = JSON.stringify(all);
    const { data_sources } = session;
    await this.options.store.patchSession(session.id, { data_sources });
  }
}
