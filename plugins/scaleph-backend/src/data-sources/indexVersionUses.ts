import {
  pipelineDataSources,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { LONGEST_DATA_SOURCE } from '../database/columnWidths';
import { Queryable } from '../database/Transaction';

/** Documents that are held at a time. */
const BATCH = 100;

/**
 * Brings the table of what versions use up to date: reads the documents of versions that it does not know, and forgets those of pipelines that are
 * gone. Versions never change, so each is read once.
 *
 * @internal
 */
export async function indexVersionUses(db: Queryable): Promise<void> {
  for (let hasNew = false; ; hasNew = true) {
    const versions: {
      pipeline_id: string;
      version: number;
      document: string;
    }[] = await db('pipeline_versions')
      .leftJoin('version_uses', join =>
        join
          .on('version_uses.pipeline_id', 'pipeline_versions.pipeline_id')
          .andOn('version_uses.version', 'pipeline_versions.version'),
      )
      .select(
        'pipeline_versions.pipeline_id',
        'pipeline_versions.version',
        'pipeline_versions.document',
      )
      .whereNull('version_uses.version')
      .limit(BATCH);
    if (versions.length === 0) {
      // Nobody asks for them: often enough when something is written anyway.
      if (hasNew) await forgetGone(db);
      return;
    }
    const rows = versions.flatMap(({ document, ...version }) =>
      // The empty name tells that the version has been read.
      ['', ...usesOf(document)].map(name => ({
        ...version,
        data_source: name,
      })),
    );
    await insertMissing(db, rows);
  }
}

async function forgetGone(db: Queryable): Promise<void> {
  await db('version_uses')
    .whereNotIn('pipeline_id', db('pipelines').select('id'))
    .delete();
}

function usesOf(document: string): string[] {
  const names = pipelineDataSources(JSON.parse(document) as PipelineDocument);
  return names.filter(name => name.length <= LONGEST_DATA_SOURCE);
}

/** Another back end may read the same versions. */
async function insertMissing(db: Queryable, rows: object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await db('version_uses')
      .insert(rows.slice(start, start + BATCH))
      .onConflict(['pipeline_id', 'version', 'data_source'])
      .ignore();
  }
}
