import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import { PermissionsService } from '@backstage/backend-plugin-api';
import { scalephSqlUsePermission } from '@scaleph/backstage-plugin-scaleph-common';
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
    const session = await this.session(id, caller);
    if (session.state === 'ended') throw endedError(session.reason);
    const [runner] = await Promise.all([
      this.options.places.runner(session),
      this.options.places.requireUse(session, caller),
    ]);
    return { session, runner };
  }

  /** The caller's operation with its session; the session is absent when it is forgotten. */
  async operation(
    id: string,
    caller: Caller,
  ): Promise<{ operation: SqlOperationRow; session?: SqlSessionRow }> {
    const actor = actorOf(caller.credentials);
    const [operation] = await Promise.all([
      this.options.store.findOperation(id, actor),
      this.requireSql(caller),
    ]);
    if (!operation) {
      throw new NotFoundError(`SQL operation "${id}" does not exist`);
    }
    const session = await this.options.store.findSession(
      operation.session_id,
      actor,
    );
    return { operation, session };
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
}

function endedError(reason: string | null): ConflictError {
  return new ConflictError(
    `The SQL session has ended (${
      reason ?? 'closed'
    }): open a new one and run the statements again that prepare it`,
  );
}

/** Writing needs what reading does not. @internal */
export function requireReadWrite(isAllowed: boolean, dataSource: string): void {
  if (isAllowed) return;
  throw new NotAllowedError(
    `You lack the permission scaleph.sql.write, without which data source "${dataSource}" is read only`,
  );
}
