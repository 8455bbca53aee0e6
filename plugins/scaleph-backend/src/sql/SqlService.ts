import {
  SqlEnvironment,
  SqlEnvironmentInput,
  SqlExecution,
  SqlExplanation,
  SqlHistoryPage,
  SqlObject,
  SqlOperation,
  SqlPage,
  SqlPlace,
  SqlQuery,
  SqlQueryInput,
  SqlSession,
  SqlSessionInput,
  SqlStatementInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SqlObjectPath } from '@scaleph/backstage-plugin-scaleph-node';
import { Caller } from '../http/Caller';
import { IfMatch } from '../http/etag';

/**
 * SQL sessions and what runs in them. A session is its user's alone: for
 * everybody else, administrators too, it does not exist. Any back end serves
 * it.
 *
 * Every method throws NotAllowedError without `scaleph.sql.use` and
 * NotFoundError for what is not the caller's. Those that need the place throw
 * ConflictError when the session has ended there, naming the way out, and
 * ServiceUnavailableError when the place does not answer.
 *
 * @internal
 */
export interface SqlService {
  listPlaces(caller: Caller): Promise<SqlPlace[]>;
  /** Newest first, those that ended lately included. */
  listSessions(caller: Caller): Promise<SqlSession[]>;
  /** Throws InputError naming the statement of the environment that failed; nothing stays open then. */
  openSession(input: SqlSessionInput, caller: Caller): Promise<SqlSession>;
  getSession(id: string, caller: Caller): Promise<SqlSession>;
  closeSession(id: string, caller: Caller): Promise<void>;
  addJar(id: string, artifact: string, caller: Caller): Promise<SqlSession>;
  complete(
    id: string,
    input: { statement: string; position: number },
    caller: Caller,
  ): Promise<string[]>;
  explain(
    id: string,
    input: SqlStatementInput,
    caller: Caller,
  ): Promise<SqlExplanation>;
  listObjects(
    id: string,
    path: SqlObjectPath,
    caller: Caller,
  ): Promise<SqlObject[]>;
  listOperations(session: string, caller: Caller): Promise<SqlOperation[]>;
  /**
   * A statement that is wrong or not allowed is an operation that has failed.
   * Throws TooManyRequestsError (429) while too many of the caller's run.
   */
  execute(
    session: string,
    input: SqlStatementInput,
    caller: Caller,
  ): Promise<SqlExecution>;
  getOperation(id: string, caller: Caller): Promise<SqlOperation>;
  fetchRows(
    id: string,
    options: { token?: string; waitMs: number; maxRows: number },
    caller: Caller,
  ): Promise<SqlPage>;
  cancel(id: string, caller: Caller): Promise<SqlOperation>;
}

/** What users keep: history, queries, environments. @internal */
export interface SqlLibrary {
  listHistory(
    query: { search?: string; place?: string; limit: number; cursor?: string },
    caller: Caller,
  ): Promise<SqlHistoryPage>;
  clearHistory(caller: Caller): Promise<void>;
  /** Own ones, and those that others share. */
  listQueries(search: string | undefined, caller: Caller): Promise<SqlQuery[]>;
  getQuery(id: string, caller: Caller): Promise<SqlQuery>;
  /** Idempotent by the caller's key. */
  createQuery(input: SqlQueryInput, caller: Caller): Promise<SqlQuery>;
  /** Only its author; others get NotAllowedError for a shared one. */
  updateQuery(
    id: string,
    input: SqlQueryInput,
    ifMatch: IfMatch,
    caller: Caller,
  ): Promise<SqlQuery>;
  deleteQuery(id: string, caller: Caller): Promise<void>;
  listEnvironments(caller: Caller): Promise<SqlEnvironment[]>;
  /** Makes it, or replaces it at the ETag. Throws PreconditionRequiredError (428) for one that exists without If-Match. */
  putEnvironment(
    name: string,
    input: SqlEnvironmentInput,
    ifMatch: IfMatch | undefined,
    caller: Caller,
  ): Promise<SqlEnvironment>;
  deleteEnvironment(name: string, caller: Caller): Promise<void>;
}
