import { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import type { FieldPacket, Types } from 'mysql2';
import type { Connection } from 'mysql2/promise';
import { connectMysql } from '../../dataSources/connect/connectMysql';
import { loadMysql2 } from '../../dataSources/connect/drivers';
import { SqlBatch, SqlReader, SqlReaderConnection } from '../SqlReader';
import { SqlStatementError } from '../SqlStatementError';
import { fitNumber } from './fitNumber';
import { mysqlObjects } from './mysqlObjects';
import { untilAborted } from './untilAborted';
import { requireReading } from './requireReading';

const BATCH = 1_000;

/** As SQL writes them; the protocol tells text from bytes by the character set alone. */
const TYPE_NAMES: Record<string, string> = {
  TINY: 'TINYINT',
  SHORT: 'SMALLINT',
  LONG: 'INT',
  INT24: 'MEDIUMINT',
  LONGLONG: 'BIGINT',
  NEWDECIMAL: 'DECIMAL',
  VAR_STRING: 'VARCHAR',
  STRING: 'CHAR',
  BLOB: 'TEXT',
  NEWDATE: 'DATE',
};

/** @internal */
export const mysqlReader: SqlReader = {
  dialect: 'mysql',
  run,
  async objects(connection, path) {
    const { signal } = path;
    const client = await connectMysql({ ...connection, signal });
    try {
      return await mysqlObjects(client, path);
    } finally {
      client.destroy();
    }
  },
};

async function* run(
  connection: SqlReaderConnection,
  options: Parameters<SqlReader['run']>[1],
): AsyncGenerator<SqlBatch> {
  const { statement, readOnly, timeoutMs, signal } = options;
  if (readOnly) requireReading(statement, 'mysql');
  const client = await connectMysql({ ...connection, signal });
  let hasEnded = false;
  const kill = () => void killOn(connection, client);
  signal.addEventListener('abort', kill, { once: true });
  try {
    if (readOnly) await client.query('START TRANSACTION READ ONLY');
    const batches = readBatches(client, statement);
    // The driver leaves a query waiting whose connection was destroyed.
    yield* untilAborted(batches, signal);
    hasEnded = true;
    if (readOnly) await client.query('ROLLBACK');
  } catch (error) {
    if (error instanceof SqlStatementError) throw error;
    throw toStatementError(error, statement, timeoutMs);
  } finally {
    signal.removeEventListener('abort', kill);
    if (!hasEnded && !signal.aborted) await killOn(connection, client);
    client.destroy();
  }
}

async function* readBatches(
  client: Connection,
  statement: string,
): AsyncGenerator<SqlBatch> {
  const { connection } = client as unknown as {
    connection: import('mysql2').Connection;
  };
  const query = connection.query({
    sql: statement,
    rowsAsArray: true,
    // Each value as the server writes it.
    typeCast: field => toValue(field as unknown as CastField),
  });
  let columns: SqlColumn[] | undefined;
  let changed: number | undefined;
  query.on('fields', (fields: FieldPacket[] | undefined) => {
    columns = fields?.map(toColumn);
  });
  query.on('result', (result: unknown) => {
    if (!Array.isArray(result)) {
      changed = (result as { affectedRows?: number }).affectedRows ?? 0;
    }
  });
  let rows: unknown[][] = [];
  let isFirst = true;
  const stream = query.stream({ highWaterMark: BATCH });
  for await (const row of stream) {
    if (!Array.isArray(row)) continue;
    rows.push(row);
    if (rows.length < BATCH) continue;
    yield { ...(isFirst && { columns }), rows };
    isFirst = false;
    rows = [];
  }
  if (!columns) yield { rows: [], changed: changed ?? 0 };
  else if (isFirst || rows.length) yield { ...(isFirst && { columns }), rows };
}

interface CastField {
  type: string;
  length: number;
  string(): string | null;
  buffer(): Buffer | null;
}

function toValue(field: CastField): unknown {
  switch (field.type) {
    case 'TINY':
    case 'SHORT':
    case 'LONG':
    case 'INT24':
    case 'LONGLONG':
    case 'FLOAT':
    case 'DOUBLE':
    case 'DECIMAL':
    case 'NEWDECIMAL':
    case 'YEAR': {
      const text = field.string();
      return text === null ? null : fitNumber(text);
    }
    case 'BIT':
    case 'GEOMETRY':
      return toHex(field.buffer());
    default: {
      const bytes = field.buffer();
      return bytes === null ? null : toText(bytes);
    }
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Text where it is some, else hexadecimal: the protocol has one form for both. */
function toText(bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return `0x${bytes.toString('hex')}`;
  }
}

function toHex(bytes: Buffer | null): string | null {
  return bytes && `0x${bytes.toString('hex')}`;
}

function toColumn(field: FieldPacket): SqlColumn {
  const { Types: names } = loadMysql2() as unknown as { Types: Types };
  const code = field.columnType ?? field.type ?? -1;
  const name = (names as unknown as Record<number, string>)[code];
  const isNotNull = (Number(field.flags) & 1) === 1;
  return {
    name: field.name,
    type: TYPE_NAMES[name] ?? name ?? 'UNKNOWN',
    nullable: !isNotNull,
    ...((Number(field.flags) & 2) === 2 && { key: true }),
  };
}

function toStatementError(
  error: unknown,
  statement: string,
  timeoutMs: number,
): Error {
  const { message, errno } = error as { message: string; errno?: number };
  // 1317 and 3024: interrupted; 1969 in MariaDB.
  if (errno === 1317 || errno === 3024 || errno === 1969) {
    return new SqlStatementError(
      `The statement was stopped; it may take ${Math.round(
        timeoutMs / 1000,
      )} s`,
    );
  }
  if (errno === undefined) return error as Error;
  const line = Number(/ at line (\d+)$/.exec(message)?.[1]);
  return new SqlStatementError(
    message,
    line >= 1 && line <= statement.split('\n').length ? { line } : {},
  );
}

/** The server goes on when its client leaves; it stops for this. */
async function killOn(connection: SqlReaderConnection, running: Connection) {
  const signal = AbortSignal.timeout(5_000);
  try {
    const client = await connectMysql({ ...connection, signal });
    try {
      await client.query(`KILL QUERY ${Number(running.threadId)}`);
    } finally {
      client.destroy();
    }
  } catch {
    // It had ended, or the server ends it when it has rows for nobody.
  }
}
