import type { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import type { SqlRow } from './ResultRows';
import { toText } from './values';

/** What can be downloaded. */
export type ExportFormat = 'csv' | 'json' | 'parquet';

const quoteCsv = (text: string) =>
  /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;

/** RFC 4180. NULL is nothing, an empty text is `""`. */
export function toCsv(columns: SqlColumn[], rows: readonly SqlRow[]): string {
  const lines = [columns.map(it => quoteCsv(it.name)).join(',')];
  for (const row of rows) {
    const cells = row.map(value => {
      if (value === null) return '';
      return value === '' ? '""' : quoteCsv(toText(value));
    });
    lines.push(cells.join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Cells with tabs between, as spreadsheets paste them. */
export function toTsv(rows: readonly SqlRow[]): string {
  const cell = (value: unknown) =>
    value === null ? '' : toText(value).replace(/[\t\r\n]+/g, ' ');
  return rows.map(row => row.map(cell).join('\t')).join('\n');
}

/** An array of objects; of two columns with one name the later is renamed. */
export function toJson(columns: SqlColumn[], rows: readonly SqlRow[]): string {
  const names = uniqueNames(columns);
  const objects = rows.map(row =>
    JSON.stringify(
      Object.fromEntries(names.map((name, index) => [name, row[index]])),
    ),
  );
  return `[\n${objects.join(',\n')}\n]\n`;
}

/** The names of columns, each only once: `a`, `a_2`. */
export function uniqueNames(columns: SqlColumn[]): string[] {
  const used = new Set<string>();
  return columns.map(({ name }) => {
    let unique = name;
    for (let number = 2; used.has(unique); number++)
      unique = `${name}_${number}`;
    used.add(unique);
    return unique;
  });
}

type ParquetType = 'BOOLEAN' | 'INT32' | 'INT64' | 'DOUBLE' | 'STRING';

function parquetType(type: string): ParquetType {
  if (/^BOOL/i.test(type)) return 'BOOLEAN';
  if (/^(?:BIGINT|INT8|BIGSERIAL)\b/i.test(type)) return 'INT64';
  if (/^(?:TINYINT|SMALLINT|INT|INTEGER|INT2|INT4)\b/i.test(type))
    return 'INT32';
  if (/^(?:FLOAT|DOUBLE|REAL|FLOAT4|FLOAT8)\b/i.test(type)) return 'DOUBLE';
  return 'STRING';
}

const toParquetValue: Record<ParquetType, (value: unknown) => unknown> = {
  BOOLEAN: Boolean,
  INT32: Number,
  INT64: value => BigInt(value as string),
  DOUBLE: Number,
  // Decimals, times and nested values stay as they are read here.
  STRING: toText,
};

/** Parquet. What has no plain type there, such as DECIMAL, is a text. */
export async function toParquet(
  columns: SqlColumn[],
  rows: readonly SqlRow[],
): Promise<ArrayBuffer> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const names = uniqueNames(columns);
  return parquetWriteBuffer({
    columnData: columns.map((column, index) => {
      const type = parquetType(column.type);
      const data = rows.map(row =>
        row[index] === null ? null : toParquetValue[type](row[index]),
      );
      return { name: names[index], data, type, nullable: true };
    }),
  });
}

const MIME: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
};

/** A file with the rows. */
export async function toFile(
  format: ExportFormat,
  columns: SqlColumn[],
  rows: readonly SqlRow[],
): Promise<Blob> {
  const writers = { csv: toCsv, json: toJson, parquet: toParquet };
  const content = await writers[format](columns, rows);
  return new Blob([content], { type: MIME[format] });
}
