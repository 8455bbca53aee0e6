import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { LoadTableStep } from '../../plan/EmbeddedPlan';
import { quoteIdentifier, quoteLiteral } from '../../plan/sqlText';
import { DuckDb } from '../duckdb/DuckDb';
import { RunScope } from '../RunScope';
import { LoadColumn, TableReader } from './Database';
import { RowCutter } from './RowCutter';

/** Bytes of text that are handed to DuckDB at a time: enough to keep its threads busy, little beside its memory. */
const PART = 16 * 1024 * 1024;

/** The longest row, in bytes of CSV; DuckDB takes a buffer of sixteen times it. */
const LONGEST_ROW = 32 * 1024 * 1024;

/** The same for a preview, which has less memory. */
const LONGEST_ROW_OF_PREVIEW = 4 * 1024 * 1024;

/**
 * Fills a temporary table of DuckDB from a stream of CSV: while DuckDB parses one part on all threads, the next one comes in.
 * Memory stays bounded, since the parts are files and the table spills.
 * @internal
 */
export async function loadTable(
  { node, limit }: Pick<LoadTableStep, 'node' | 'limit'>,
  reader: TableReader,
  duckDb: DuckDb,
  { temporary, stop }: RunScope,
  onRows: (rows: number) => void,
): Promise<number> {
  const { columns } = reader;
  const fields = columns.map(c => `${quoteIdentifier(c.name)} ${c.type}`);
  await duckDb.execute(
    `CREATE TEMP TABLE ${quoteIdentifier(node)} (${fields.join(', ')})`,
  );
  const longestRow = limit === undefined ? LONGEST_ROW : LONGEST_ROW_OF_PREVIEW;
  let rows = 0;
  let loading: Promise<void> = Promise.resolve();
  const load = async (path: string) => {
    const result = await duckDb.run(insertSql(node, columns, path, longestRow));
    rows += result.rows;
    onRows(rows);
    await rm(path);
  };
  let number = 0;
  try {
    for await (const part of parts(reader.csv, () =>
      join(temporary, `${node}-${number++}.csv`),
    )) {
      stop.check();
      await loading;
      loading = load(part);
      // Awaited above or below; this only keeps it from being reported as unhandled meanwhile.
      loading.catch(() => {});
    }
  } catch (error) {
    // What DuckDB says about a part is more to the point than a stream that was given up for it.
    await loading;
    throw error;
  }
  await loading;
  return rows;
}

/** Writes the stream into files that end with a whole row. */
async function* parts(
  csv: AsyncIterable<Buffer>,
  nextPath: () => string,
): AsyncGenerator<string> {
  const cutter = new RowCutter();
  let path = nextPath();
  let file = createWriteStream(path, { mode: 0o600 });
  let size = 0;
  const write = async (piece: Buffer) => {
    size += piece.length;
    if (!file.write(piece)) await once(file, 'drain');
  };
  const finish = async () => {
    file.end();
    await once(file, 'close');
  };
  for await (const piece of csv) {
    const end = cutter.lastEnd(piece);
    if (size + piece.length < PART || end === 0) {
      await write(piece);
      continue;
    }
    await write(piece.subarray(0, end));
    await finish();
    yield path;
    path = nextPath();
    file = createWriteStream(path, { mode: 0o600 });
    size = 0;
    if (end < piece.length) await write(piece.subarray(end));
  }
  await finish();
  if (size > 0) yield path;
}

function insertSql(
  node: string,
  columns: LoadColumn[],
  path: string,
  longestRow: number,
): string {
  // Names of our own: those of the result may be equal but for their case.
  const fields = columns.map((_, index) => `'c${index}': 'VARCHAR'`);
  const values = columns.map(
    (column, index) =>
      `${column.fromText(quoteIdentifier(`c${index}`))} AS ${quoteIdentifier(
        column.name,
      )}`,
  );
  return `INSERT INTO ${quoteIdentifier(node)} SELECT ${values.join(
    ', ',
  )} FROM read_csv(${quoteLiteral(
    path,
  )}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, new_line = '\\n', max_line_size = ${longestRow}, columns = {${fields.join(
    ', ',
  )}})`;
}
