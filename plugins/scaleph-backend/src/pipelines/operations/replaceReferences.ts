import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { LONGEST_DATA_SOURCE } from '../../database/columnWidths';
import { Transaction } from '../../database/Transaction';

/** Few enough for the 999 variables of an old SQLite. */
const BATCH = 200;

/**
 * Brings the tables that lists filter by (tags, used data sources) in line
 * with a pipeline. Without a document the tags stay.
 *
 * @internal
 */
export async function replaceReferences(
  tx: Transaction,
  pipelineId: string,
  draft: { document?: PipelineDocument; dataSources: string[] },
): Promise<void> {
  if (draft.document) {
    await tx('pipeline_tags').where('pipeline_id', pipelineId).delete();
    await insertAll(
      tx,
      'pipeline_tags',
      [...new Set(draft.document.metadata.tags)].map(tag => ({
        pipeline_id: pipelineId,
        tag,
      })),
    );
  }
  await tx('pipeline_data_sources').where('pipeline_id', pipelineId).delete();
  await insertAll(
    tx,
    'pipeline_data_sources',
    [...new Set(draft.dataSources)]
      .filter(dataSource => dataSource.length <= LONGEST_DATA_SOURCE)
      .map(dataSource => ({
        pipeline_id: pipelineId,
        data_source: dataSource,
      })),
  );
}

async function insertAll(
  tx: Transaction,
  table: string,
  rows: object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await tx(table).insert(rows.slice(start, start + BATCH));
  }
}
