import type { Statement } from 'better-sqlite3';
import { setImmediate } from 'node:timers/promises';
import { StopSignal } from '../../StopSignal';
import { distinctNames } from '../columnNames';
import { csvRow } from '../csvText';
import { TableReader } from '../Database';
import { SqliteValue, toLoadColumn } from './readTypes';

/** Rows that decide about the types of the columns. */
const SAMPLE = 10_000;

/** Rows between two looks at the rest of the world: SQLite blocks the process while it works. */
const TURN = 1_000;

/** The result of a query. @internal */
export function readStatement(
  statement: Statement,
  stop: StopSignal,
): TableReader {
  const columns = statement.columns();
  const names = distinctNames(columns.map(({ name }) => name));
  const rows = statement
    .raw(true)
    .safeIntegers(true)
    .iterate() as IterableIterator<SqliteValue[]>;
  const sample: SqliteValue[][] = [];
  while (sample.length < SAMPLE) {
    const next = rows.next();
    if (next.done) break;
    sample.push(next.value);
  }
  const types = columns.map((column, index) =>
    toLoadColumn(
      column.type ?? undefined,
      sample.map(row => row[index]),
    ),
  );
  return {
    columns: types.map((type, index) => ({ name: names[index], ...type })),
    csv: toCsv(
      sample,
      rows,
      types.map(({ type }) => type === 'BLOB'),
      stop,
    ),
  };
}

async function* toCsv(
  sample: SqliteValue[][],
  rest: IterableIterator<SqliteValue[]>,
  binary: boolean[],
  stop: StopSignal,
): AsyncGenerator<Buffer> {
  let text = '';
  let count = 0;
  try {
    for (const rows of [sample, rest]) {
      for (const row of rows) {
        text += csvRow(row.map((value, i) => toText(value, binary[i])));
        if (++count % TURN !== 0) continue;
        yield Buffer.from(text);
        text = '';
        await setImmediate();
        stop.check();
      }
    }
  } finally {
    rest.return?.();
  }
  if (text) yield Buffer.from(text);
}

function toText(value: SqliteValue, binary: boolean): string | null {
  if (value === null) return null;
  if (binary) {
    return Buffer.from(value as Buffer | string).toString('hex');
  }
  return Buffer.isBuffer(value) ? value.toString('hex') : String(value);
}
