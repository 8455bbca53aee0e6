import { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import { randomUUID } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import {
  clickhouseMessage,
  clickhouseRequest,
  refusesSettings,
} from '../../dataSources/connect/clickhouseRequest';
import { readBody } from '../../dataSources/connect/checkedRequest';
import { clickhouseLevel } from '../../dataSources/browse/clickhouseLevel';
import { SqlBatch, SqlReader, SqlReaderConnection } from '../SqlReader';
import { SqlStatementError } from '../SqlStatementError';
import { fitNumber } from './fitNumber';
import { fromTabSeparated } from './fromTabSeparated';
import { requireReading } from './requireReading';

const BATCH = 1_000;
const NUMBER = /^(?:U?Int|Float|Decimal)/;
const EXCEPTION = /^(?:__exception__|Code: \d+[.,].*DB::Exception: )/;

/** @internal */
export const clickhouseReader: SqlReader = {
  dialect: 'clickhouse',
  run,
  async objects(connection, { database, table, signal }) {
    const path = [database, table].filter(it => it !== undefined);
    const level = await clickhouseLevel(connection, {
      path,
      limit: 100_000,
      signal,
    });
    return level.map(({ kind, ...object }) => ({
      ...object,
      kind: kind === 'schema' ? 'database' : kind,
    }));
  },
};

/**
 * `readonly=1` is held by the server: no writes, no DDL, no other settings, no table functions that reach out. A user whose profile has it
 * already takes no settings at all, and is asked without.
 */
async function* run(
  connection: SqlReaderConnection,
  options: Parameters<SqlReader['run']>[1],
): AsyncGenerator<SqlBatch> {
  const { statement, readOnly, timeoutMs, signal } = options;
  if (readOnly) requireReading(statement, 'clickhouse');
  const queryId = `scaleph-${randomUUID()}`;
  const seconds = String(Math.max(1, Math.ceil(timeoutMs / 1_000)));
  const request = { statement, signal, queryId, timeoutMs: timeoutMs + 5_000 };
  const settings = {
    max_execution_time: seconds,
    ...(readOnly && { readonly: '1' }),
  };
  let hasEnded = false;
  try {
    const response = await clickhouseRequest(connection, {
      ...request,
      settings,
    }).catch(async error => {
      if (!refusesSettings(error)) throw error;
      // The statement may have brought settings of its own, to be run without ours.
      if (readOnly && !(await isReader(connection, signal))) throw error;
      return clickhouseRequest(connection, { ...request, settings: {} });
    });
    yield* readBatches(response);
    hasEnded = true;
  } catch (error) {
    hasEnded = (error as Error).name === 'SqlStatementError';
    signal.throwIfAborted();
    throw error;
  } finally {
    if (!hasEnded) await killOn(connection, queryId);
  }
}

/** Whether the profile of the user reads only, whatever we ask for. */
async function isReader(
  connection: SqlReaderConnection,
  signal: AbortSignal,
): Promise<boolean> {
  const response = await clickhouseRequest(connection, {
    statement:
      "SELECT value FROM system.settings WHERE name = 'readonly' FORMAT TabSeparated",
    settings: {},
    signal,
  });
  return /^[12]$/.test((await readBody(response, 'ClickHouse', 1024)).trim());
}

async function* readBatches(
  response: IncomingMessage,
): AsyncGenerator<SqlBatch> {
  requireFormat(response);
  const lines = createInterface({ input: response, crlfDelay: 0 });
  let names: string[] | undefined;
  let columns: SqlColumn[] | undefined;
  let rows: unknown[][] = [];
  let isFirst = true;
  try {
    for await (const line of lines) {
      const cells = line.split('\t');
      if (!names) {
        names = cells.map(fromTabSeparated);
      } else if (!columns) {
        const types = cells.map(fromTabSeparated);
        columns = names.map((name, at) => toColumn(name, types[at]));
      } else {
        if (EXCEPTION.test(line)) throw await toError(line, lines);
        rows.push(toRow(cells, columns));
      }
      if (rows.length < BATCH) continue;
      yield { ...(isFirst && { columns }), rows };
      isFirst = false;
      rows = [];
    }
  } finally {
    response.destroy();
  }
  if (!columns) yield { rows: [], changed: writtenRows(response) };
  else if (isFirst || rows.length) yield { ...(isFirst && { columns }), rows };
}

function toRow(cells: string[], columns: SqlColumn[]): unknown[] {
  return cells.map((cell, at) => toValue(cell, columns[at]?.type));
}

/** A FORMAT of the statement's own would be read wrongly. */
function requireFormat(response: IncomingMessage) {
  const type = response.headers['content-type'] ?? '';
  const format = response.headers['x-clickhouse-format'];
  // Old servers name the kind of content alone, which for writes is plain text.
  const isOurs =
    format === undefined
      ? !/json|xml|csv|octet/.test(type)
      : format === 'TabSeparatedWithNamesAndTypes';
  if (isOurs) return;
  response.destroy();
  throw new SqlStatementError(
    'Leave out the FORMAT of the statement: the result is shown as a table',
  );
}

/** An error after the first rows stands where the next one would. */
async function toError(line: string, lines: AsyncIterable<string>) {
  let text = line;
  for await (const more of lines) text += `\n${more}`;
  return new SqlStatementError(clickhouseMessage(text) ?? text);
}

function toColumn(name: string, type: string): SqlColumn {
  return {
    name,
    type,
    nullable: /^(?:LowCardinality\()?Nullable\(/.test(type),
  };
}

function toValue(cell: string, type = ''): unknown {
  if (cell === '\\N') return null;
  const plain = type.replace(/^(?:(?:LowCardinality|Nullable)\()+/, '');
  if (NUMBER.test(plain)) return fitNumber(cell);
  if (plain.startsWith('Bool')) return cell === 'true' || cell === '1';
  return fromTabSeparated(cell);
}

function writtenRows({ headers }: IncomingMessage): number {
  const summary = headers['x-clickhouse-summary'];
  if (typeof summary !== 'string') return 0;
  const { written_rows: written } = JSON.parse(summary) as {
    written_rows?: string;
  };
  return Number(written ?? 0);
}

/** The server goes on when its client leaves; it stops for this. */
async function killOn(connection: SqlReaderConnection, queryId: string) {
  try {
    const response = await clickhouseRequest(connection, {
      statement: `KILL QUERY WHERE query_id = '${queryId}' ASYNC`,
      settings: {},
      signal: AbortSignal.timeout(5_000),
    });
    response.resume();
  } catch {
    // It had ended, or max_execution_time ends it there.
  }
}
