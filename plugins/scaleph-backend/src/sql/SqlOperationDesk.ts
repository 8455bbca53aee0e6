import { toError } from '@backstage/errors';
import {
  SqlExecution,
  SqlOperation,
  SqlPage,
  SqlStatementInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { Caller } from '../http/Caller';
import { newOperation } from './newOperation';
import { OperationNotes } from './OperationNotes';
import { OperationRows } from './OperationRows';
import { SessionGate } from './SessionGate';
import { SqlPlaces } from './SqlPlaces';
import { SqlOperationRow, SqlSessionRow, toSqlOperation } from './sqlRows';
import { FetchOptions, SqlRunner } from './SqlRunner';
import { SqlStore } from './SqlStore';
import { StatementGate } from './StatementGate';

const LISTED = 200;
const FIRST_ROWS = 5_000;

/** Runs statements and hands out their rows. @internal */
export class SqlOperationDesk {
  constructor(
    private readonly options: {
      store: SqlStore;
      gate: SessionGate;
      places: SqlPlaces;
      statementGate: StatementGate;
      notes: OperationNotes;
      rows: OperationRows;
    },
  ) {}

  async list(sessionId: string, caller: Caller): Promise<SqlOperation[]> {
    const { gate, store } = this.options;
    const session = await gate.session(sessionId, caller);
    const rows = await store.listOperations(session.id, LISTED);
    return rows.map(toSqlOperation);
  }

  /** In a session that the caller may run statements in. */
  async execute(
    session: SqlSessionRow,
    runner: SqlRunner,
    input: SqlStatementInput,
    caller: Caller,
  ): Promise<SqlExecution> {
    const { store, notes, rows } = this.options;
    const operation = newOperation(session, input.statement);
    await notes.begin(operation);
    const text = await this.pass(session, runner, operation, input, caller);
    if (text === undefined) return { operation: toSqlOperation(operation) };
    await this.send(session, runner, operation, text);
    const { waitMs = 0 } = input;
    // The first rows are on their way while the handle is written; they are given out when it is.
    const [page] = await Promise.all([
      waitMs
        ? rows.fetch(session, runner, operation, {
            waitMs,
            maxRows: FIRST_ROWS,
          })
        : undefined,
      store.patchOperation(operation.id, { handle: operation.handle }),
      notes.noteUse(session),
    ]);
    return { operation: toSqlOperation(operation), ...(page && { page }) };
  }

  async get(id: string, caller: Caller): Promise<SqlOperation> {
    const { gate, notes } = this.options;
    const { operation } = await gate.operation(id, caller);
    await notes.settle(operation);
    return toSqlOperation(operation);
  }

  async fetchRows(
    id: string,
    options: FetchOptions,
    caller: Caller,
  ): Promise<SqlPage> {
    const { gate, notes, rows } = this.options;
    const found = await gate.operationToRead(id, caller);
    const { operation, session, reader } = found;
    await notes.settle(operation);
    const isKept = operation.kind === 'data-source';
    const isGone = !session || (session.state === 'ended' && !isKept);
    if (isGone || !reader || operation.handle === null) {
      return rows.ended(operation);
    }
    return rows.fetch(session, await reader, operation, options);
  }

  async cancel(id: string, caller: Caller): Promise<SqlOperation> {
    const { gate, places, store, notes } = this.options;
    const { operation, session } = await gate.operation(id, caller);
    const hasJob = operation.result_kind === 'none' && operation.job_id;
    const isOver = operation.state !== 'running' && !hasJob;
    if (isOver || session?.state !== 'open') return toSqlOperation(operation);
    const runner = await places.runner(session);
    await store.patchOperation(id, { cancel_asked: true });
    await gate.on(session, () => runner.cancel(session, operation));
    await notes.note(operation, { state: 'canceled' });
    return toSqlOperation(operation);
  }

  /** The text to send; undefined when the operation has failed already. */
  private async pass(
    session: SqlSessionRow,
    runner: SqlRunner,
    operation: SqlOperationRow,
    input: SqlStatementInput,
    caller: Caller,
  ): Promise<string | undefined> {
    const { statementGate, notes } = this.options;
    try {
      const passed = await statementGate.pass(session, runner, input, caller);
      if ('text' in passed) return passed.text;
      await notes.fail(operation, passed.refused);
      return undefined;
    } catch (error) {
      const { name, message } = toError(error);
      await notes.fail(operation, { message });
      if (name === 'InputError') return undefined;
      throw error;
    }
  }

  private async send(
    session: SqlSessionRow,
    runner: SqlRunner,
    operation: SqlOperationRow,
    text: string,
  ): Promise<void> {
    const { gate, notes } = this.options;
    try {
      const handle = await gate.on(session, () =>
        runner.execute(session, operation, text),
      );
      operation.handle = JSON.stringify(handle);
    } catch (error) {
      const { message } = toError(error);
      await notes.fail(operation, { message });
      throw error;
    }
  }
}
