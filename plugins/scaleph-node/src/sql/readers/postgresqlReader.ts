import {
  SqlColumn,
  statementKind,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { Client, FieldDef, QueryArrayResult } from 'pg';
import { connectPostgresql } from '../../dataSources/connect/connectPostgresql';
import { SqlBatch, SqlReader, SqlReaderConnection } from '../SqlReader';
import { SqlStatementError } from '../SqlStatementError';
import { fitNumber } from './fitNumber';
import { postgresqlObjects } from './postgresqlObjects';
import { requireReading } from './requireReading';
import { statementLine } from './statementLine';

const BATCH = 1_000;
const DECLARE = 'DECLARE scaleph_rows NO SCROLL CURSOR FOR ';
/** By oid, as text comes from the server (https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat). */
const BOOLEAN = 16;
const NUMBERS = new Set([20, 21, 23, 26, 700, 701, 1700]);

/** @internal */
export const postgresqlReader: SqlReader = {
  dialect: 'postgresql',
  run,
  objects: (connection, path) =>
    withClient(connection, path.signal, client =>
      postgresqlObjects(client, path),
    ),
};

async function* run(
  connection: SqlReaderConnection,
  options: Parameters<SqlReader['run']>[1],
): AsyncGenerator<SqlBatch> {
  const { statement, readOnly, timeoutMs, signal } = options;
  if (readOnly) requireReading(statement, 'postgresql');
  const client = await connectPostgresql({ ...connection, signal });
  const cancel = () => void cancelOn(connection, client);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const isQuery = statementKind(statement, 'postgresql') === 'select';
    await client.query(`SET statement_timeout = ${Math.ceil(timeoutMs)}`);
    if (readOnly || isQuery) {
      await client.query(readOnly ? 'BEGIN READ ONLY' : 'BEGIN');
    }
    if (isQuery) yield* readCursor(client, statement);
    else yield* runOne(client, statement);
    if (readOnly) await client.query('ROLLBACK');
    else if (isQuery) await client.query('COMMIT');
  } finally {
    signal.removeEventListener('abort', cancel);
    // Ends what still runs: the reader may have had enough.
    await client.end().catch(() => {});
  }
}

async function* readCursor(
  client: Client,
  statement: string,
): AsyncGenerator<SqlBatch> {
  await send(client, `${DECLARE}${statement}`, statement, DECLARE.length);
  let columns: SqlColumn[] | undefined;
  for (;;) {
    const fetch = `FETCH ${BATCH} FROM scaleph_rows`;
    const result = await send(client, fetch, statement);
    if (!columns) {
      columns = await toColumns(client, result.fields);
      yield { columns, rows: toRows(result) };
    } else if (result.rows.length) {
      yield { rows: toRows(result) };
    }
    if (result.rows.length < BATCH) return;
  }
}

async function* runOne(
  client: Client,
  statement: string,
): AsyncGenerator<SqlBatch> {
  const result = await send(client, statement, statement);
  if (result.fields.length === 0) {
    yield { rows: [], changed: result.rowCount ?? 0 };
    return;
  }
  const columns = await toColumns(client, result.fields);
  yield { columns, rows: toRows(result) };
}

/** One statement, which the extended protocol holds; values as the server writes them. */
async function send(
  client: Client,
  text: string,
  statement: string,
  offset = 0,
): Promise<QueryArrayResult<Array<string | null>>> {
  try {
    return await client.query<Array<string | null>>({
      text,
      rowMode: 'array',
      queryMode: 'extended',
      types: { getTypeParser: () => (value: string) => value },
    } as never);
  } catch (error) {
    const { message, position, hint } = error as {
      message: string;
      position?: string;
      hint?: string;
    };
    throw new SqlStatementError(
      hint ? `${message}. ${hint}` : message,
      position ? statementLine(statement, Number(position) - 1 - offset) : {},
    );
  }
}

function toRows({
  fields,
  rows,
}: QueryArrayResult<Array<string | null>>): unknown[][] {
  return rows.map(row =>
    row.map((value, at) => {
      if (value === null) return null;
      const type = fields[at].dataTypeID;
      if (type === BOOLEAN) return value === 't';
      return NUMBERS.has(type) ? fitNumber(value) : value;
    }),
  );
}

async function toColumns(
  client: Client,
  fields: FieldDef[],
): Promise<SqlColumn[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT pg_catalog.format_type(oid, mod) AS name FROM unnest($1::oid[], $2::int[]) WITH ORDINALITY AS f(oid, mod, at) ORDER BY at',
    [
      fields.map(({ dataTypeID }) => dataTypeID),
      fields.map(({ dataTypeModifier }) => dataTypeModifier),
    ],
  );
  return fields.map(({ name }, at) => ({ name, type: rows[at].name }));
}

/** The server goes on with what it does when its client leaves; it stops for this. */
async function cancelOn(connection: SqlReaderConnection, running: Client) {
  const { processID } = running as unknown as { processID?: number };
  if (!processID) return;
  const signal = AbortSignal.timeout(5_000);
  try {
    await withClient(connection, signal, client =>
      client.query('SELECT pg_catalog.pg_cancel_backend($1)', [processID]),
    );
  } catch {
    // statement_timeout ends it there.
  }
}

async function withClient<T>(
  connection: SqlReaderConnection,
  signal: AbortSignal,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await connectPostgresql({ ...connection, signal });
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
