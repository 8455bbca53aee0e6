import { DuckDBBlobValue, DuckDBDataChunk } from '@duckdb/node-api';
import type { Connection } from 'mysql2/promise';
import { quoteMysql } from './quoteMysql';

/** Placeholders that a prepared statement may have. */
const PLACEHOLDERS = 65_535;

interface InsertOptions {
  connection: Connection;
  /** Quoted. */
  table: string;
  names: string[];
  upsertBy?: string[];
  batchSize: number;
  /** Text, bytes or NULL in each column. */
  chunks: AsyncIterable<DuckDBDataChunk>;
  onRows: (rows: number) => void;
}

/** Inserts in batches by a prepared statement, values bound. Answers the number of rows. @internal */
export async function insertRows(options: InsertOptions): Promise<number> {
  const { connection, names, chunks, onRows } = options;
  const most = Math.floor(PLACEHOLDERS / names.length);
  const size = Math.min(options.batchSize, most);
  let rows = 0;
  let batch: (string | Buffer | null)[] = [];
  const flush = async () => {
    const count = batch.length / names.length;
    if (count === 0) return;
    await connection.execute(insertSql(options, count), batch);
    rows += count;
    batch = [];
    onRows(rows);
  };
  for await (const chunk of chunks) {
    const columns = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row++) {
      for (const column of columns) batch.push(toParameter(column[row]));
      if (batch.length === size * names.length) await flush();
    }
  }
  await flush();
  return rows;
}

function toParameter(value: unknown): string | Buffer | null {
  if (value instanceof DuckDBBlobValue) return Buffer.from(value.bytes);
  return value as string | null;
}

function insertSql(
  { table, names, upsertBy }: InsertOptions,
  rows: number,
): string {
  const list = names.map(quoteMysql).join(', ');
  const row = `(${names.map(() => '?').join(', ')})`;
  const values = Array(rows).fill(row).join(', ');
  const insert = `INSERT INTO ${table} (${list}) VALUES ${values}`;
  if (!upsertBy) return insert;
  const others = names.filter(name => !upsertBy.includes(name));
  // Where all columns are keys there is nothing to change.
  const updated = others.length > 0 ? others : upsertBy.slice(0, 1);
  const updates = updated.map(name => {
    const column = quoteMysql(name);
    return `${column} = VALUES(${column})`;
  });
  return `${insert} ON DUPLICATE KEY UPDATE ${updates.join(', ')}`;
}
