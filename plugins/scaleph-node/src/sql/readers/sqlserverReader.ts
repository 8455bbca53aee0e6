import { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import type { Connection, Request } from 'tedious';
import { connectSqlserver } from '../../dataSources/connect/connectSqlserver';
import { loadTedious } from '../../dataSources/connect/drivers';
import { sqlserverLevel } from '../../dataSources/browse/sqlserverLevel';
import { SqlBatch, SqlReader, SqlReaderConnection } from '../SqlReader';
import { SqlStatementError } from '../SqlStatementError';
import { requireSelect } from './requireSelect';
import {
  SqlserverColumn,
  sqlserverType,
  sqlserverValue,
} from './sqlserverValue';

const BATCH = 1_000;

/** @internal */
export const sqlserverReader: SqlReader = {
  dialect: 'sqlserver',
  run,
  async objects(connection, { database, table, signal }) {
    const path = [database, table].filter(it => it !== undefined);
    const found = await sqlserverLevel(connection, {
      path,
      limit: 100_000,
      signal,
    });
    return found.map(({ kind, ...object }) => ({
      ...object,
      kind: kind === 'schema' ? 'database' : kind,
    }));
  },
};

async function* run(
  connection: SqlReaderConnection,
  options: Parameters<SqlReader['run']>[1],
): AsyncGenerator<SqlBatch> {
  const { statement, readOnly, timeoutMs, signal } = options;
  if (readOnly) requireSelect(statement);
  const client = await connectSqlserver({
    ...connection,
    signal,
    requestTimeoutMs: timeoutMs,
  });
  try {
    if (readOnly) await drain(client, 'BEGIN TRANSACTION', signal);
    yield* sqlserverBatches(client, statement, signal);
    if (readOnly) await drain(client, 'IF @@TRANCOUNT > 0 ROLLBACK', signal);
  } finally {
    // Ends the session, and with it the transaction.
    client.close();
  }
}

async function drain(
  client: Connection,
  statement: string,
  signal: AbortSignal,
) {
  for await (const _ of sqlserverBatches(client, statement, signal));
}

/** What is between the driver's events and who reads. */
interface Pipe {
  columns?: SqlColumn[];
  rows: unknown[][];
  changed: number;
  end?: { error?: Error };
  wake: () => void;
}

/** The rows of one batch of statements, of its first result; the request waits while nobody reads. @internal */
export async function* sqlserverBatches(
  client: Connection,
  statement: string,
  signal: AbortSignal,
): AsyncGenerator<SqlBatch> {
  const pipe: Pipe = { rows: [], changed: 0, wake: () => {} };
  const request = start(client, statement, pipe);
  const cancel = () => {
    request.resume();
    client.cancel();
    // The driver waits for the server; who asked does not.
    pipe.end ??= { error: signal.reason };
    pipe.wake();
  };
  signal.addEventListener('abort', cancel, { once: true });
  let isFirst = true;
  try {
    for (;;) {
      signal.throwIfAborted();
      if (pipe.rows.length >= BATCH || (pipe.end && pipe.rows.length)) {
        const rows = pipe.rows.splice(0, BATCH);
        yield { ...(isFirst && { columns: pipe.columns }), rows };
        isFirst = false;
        request.resume();
      } else if (pipe.end) {
        if (pipe.end.error) throw pipe.end.error;
        break;
      } else {
        await new Promise<void>(resolve => {
          pipe.wake = resolve;
        });
      }
    }
    if (!pipe.columns) yield { rows: [], changed: pipe.changed };
    else if (isFirst) yield { columns: pipe.columns, rows: [] };
  } finally {
    signal.removeEventListener('abort', cancel);
    if (!pipe.end) client.cancel();
  }
}

function start(client: Connection, statement: string, pipe: Pipe): Request {
  const { Request: TdsRequest } = loadTedious();
  const request = new TdsRequest(statement, (error, count) => {
    pipe.changed = count ?? 0;
    pipe.end ??= {
      ...(error && { error: toStatementError(error, statement) }),
    };
    pipe.wake();
  });
  let results = 0;
  request.on('columnMetadata', columns => {
    results += 1;
    if (results === 1)
      pipe.columns = (columns as unknown as SqlserverColumn[]).map(toColumn);
  });
  request.on(
    'row',
    (cells: { value: unknown; metadata: SqlserverColumn }[]) => {
      if (results > 1) return;
      pipe.rows.push(
        cells.map(({ value, metadata }) =>
          sqlserverValue(value, metadata.type.name),
        ),
      );
      if (pipe.rows.length < BATCH) return;
      request.pause();
      pipe.wake();
    },
  );
  client.execSqlBatch(request);
  return request;
}

function toColumn(metadata: SqlserverColumn): SqlColumn {
  const { colName, flags } = metadata;
  return {
    name: colName,
    type: sqlserverType(metadata),
    nullable: (flags & 1) === 1,
  };
}

function toStatementError(error: Error, statement: string): Error {
  const { code, lineNumber } = error as {
    code?: string;
    lineNumber?: number;
  };
  if (code === 'ETIMEOUT') {
    return new SqlStatementError(
      'The statement was stopped: it took longer than it may',
    );
  }
  const lines = statement.split('\n').length;
  const isInText =
    lineNumber !== undefined && lineNumber >= 1 && lineNumber <= lines;
  return new SqlStatementError(
    error.message,
    isInText ? { line: lineNumber } : {},
  );
}
