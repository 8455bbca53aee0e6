import { stat } from 'node:fs/promises';
import { FileScan } from '../../plan/EmbeddedPlan';
import { sniffSql } from '../../plan/fileScanSql';
import { DuckDb } from '../duckdb/DuckDb';

/** Files up to this size, in bytes, are looked at whole to find out the types of their columns. */
const SMALL = 8 * 1024 * 1024;

/**
 * Finds out once how a CSV file is written, for DuckDB would do so each time that the node is named. Of small files all rows are
 * looked at, so that a value late in the file cannot contradict the type.
 * @internal
 */
export async function settleScan(
  scan: FileScan,
  files: string[],
  database: DuckDb,
): Promise<FileScan> {
  if (scan.format === 'parquet' || scan.columns) return scan;
  const sizes = await Promise.all(files.map(async f => (await stat(f)).size));
  const small = sizes.reduce((sum, size) => sum + size, 0) <= SMALL;
  const sampled = small ? { ...scan, sampleRows: -1 } : scan;
  if (scan.format === 'json' || files.length > 1 || isCompressed(files[0])) {
    return sampled;
  }
  const [sniffed] = await database.rows(sniffSql(sampled, files[0]));
  const [newLine, hasHeader, columns, dateFormat, timestampFormat] =
    sniffed as [
      string,
      boolean,
      { name: string; type: string }[],
      string | null,
      string | null,
    ];
  // A file of one line ends without one.
  if (!/^(\\n|\\r|\\r\\n)$/.test(newLine)) return sampled;
  return {
    ...scan,
    header: hasHeader,
    columns: Object.fromEntries(columns.map(c => [c.name, c.type])),
    dateFormat: scan.dateFormat ?? dateFormat ?? undefined,
    timestampFormat: scan.timestampFormat ?? timestampFormat ?? undefined,
    pinned: { newLine },
  };
}

function isCompressed(file: string): boolean {
  return /\.(gz|zst)$/i.test(file);
}
