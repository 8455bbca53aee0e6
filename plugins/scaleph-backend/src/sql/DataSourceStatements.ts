import { toError } from '@backstage/errors';
import { SqlError } from '@scaleph/backstage-plugin-scaleph-common';
import {
  SqlReader,
  SqlReaderConnection,
  SqlStatementError,
} from '@scaleph/backstage-plugin-scaleph-node';
import { ResultPages } from './ResultPages';
import { SecretScrubber } from './SecretScrubber';
import { SqlConfig } from './SqlConfig';
import { SqlOperationRow, SqlSessionRow } from './sqlRows';

const BEAT_MS = 1_000;

/** Why a statement was stopped before its end. */
class Stop extends Error {}

/** Runs statements on data sources in the background, each on a connection of its own. @internal */
export class DataSourceStatements {
  private readonly running = new Map<string, AbortController>();

  constructor(
    private readonly options: {
      pages: ResultPages;
      limits: SqlConfig['dataSources'];
    },
  ) {}

  /** Returns at once. */
  start(request: {
    session: SqlSessionRow;
    operation: SqlOperationRow;
    statement: string;
    reader: SqlReader;
    connection: SqlReaderConnection;
  }): void {
    const controller = new AbortController();
    this.running.set(request.operation.id, controller);
    const done = () => this.running.delete(request.operation.id);
    // It writes its outcome; that the database is gone is seen by everyone.
    this.run(request, controller).then(done, done);
  }

  /** Stops it when it runs here; another back end sees the request in the database. */
  stop(operationId: string): void {
    this.running.get(operationId)?.abort(new Stop('canceled'));
  }

  stopAll(): void {
    for (const controller of this.running.values()) {
      controller.abort(new Stop('The back end was stopped'));
    }
  }

  private async run(
    request: Parameters<DataSourceStatements['start']>[0],
    controller: AbortController,
  ): Promise<void> {
    const { pages, limits } = this.options;
    const { id } = request.operation;
    const { signal } = controller;
    const timeout = setTimeout(
      () =>
        controller.abort(
          new SqlStatementError(
            `The statement was stopped: it may take ${Math.round(
              limits.timeoutMs / 1000,
            )} s (scaleph.sql.dataSources.timeout)`,
          ),
        ),
      limits.timeoutMs,
    );
    const beat = setInterval(() => {
      pages.beat(id).then(
        isOver => isOver && controller.abort(new Stop('canceled')),
        // The next beat tries again; without any, readers take it for lost.
        () => {},
      );
    }, BEAT_MS);
    try {
      const capped = await this.copy(request, signal);
      await pages.end(id, { state: 'finished', ...(capped && { capped }) });
    } catch (error) {
      await pages.end(id, outcomeOf(error, signal, request));
    } finally {
      clearTimeout(timeout);
      clearInterval(beat);
    }
  }

  /** Whether a limit of rows or bytes ended it. */
  private async copy(
    request: Parameters<DataSourceStatements['start']>[0],
    signal: AbortSignal,
  ): Promise<boolean> {
    const { pages, limits } = this.options;
    const { operation, session, statement, reader, connection } = request;
    const scrubber = new SecretScrubber(Object.values(connection.secrets));
    let page = 0;
    let count = 0;
    let bytes = 0;
    for await (const batch of reader.run(connection, {
      statement,
      readOnly: !session.may_write,
      timeoutMs: limits.timeoutMs,
      signal,
    })) {
      if (page === 0 && count === 0) {
        await pages.begin(operation.id, batch.columns);
      }
      const rows = scrubber
        .page({ rows: batch.rows, done: false })
        .rows.slice(0, limits.maxRows - count);
      bytes += JSON.stringify(rows).length;
      if (bytes > limits.maxBytes) return true;
      if (rows.length) {
        await pages.add(operation.id, { number: page, firstRow: count, rows });
        page += 1;
        count += rows.length;
      }
      if (rows.length < batch.rows.length) return true;
    }
    return false;
  }
}

function outcomeOf(
  error: unknown,
  signal: AbortSignal,
  {
    statement,
    connection,
  }: { statement: string; connection: SqlReaderConnection },
): Partial<SqlOperationRow> {
  const cause = signal.aborted ? signal.reason : error;
  if (cause instanceof Stop && cause.message === 'canceled') {
    return { state: 'canceled' };
  }
  const { message } = toError(cause);
  const { line, column } = cause as SqlStatementError;
  const scrubber = new SecretScrubber(Object.values(connection.secrets));
  const isInText = line !== undefined && line <= statement.split('\n').length;
  const described: SqlError = {
    message: scrubber.text(message),
    ...(isInText && { line, ...(column && { column }) }),
  };
  return { state: 'failed', error: JSON.stringify(described) };
}
