import { SqlPage } from '@scaleph/backstage-plugin-scaleph-common';
import { JsonObject } from '@backstage/types';
import { TargetConnection } from '../engine/TargetType';

/** What finds a session again from any back end; JSON. @public */
export type SqlSessionHandle = JsonObject;
/** What finds an operation again from any back end; JSON. @public */
export type SqlOperationHandle = JsonObject;

/** The session does not exist any more, e.g. because it was idle. @public */
export class SqlSessionGoneError extends Error {
  name = 'SqlSessionGoneError';
}

/** One page; `next` is the engine's own token. @public */
export type SqlSessionPage = SqlPage & {
  resultKind?: 'rows' | 'changelog' | 'none';
  jobId?: string;
};

/**
 * SQL sessions that live on a target. A wrong statement is no exception: it
 * is the `error` of its page. Methods throw SqlSessionGoneError for a session
 * that has ended, and another Error when the target does not answer.
 *
 * @public
 */
export interface SqlSessions {
  /** Whether this target has SQL at all. */
  available(target: TargetConnection): boolean;
  /** Milliseconds that the target keeps a session that nobody uses. */
  idleTimeoutMs(target: TargetConnection): number;
  open(
    target: TargetConnection,
    options: { name: string; settings: Record<string, string> },
  ): Promise<SqlSessionHandle>;
  keepAlive(target: TargetConnection, session: SqlSessionHandle): Promise<void>;
  /** Settings in force. */
  settings(
    target: TargetConnection,
    session: SqlSessionHandle,
  ): Promise<Record<string, string>>;
  /** Ends what runs in it. Harmless when it is gone. */
  close(target: TargetConnection, session: SqlSessionHandle): Promise<void>;
  execute(
    target: TargetConnection,
    session: SqlSessionHandle,
    options: { statement: string; settings?: Record<string, string> },
  ): Promise<SqlOperationHandle>;
  /** Waits up to `waitMs` for rows. Without a token the first page; the same token may be asked for again at once. */
  fetch(
    target: TargetConnection,
    session: SqlSessionHandle,
    operation: SqlOperationHandle,
    options: { token?: string; waitMs: number; maxRows: number },
  ): Promise<SqlSessionPage>;
  /** Ends an operation and the job behind it, whichever state it is in. */
  cancel(
    target: TargetConnection,
    session: SqlSessionHandle,
    operation: SqlOperationHandle,
  ): Promise<void>;
  complete(
    target: TargetConnection,
    session: SqlSessionHandle,
    options: { statement: string; position: number },
  ): Promise<string[]>;
}
