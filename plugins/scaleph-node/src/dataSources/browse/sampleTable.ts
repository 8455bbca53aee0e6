import {
  DataSourceObject,
  SampleRows,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SqlReader } from '../../sql/SqlReader';
import { BrowseRowsRequest } from '../DataSourceBrowser';
import { DataSourceConnection } from '../DataSourceConnection';
import { ColumnCutter } from './cut/CutColumn';
import { sampleColumns, toSample } from './sampleColumns';

/** The signal ends it before; this is for the server, which may not see that. */
const TIMEOUT_MS = 30_000;

/**
 * The first rows of a table, of whose values the server sends no more than is looked at: a row may hold gigabytes. Only reads.
 * @param options.select - the statement around a list of columns, with a limit of one row more than is asked for
 * @internal
 */
export async function sampleTable(
  reader: SqlReader,
  connection: DataSourceConnection,
  { limit, signal }: Pick<BrowseRowsRequest, 'limit' | 'signal'>,
  options: {
    columns: DataSourceObject[];
    quote: (name: string) => string;
    cutter: ColumnCutter;
    select: (columns: string) => string;
  },
): Promise<SampleRows> {
  const columns = sampleColumns(options.columns, { limit, ...options });
  const rows: unknown[][] = [];
  for await (const batch of reader.run(connection, {
    statement: options.select(columns.list),
    readOnly: true,
    timeoutMs: TIMEOUT_MS,
    signal,
  })) {
    rows.push(...batch.rows);
  }
  return toSample(columns, rows, limit);
}

/** Most columns of a row that are shown. @internal */
export const MOST_COLUMNS = 1_000;
