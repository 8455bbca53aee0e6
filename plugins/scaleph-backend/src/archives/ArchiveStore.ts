import { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { Knex } from 'knex';
import { versionDigests } from '../artifacts/versionDigests';
import { toTimestamp } from '../database/timestamps';
import { Transaction } from '../database/Transaction';
import { PipelineRow, PipelineVersionRow } from '../pipelines/pipelineRows';

/** A version as it comes out of an archive. @internal */
export interface ImportedVersion {
  version: number;
  message?: string;
  publishedAt: string;
  publishedBy: string;
  document: PipelineDocument;
}

const BATCH = 50;

/** Versions with their documents, read and written in one go. @internal */
export class ArchiveStore {
  constructor(private readonly knex: Knex) {}

  /** All of them, oldest first. */
  async versions(pipelineId: string): Promise<PipelineVersionRow[]> {
    return this.knex('pipeline_versions')
      .leftJoin('pipeline_imports', join =>
        join
          .on('pipeline_imports.pipeline_id', 'pipeline_versions.pipeline_id')
          .andOn('pipeline_imports.version', 'pipeline_versions.version'),
      )
      .select('pipeline_versions.*', 'published_at', 'published_by')
      .where('pipeline_versions.pipeline_id', pipelineId)
      .orderBy('pipeline_versions.version');
  }

  /** Makes them the versions of a pipeline that has just been inserted. Who imports them has published them here. */
  async insert(
    tx: Transaction,
    row: PipelineRow,
    versions: ImportedVersion[],
    options: { hasUnpublishedChanges: boolean; actor: string },
  ): Promise<void> {
    const now = toTimestamp();
    for (let start = 0; start < versions.length; start += BATCH) {
      const batch = versions.slice(start, start + BATCH);
      const rows: PipelineVersionRow[] = [];
      for (const { version, message, document } of batch) {
        rows.push({
          pipeline_id: row.id,
          version,
          message: message ?? null,
          created_at: now,
          created_by: options.actor,
          document: JSON.stringify(document),
          artifact_digests: JSON.stringify(await versionDigests(tx, document)),
        });
      }
      await tx<PipelineVersionRow>('pipeline_versions').insert(rows);
      await tx('pipeline_imports').insert(
        batch.map(({ version, publishedAt, publishedBy }) => ({
          pipeline_id: row.id,
          version,
          published_at: publishedAt,
          published_by: publishedBy,
        })),
      );
    }
    await tx<PipelineRow>('pipelines').where('id', row.id).update({
      published_version: versions.length,
      has_unpublished_changes: options.hasUnpublishedChanges,
    });
  }
}
