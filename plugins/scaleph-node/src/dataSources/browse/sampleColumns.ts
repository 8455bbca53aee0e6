import {
  DataSourceObject,
  SampleRows,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ColumnCutter, CutColumn } from './cut/CutColumn';

/** Characters that the values of one answer may have together, about. */
export const SAMPLE_BYTES = 8 * 1024 * 1024;

/** What is shown of a value is less; the rest is a margin, in which secrets are looked for. */
const LONGEST_VALUE = 8_000;
const SHORTEST_VALUE = 64;

/** What a SELECT of the first rows of a table asks for. @internal */
export interface SampleColumns {
  names: string[];
  types: string[];
  cut: CutColumn[];
  /** Of the SELECT. */
  list: string;
}

/** The columns of a table, each with as much of its values as so many rows leave room for. @internal */
export function sampleColumns(
  columns: DataSourceObject[],
  options: {
    limit: number;
    quote: (name: string) => string;
    cutter: ColumnCutter;
  },
): SampleColumns {
  const { limit, quote, cutter } = options;
  const room = Math.floor(SAMPLE_BYTES / (limit + 1) / (columns.length || 1));
  const characters = Math.max(SHORTEST_VALUE, Math.min(LONGEST_VALUE, room));
  const cut = columns.map(({ name, type = '' }) =>
    cutter(quote(name), type, characters),
  );
  return {
    names: columns.map(({ name }) => name),
    types: columns.map(({ type = '' }) => type),
    cut,
    list: cut.map(({ sql }) => sql).join(', '),
  };
}

/** The rows of such a SELECT, told which of their values were cut. @internal */
export function toSample(
  { names, types, cut }: SampleColumns,
  rows: unknown[][],
  limit: number,
): SampleRows {
  const cutColumns = new Set<string>();
  const shown = rows.slice(0, limit).map(row =>
    row.map((value, at) => {
      if (!isCut(value, cut[at])) return value;
      cutColumns.add(names[at]);
      return `${value}…`;
    }),
  );
  return {
    columns: names.map((name, at) => ({ name, type: types[at] })),
    rows: shown,
    truncated: rows.length > limit,
    ...(cutColumns.size && { cut: { columns: [...cutColumns] } }),
  };
}

/** A value that is just as long as the limit counts as cut: more of it was not asked for. */
function isCut(value: unknown, { at }: CutColumn): value is string {
  if (!at || typeof value !== 'string') return false;
  const hex = /^(?:0x|\\x)[0-9a-f]*$/.test(value)
    ? (value.length - 2) / 2
    : undefined;
  if ('characters' in at) {
    // SQLite's blobs are cut at half as many bytes.
    if (hex !== undefined && hex >= Math.floor(at.characters / 2)) return true;
    return value.length >= at.characters && [...value].length >= at.characters;
  }
  // Bytes of text end within a character.
  return (hex ?? Buffer.byteLength(value) + 3) >= at.bytes;
}
