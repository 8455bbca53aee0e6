import { SampleRows } from '@scaleph/backstage-plugin-scaleph-common';
import { SqlReader } from '../../sql/SqlReader';
import { DataSourceConnection } from '../DataSourceConnection';
import { BrowseRowsRequest } from '../DataSourceBrowser';

/** The signal ends it before; this is for the server, which may not see that. */
const TIMEOUT_MS = 30_000;

/** The first rows of a query that has a limit of one more, which tells that there are more. Only reads. @internal */
export async function sampleSql(
  reader: SqlReader,
  connection: DataSourceConnection,
  statement: string,
  { limit, signal }: Pick<BrowseRowsRequest, 'limit' | 'signal'>,
): Promise<SampleRows> {
  const sample: SampleRows = { columns: [], rows: [], truncated: false };
  for await (const { columns, rows } of reader.run(connection, {
    statement,
    readOnly: true,
    timeoutMs: TIMEOUT_MS,
    signal,
  })) {
    if (columns) {
      sample.columns = columns.map(({ name, type }) => ({ name, type }));
    }
    sample.rows.push(...rows);
  }
  const { rows } = sample;
  return {
    ...sample,
    rows: rows.slice(0, limit),
    truncated: rows.length > limit,
  };
}
