import { ConflictError } from '@backstage/errors';
import {
  SqlOperation,
  SqlPage,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SqlSessionPage } from '@scaleph/backstage-plugin-scaleph-node';
import { OperationNotes } from './OperationNotes';
import { readToken, writeToken } from './rowToken';
import { SessionGate } from './SessionGate';
import { SessionSecrets } from './SessionSecrets';
import { SqlOperationRow, SqlSessionRow, toSqlOperation } from './sqlRows';
import { FetchOptions, SqlRunner } from './SqlRunner';

/** Hands out the rows of operations, without secrets and not more than may be. @internal */
export class OperationRows {
  constructor(
    private readonly options: {
      gate: SessionGate;
      secrets: SessionSecrets;
      notes: OperationNotes;
    },
  ) {}

  async fetch(
    session: SqlSessionRow,
    runner: SqlRunner,
    operation: SqlOperationRow,
    options: FetchOptions,
  ): Promise<SqlPage> {
    const { gate, secrets, notes } = this.options;
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
    await Promise.all([
      notes.note(operation, {
        rows: Math.max(rows, operation.rows),
        ...(page.resultKind && { result_kind: page.resultKind }),
        ...(page.jobId && { job_id: page.jobId }),
        ...((isCapped || page.capped) && { capped: true }),
        ...(page.error && { error: JSON.stringify(page.error) }),
        state: isCapped ? 'finished' : page.state ?? operation.state,
      }),
      notes.noteUse(session),
    ]);
    return toPage(page, { rows, isCapped, state: operation.state });
  }

  /** Of an operation whose rows are gone with its session. */
  ended(operation: SqlOperationRow): SqlPage {
    const { error, state } = toSqlOperation(operation);
    if (state === 'running') return { rows: [], done: false, state };
    if (error) return { rows: [], done: true, state, error };
    throw new ConflictError(
      'The session of this operation has ended, and its rows are gone: run the statement again in a new session',
    );
  }
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
