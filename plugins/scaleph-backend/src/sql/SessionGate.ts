import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  scalephSqlUsePermission,
  scalephSqlWritePermission,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SqlSessionGoneError } from '@scaleph/backstage-plugin-scaleph-node';
import { actorOf, Caller } from '../http/Caller';
import { requireBasic } from '../permissions/OwnershipAuthorizer';
import { SqlPlaces } from './SqlPlaces';
import { SqlOperationRow, SqlSessionRow } from './sqlRows';
import { SqlRunner } from './SqlRunner';
import { SqlStore } from './SqlStore';

/** Errors that say themselves what the caller did wrong, or that are ours. */
const PASSED_ON = [
  'InputError',
  'NotFoundError',
  'NotAllowedError',
  'ConflictError',
  'TooManyRequestsError',
  'ServiceUnavailableError',
  'SqlRowsGoneError',
  'TypeError',
  'RangeError',
  'ReferenceError',
];

/**
 * Whose a session is, and whether it is still there: what every call of a
 * session passes first.
 *
 * @internal
 */
export class SessionGate {
  constructor(
    private readonly options: {
      store: SqlStore;
      places: SqlPlaces;
      permissions: PermissionsService;
    },
  ) {}

  async requireSql(caller: Caller): Promise<void> {
    const { permissions } = this.options;
    await requireBasic(permissions, scalephSqlUsePermission, caller);
  }

  /** The caller's session, ended or not. */
  async session(id: string, caller: Caller): Promise<SqlSessionRow> {
    const actor = actorOf(caller.credentials);
    const [row] = await Promise.all([
      this.options.store.findSession(id, actor),
      this.requireSql(caller),
    ]);
    if (row) return row;
    throw new NotFoundError(`SQL session "${id}" does not exist`);
  }

  /** The caller's session, that must be open, and what runs its statements. */
  async openSession(
    id: string,
    caller: Caller,
  ): Promise<{ session: SqlSessionRow; runner: SqlRunner }> {
    const { session, admission } = await this.enter(id, caller);
    return { session, runner: await admission };
  }

  /**
   * The caller's session; its `admission` rejects when it has ended or may not
   * be used. All permissions are asked for in one question, which takes longer
   * than anything else here.
   *
   * @param options.toRun - a statement: one that may write needs more
   */
  async enter(
    id: string,
    caller: Caller,
    options: { toRun?: boolean } = {},
  ): Promise<{ session: SqlSessionRow; admission: Promise<SqlRunner> }> {
    const actor = actorOf(caller.credentials);
    const session = await this.options.store.findSession(id, actor);
    const admission = session && this.admit(session, caller, options);
    // It may end before anybody waits for it.
    admission?.catch(() => {});
    await this.requireSql(caller);
    if (session && admission) return { session, admission };
    throw new NotFoundError(`SQL session "${id}" does not exist`);
  }

  /** The caller's operation with its session; the session is absent when it is forgotten. */
  async operation(
    id: string,
    caller: Caller,
  ): Promise<{ operation: SqlOperationRow; session?: SqlSessionRow }> {
    const [found] = await Promise.all([
      this.findOperation(id, caller),
      this.requireSql(caller),
    ]);
    return required(id, found);
  }

  /** The same; `reader`, which rejects when the caller may not use the place, is absent without a session. */
  async operationToRead(
    id: string,
    caller: Caller,
  ): Promise<{
    operation: SqlOperationRow;
    session?: SqlSessionRow;
    reader?: Promise<SqlRunner>;
  }> {
    const found = await this.findOperation(id, caller);
    const reader = found?.session && this.usable(found.session, caller);
    reader?.catch(() => {});
    await this.requireSql(caller);
    return { ...required(id, found), reader };
  }

  /** Runs `work` on the place; a session that is gone there ends here too. */
  async on<T>(session: SqlSessionRow, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { name, message } = toError(error);
      if (error instanceof SqlSessionGoneError) {
        await this.options.store.endSession(session.id, message);
        throw endedError(message);
      }
      if (name === 'SqlRowsGoneError') throw new ConflictError(message);
      if (PASSED_ON.includes(name)) throw error;
      throw new ServiceUnavailableError(message);
    }
  }

  private async findOperation(id: string, caller: Caller) {
    const { store } = this.options;
    const actor = actorOf(caller.credentials);
    const operation = await store.findOperation(id, actor);
    if (!operation) return undefined;
    const session = await store.findSession(operation.session_id, actor);
    return { operation, session };
  }

  private async admit(
    session: SqlSessionRow,
    caller: Caller,
    { toRun = false }: { toRun?: boolean },
  ): Promise<SqlRunner> {
    if (session.state === 'ended') throw endedError(session.reason);
    const { permissions } = this.options;
    const [runner] = await Promise.all([
      this.usable(session, caller),
      // A session lives for long: who may write no more does not, in it either.
      toRun && session.may_write
        ? requireBasic(permissions, scalephSqlWritePermission, caller)
        : undefined,
    ]);
    return runner;
  }

  private async usable(
    session: SqlSessionRow,
    caller: Caller,
  ): Promise<SqlRunner> {
    const { places } = this.options;
    const [runner] = await Promise.all([
      places.runner(session),
      places.requireUse(session, caller),
    ]);
    return runner;
  }
}

function required<T>(id: string, operation: T | undefined): T {
  if (operation) return operation;
  throw new NotFoundError(`SQL operation "${id}" does not exist`);
}

function endedError(reason: string | null): ConflictError {
  return new ConflictError(
    `The SQL session has ended (${
      reason ?? 'closed'
    }): open a new one and run the statements again that prepare it`,
  );
}
