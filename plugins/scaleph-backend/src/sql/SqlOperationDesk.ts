import { ConflictError, toError } from '@backstage/errors';
import {
  SqlError,
  SqlExecution,
  SqlExplanation,
  SqlOperation,
  SqlPage,
  SqlStatementInput,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SqlSessionPage } from '@scaleph/backstage-plugin-scaleph-node';
import { toTimestamp } from '../database/timestamps';
import { Caller } from '../http/Caller';
import { TooManyRequestsError } from '../registrations/TooManyRequestsError';
import { newOperation } from './newOperation';
import { readToken, writeToken } from './rowToken';
import { SessionGate } from './SessionGate';
import { SessionSecrets } from './SessionSecrets';
import { SqlConfig } from './SqlConfig';
import { SqlPlaces } from './SqlPlaces';
import {
  listOf,
  SqlOperationRow,
  SqlSessionRow,
  textsOf,
  toSqlOperation,
} from './sqlRows';
import { SqlRunner } from './SqlRunner';
import { positionOf, SqlStatements } from './SqlStatements';
import { SqlStore } from './SqlStore';

const LISTED = 200;
/** A statement that was not sent by then was cut off by the end of a back end. */
const SENT_WITHIN_MS = 60_000;
/** A session that is read all the time is noted as used this often. */
const NOTE_USE_MS = 15_000;
const FIRST_ROWS = 5_000;

/** Runs statements and hands out their rows. @internal */
export class SqlOperationDesk {
  constructor(
    private readonly options: {
      store: SqlStore;
      gate: SessionGate;
      places: SqlPlaces;
      statements: SqlStatements;
      secrets: SessionSecrets;
      config: SqlConfig;
    },
  ) {}

  async list(sessionId: string, caller: Caller): Promise<SqlOperation[]> {
    const { gate, store } = this.options;
    const session = await gate.session(sessionId, caller);
    const rows = await store.listOperations(session.id, LISTED);
    return rows.map(toSqlOperation);
  }

  async execute(
    sessionId: string,
    input: SqlStatementInput,
    caller: Caller,
  ): Promise<SqlExecution> {
    const { gate, store } = this.options;
    const { session, runner } = await gate.openSession(sessionId, caller);
    const operation = newOperation(session, input.statement);
    await this.insert(operation);
    const text = await this.prepare(session, runner, operation, input, caller);
    if (text === undefined) return { operation: toSqlOperation(operation) };
    try {
      const handle = await gate.on(session, () =>
        runner.execute(session, operation, text),
      );
      operation.handle = JSON.stringify(handle);
    } catch (error) {
      const { message } = toError(error);
      await this.fail(operation, { message });
      throw error;
    }
    const last_used_at = toTimestamp();
    await Promise.all([
      store.patchOperation(operation.id, { handle: operation.handle }),
      store.patchSession(session.id, { last_used_at }),
    ]);
    session.last_used_at = last_used_at;
    const { waitMs = 0 } = input;
    if (!waitMs) return { operation: toSqlOperation(operation) };
    const page = await this.fetch(session, runner, operation, {
      waitMs,
      maxRows: FIRST_ROWS,
    });
    return { operation: toSqlOperation(operation), page };
  }

  async get(id: string, caller: Caller): Promise<SqlOperation> {
    const { operation } = await this.options.gate.operation(id, caller);
    await this.settle(operation);
    return toSqlOperation(operation);
  }

  async fetchRows(
    id: string,
    options: { token?: string; waitMs: number; maxRows: number },
    caller: Caller,
  ): Promise<SqlPage> {
    const { gate, places } = this.options;
    const { operation, session } = await gate.operation(id, caller);
    await this.settle(operation);
    const isKept = operation.kind === 'data-source';
    if (!session || (session.state === 'ended' && !isKept)) {
      return ended(operation);
    }
    if (operation.handle === null) return ended(operation);
    const [runner] = await Promise.all([
      places.runner(session),
      places.requireUse(session, caller),
    ]);
    return this.fetch(session, runner, operation, options);
  }

  async cancel(id: string, caller: Caller): Promise<SqlOperation> {
    const { gate, places, store } = this.options;
    const { operation, session } = await gate.operation(id, caller);
    const hasJob = operation.result_kind === 'none' && operation.job_id;
    const isOver = operation.state !== 'running' && !hasJob;
    if (isOver || session?.state !== 'open') return toSqlOperation(operation);
    const runner = await places.runner(session);
    await store.patchOperation(id, { cancel_asked: true });
    await gate.on(session, () => runner.cancel(session, operation));
    await this.note(operation, { state: 'canceled' });
    return toSqlOperation(operation);
  }

  async explain(
    sessionId: string,
    { statement, variables }: SqlStatementInput,
    caller: Caller,
  ): Promise<SqlExplanation> {
    const { gate, statements, store } = this.options;
    const { session, runner } = await gate.openSession(sessionId, caller);
    const prepared = await statements.prepare(
      statement,
      { ...textsOf(session.variables), ...variables },
      caller,
    );
    await this.remember(session, prepared.dataSources);
    const jobs = await store.jobsOf(session.actor);
    const [problem] = runner.check(session, prepared.text, jobs);
    if (problem) {
      const place = positionOf(prepared.text, problem);
      return { ok: false, error: { message: problem.message, ...place } };
    }
    const scrubber = await this.options.secrets.scrubberOf(session);
    const plan = await gate.on(session, () =>
      runner.explain(session, prepared.text),
    );
    return {
      ...plan,
      ...(plan.text !== undefined && { text: scrubber.text(plan.text) }),
      ...(plan.nodes && {
        nodes: plan.nodes.map(node => ({
          ...node,
          title: scrubber.text(node.title),
          ...(node.detail && { detail: scrubber.text(node.detail) }),
        })),
      }),
      ...(plan.error && { error: scrubber.error(plan.error) }),
    };
  }

  private async insert(operation: SqlOperationRow) {
    const { store, config } = this.options;
    await store.insertOperation(operation);
    const running = await store.runningOperations(operation.actor);
    if (running.length <= config.statementsPerUser) return;
    await store.deleteOperation(operation.id);
    throw new TooManyRequestsError(
      `${running.length - 1} statements of yours are running, and ${
        config.statementsPerUser
      } may: wait for one to end, or cancel one`,
    );
  }

  /** The text to send; undefined when the operation has failed already. */
  private async prepare(
    session: SqlSessionRow,
    runner: SqlRunner,
    operation: SqlOperationRow,
    input: SqlStatementInput,
    caller: Caller,
  ): Promise<string | undefined> {
    const { statements, store } = this.options;
    if (runner.dialect !== 'flink')
      return this.checked(session, runner, operation, input.statement, []);
    const variables = { ...textsOf(session.variables), ...input.variables };
    try {
      const prepared = await statements.prepare(
        input.statement,
        variables,
        caller,
      );
      await this.remember(session, prepared.dataSources);
      const isStop = /\bSTOP\b/i.test(prepared.text);
      const jobs = isStop ? await store.jobsOf(session.actor) : [];
      return await this.checked(
        session,
        runner,
        operation,
        prepared.text,
        jobs,
      );
    } catch (error) {
      const { name, message } = toError(error);
      await this.fail(operation, { message });
      if (name === 'InputError') return undefined;
      throw error;
    }
  }

  private async checked(
    session: SqlSessionRow,
    runner: SqlRunner,
    operation: SqlOperationRow,
    text: string,
    jobs: string[],
  ): Promise<string | undefined> {
    const [problem] = runner.check(session, text, jobs);
    if (!problem) return text;
    const scrubber = await this.options.secrets.scrubberOf(session);
    await this.fail(
      operation,
      scrubber.error({
        message: problem.message,
        ...positionOf(text, problem),
      }),
    );
    return undefined;
  }

  private async fetch(
    session: SqlSessionRow,
    runner: SqlRunner,
    operation: SqlOperationRow,
    options: { token?: string; waitMs: number; maxRows: number },
  ): Promise<SqlPage> {
    const { gate, secrets } = this.options;
    const { token, before } = readToken(options.token);
    const left = runner.limits.maxRows - before;
    const [found, scrubber] = await Promise.all([
      gate.on(session, () =>
        runner.fetch(session, operation, {
          ...options,
          token,
          maxRows: Math.max(1, Math.min(options.maxRows, left)),
        }),
      ),
      secrets.scrubberOf(session),
    ]);
    const page = scrubber.page(found);
    const rows = before + page.rows.length;
    const isCapped = !page.done && rows >= runner.limits.maxRows;
    if (isCapped && operation.state === 'running') {
      await gate.on(session, () => runner.cancel(session, operation));
    }
    await this.note(operation, {
      rows: Math.max(rows, operation.rows),
      ...(page.resultKind && { result_kind: page.resultKind }),
      ...(page.jobId && { job_id: page.jobId }),
      ...((isCapped || page.capped) && { capped: true }),
      ...(page.error && { error: JSON.stringify(page.error) }),
      state: isCapped ? 'finished' : page.state ?? operation.state,
    });
    await this.noteUse(session);
    return toPage(page, { rows, isCapped, state: operation.state });
  }

  /** Writes what has changed; an operation that has ended keeps its state. */
  private async note(
    operation: SqlOperationRow,
    change: Partial<SqlOperationRow>,
  ) {
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

  private async fail(operation: SqlOperationRow, error: SqlError) {
    const change = { state: 'failed' as const, error: JSON.stringify(error) };
    await this.note(operation, change);
  }

  /** A statement whose back end died before it was sent. */
  private async settle(operation: SqlOperationRow) {
    const age = Date.now() - Date.parse(operation.started_at);
    if (operation.state !== 'running' || operation.handle !== null) return;
    if (age < SENT_WITHIN_MS) return;
    await this.fail(operation, {
      message:
        'The back end ended while it sent the statement: whether it ran is not known',
    });
  }

  private async noteUse(session: SqlSessionRow) {
    const age = Date.now() - Date.parse(session.last_used_at);
    if (age < NOTE_USE_MS) return;
    session.last_used_at = toTimestamp();
    const { last_used_at } = session;
    await this.options.store.patchSession(session.id, { last_used_at });
  }

  private async remember(session: SqlSessionRow, dataSources: string[]) {
    if (dataSources.length === 0) return;
    const known = listOf(session.data_sources);
    const all = [...new Set([...known, ...dataSources])].sort();
    if (all.length === known.length) return;
    session.data_sources = JSON.stringify(all);
    const { data_sources } = session;
    await this.options.store.patchSession(session.id, { data_sources });
  }
}

/** Of an operation whose rows are gone with its session. */
function ended(operation: SqlOperationRow): SqlPage {
  const { error, state } = toSqlOperation(operation);
  if (state === 'running') return { rows: [], done: false, state };
  if (error) return { rows: [], done: true, state, error };
  throw new ConflictError(
    'The session of this operation has ended, and its rows are gone: run the statement again in a new session',
  );
}

function toPage(
  page: SqlSessionPage,
  {
    rows,
    isCapped,
    state,
  }: { rows: number; isCapped: boolean; state: SqlOperation['state'] },
): SqlPage {
  const { resultKind: _kind, jobId: _job, next, ...answer } = page;
  const done = page.done || isCapped;
  return {
    ...answer,
    done,
    state,
    ...(isCapped && { capped: true }),
    ...(!done && next !== undefined && { next: writeToken(next, rows) }),
  };
}
