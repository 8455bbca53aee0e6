import {
  SqlExplanation,
  SqlObject,
  SqlPage,
} from '@scaleph/backstage-plugin-scaleph-common';
import { JsonObject } from '@backstage/types';
import { ArtifactContent } from '../artifacts/ArtifactReader';
import { TargetConnection } from '../engine/TargetType';

/** What finds a session again from any back end; JSON. @public */
export type SqlSessionHandle = JsonObject;
/** What finds an operation again from any back end; JSON. @public */
export type SqlOperationHandle = JsonObject;

/** The session does not exist any more, e.g. because it was idle. @public */
export class SqlSessionGoneError extends Error {
  name = 'SqlSessionGoneError';
}

/** The rows that a token names were given out before and are not kept any more. @public */
export class SqlRowsGoneError extends Error {
  name = 'SqlRowsGoneError';
}

/** Which level of the metadata tree. @public */
export interface SqlObjectPath {
  catalog?: string;
  database?: string;
  table?: string;
  /** The functions instead of the tree. */
  functions?: boolean;
}

/**
 * One page; `next` is the engine's own token. `state` is the statement's: a
 * statement that has finished may have rows that are not fetched yet.
 *
 * @public
 */
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
  /**
   * What this target's policy has against a statement as it will be run, after
   * placeholders; nothing when it may run. Offsets in `statement`. Pure.
   */
  check(
    target: TargetConnection,
    statement: string,
    options: { ownJobs: readonly string[] },
  ): { message: string; start: number; end: number }[];
  /** The same for settings of a session; messages. Pure. */
  checkSettings(
    target: TargetConnection,
    settings: Record<string, string>,
  ): string[];
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
  /** Ends an operation and the job behind it, whichever state it is in. Harmless when it is gone. */
  cancel(
    target: TargetConnection,
    session: SqlSessionHandle,
    operation: SqlOperationHandle,
    options: { jobId?: string },
  ): Promise<void>;
  complete(
    target: TargetConnection,
    session: SqlSessionHandle,
    options: { statement: string; position: number },
  ): Promise<string[]>;
  /** The planner's word on a statement; a wrong one is the `error` of the answer. Runs nothing. */
  explain(
    target: TargetConnection,
    session: SqlSessionHandle,
    statement: string,
  ): Promise<SqlExplanation>;
  /** One level of what the session knows. Throws InputError for a path that does not exist. */
  objects(
    target: TargetConnection,
    session: SqlSessionHandle,
    path: SqlObjectPath,
  ): Promise<SqlObject[]>;
  /** Makes the classes of a jar known to the session. Throws InputError where the target does not allow it. */
  addJar(
    target: TargetConnection,
    session: SqlSessionHandle,
    jar: ArtifactContent,
  ): Promise<void>;
}
