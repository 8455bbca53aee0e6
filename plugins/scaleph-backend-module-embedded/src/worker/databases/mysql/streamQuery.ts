import type { Connection as CallbackConnection } from 'mysql2';
import type { Connection } from 'mysql2/promise';
import { distinctNames } from '../columnNames';
import { csvRow } from '../csvText';
import { TableReader } from '../Database';
import { isBinary, MysqlField, toLoadColumn } from './readTypes';

/** Bytes of CSV that are put together before they are handed on. */
const PIECE = 64 * 1024;

/** Starts a query and answers its columns as soon as the server has sent them; rows come as they are taken. @internal */
export async function streamQuery(
  connection: Connection,
  sql: string,
): Promise<TableReader> {
  // The promise form cannot stream.
  const { connection: callbacks } = connection as unknown as {
    connection: CallbackConnection;
  };
  await refuseOtherStatements(connection, sql);
  const query = callbacks.query({
    sql,
    rowsAsArray: true,
    // Bytes as the server sent them: whether they are text is known from the column.
    typeCast: field => field.buffer(),
  });
  const rows = query.stream({ highWaterMark: 1000 });
  const fields = await new Promise<MysqlField[]>((resolve, reject) => {
    query.once('fields', resolve);
    query.once('error', reject);
    rows.once('error', reject);
  });
  if (!fields) throw new Error('The query gives no rows: it must be a SELECT');
  const names = distinctNames(fields.map(field => field.name));
  return {
    columns: fields.map((field, index) => ({
      name: names[index],
      ...toLoadColumn(field),
    })),
    csv: toCsv(rows, fields.map(isBinary)),
  };
}

/**
 * A transaction that only reads does not keep MySQL from DDL, GRANT or INTO OUTFILE, so what is not a query does not get that far:
 * nothing else can stand in EXISTS. It is parsed there, not run; the newline keeps a comment at its end from reaching further.
 */
async function refuseOtherStatements(connection: Connection, sql: string) {
  const statement = await connection.prepare(`SELECT EXISTS (\n${sql}\n)`);
  await statement.close();
}

async function* toCsv(
  rows: AsyncIterable<(Buffer | null)[]>,
  binary: boolean[],
): AsyncGenerator<Buffer> {
  let text = '';
  for await (const row of rows) {
    const values = row.map((value, index) =>
      value === null ? null : value.toString(binary[index] ? 'hex' : 'utf8'),
    );
    text += csvRow(values);
    if (text.length >= PIECE) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text) yield Buffer.from(text);
}
