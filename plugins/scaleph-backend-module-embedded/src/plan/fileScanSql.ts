import { FileScan } from './EmbeddedPlan';
import { quoteIdentifier, quoteLiteral } from './sqlText';

/** Bytes of CSV that a thread reads at a time. DuckDB's own 32 MiB are no faster, and take memory from sorting and grouping. */
const BUFFER = 8 * 1024 * 1024;

/**
 * A SELECT that reads `files`, absolute paths, lazily: DuckDB reads only the columns and, of Parquet, the row groups that the
 * nodes below need.
 * @internal
 */
export function fileScanSql(scan: FileScan, files: string[]): string {
  const columns = scan.readColumns?.map(quoteIdentifier).join(', ') ?? '*';
  const list = `[${files.map(quoteLiteral).join(', ')}]`;
  return `SELECT ${columns} FROM ${reader(scan, list)}`;
}

/** The call that finds out how one CSV file is written; see `pinScan`. @internal */
export function sniffSql(scan: FileScan, file: string): string {
  const sniff = reader(scan, quoteLiteral(file)).replace(
    'read_csv',
    'sniff_csv',
  );
  return `SELECT NewLineDelimiter, HasHeader, Columns, DateFormat, TimestampFormat FROM ${sniff.replace(
    ', union_by_name = true',
    '',
  )}`;
}

function reader(scan: FileScan, files: string): string {
  switch (scan.format) {
    case 'parquet':
      return `read_parquet(${files}, union_by_name = true)`;
    case 'json':
      return call('read_json', files, [
        ...columnOptions(scan),
        'maximum_object_size = 67108864',
        'union_by_name = true',
        optional('dateformat', scan.dateFormat),
        optional('timestampformat', scan.timestampFormat),
      ]);
    default:
      return call('read_csv', files, [
        ...columnOptions(scan),
        optional('delim', scan.delimiter),
        optional('quote', scan.quote),
        optional('escape', scan.quote),
        optional('nullstr', scan.nullText),
        optional('dateformat', scan.dateFormat),
        optional('timestampformat', scan.timestampFormat),
        scan.header === undefined ? '' : `header = ${scan.header}`,
        scan.skipRows ? `skip = ${scan.skipRows}` : '',
        `buffer_size = ${BUFFER}`,
        ...detection(scan),
      ]);
  }
}

function detection({ columns, pinned, sampleRows }: FileScan): string[] {
  if (pinned) {
    return ['auto_detect = false', optional('new_line', pinned.newLine)];
  }
  return [
    columns ? '' : 'union_by_name = true',
    sampleRows === undefined ? '' : `sample_size = ${sampleRows}`,
  ];
}

function columnOptions({ columns }: FileScan): string[] {
  if (!columns) return [];
  const fields = Object.entries(columns).map(
    ([name, type]) => `${quoteLiteral(name)}: ${quoteLiteral(type)}`,
  );
  return [`columns = {${fields.join(', ')}}`];
}

function optional(name: string, value: string | undefined): string {
  return value === undefined ? '' : `${name} = ${quoteLiteral(value)}`;
}

function call(name: string, files: string, options: string[]): string {
  return `${name}(${[files, ...options].filter(Boolean).join(', ')})`;
}
