import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { versionDigests } from '../artifacts/versionDigests';
import { toTimestamp } from '../database/timestamps';
import { Queryable, Transaction } from '../database/Transaction';
import { OwnershipFilter } from '../permissions/ownershipFilter';
import { ORIGIN_COLUMNS } from '../origins/originRows';
import { listPipelines } from './operations/listPipelines';
import { replaceReferences } from './operations/replaceReferences';
import {
  PipelineRow,
  PipelineVersionRow,
  RETIREMENT_COLUMNS,
  toDocument,
  toDraftColumns,
} from './pipelineRows';
import { PipelineQuery } from './PipelineService';
import { Draft, PipelineStore } from './PipelineStore';

const MAX_INTEGER = 2 ** 31 - 1;

/** @internal */
export class DatabasePipelineStore implements PipelineStore {
  constructor(private readonly knex: Knex) {}

  list(query: PipelineQuery, visible: OwnershipFilter) {
    return listPipelines({ knex: this.knex, query, visible });
  }

  async find(
    name: string,
    db: Queryable = this.knex,
  ): Promise<PipelineRow | undefined> {
    return db('pipelines')
      .leftJoin(
        'pipeline_retirements',
        'pipeline_retirements.pipeline_id',
        'pipelines.id',
      )
      .leftJoin(
        'pipeline_origins',
        'pipeline_origins.pipeline_id',
        'pipelines.id',
      )
      .select('pipelines.*', ...RETIREMENT_COLUMNS, ...ORIGIN_COLUMNS)
      .where('pipelines.name', name)
      .first();
  }

  async insert(tx: Transaction, draft: Draft): Promise<PipelineRow> {
    const now = toTimestamp();
    const row: PipelineRow = {
      id: randomUUID(),
      name: draft.document.metadata.name,
      ...toRowColumns(draft),
      published_version: null,
      last_run_id: null,
      revision: 1,
      created_at: now,
      created_by: draft.actor,
      updated_at: now,
      updated_by: draft.actor,
    };
    const inserted = await tx<PipelineRow>('pipelines')
      .insert(row)
      .onConflict('name')
      .ignore()
      .returning('id');
    if (!inserted.length) {
      throw new ConflictError(
        `Pipeline "${row.name}" exists already: choose another name`,
      );
    }
    await replaceReferences(tx, row.id, draft);
    return row;
  }

  async replaceDraft(tx: Transaction, row: PipelineRow, draft: Draft) {
    const change: Partial<PipelineRow> = {
      ...toRowColumns(draft),
      revision: row.revision + 1,
      updated_at: toTimestamp(),
      updated_by: draft.actor,
    };
    if (!(await updateUnchanged(tx, row, change))) return undefined;
    await replaceReferences(tx, row.id, draft);
    return { ...row, ...change };
  }

  async retire(
    tx: Transaction,
    row: PipelineRow,
    { message, actor }: { message?: string; actor: string },
  ) {
    const change = toTouched(row, actor);
    if (!(await updateUnchanged(tx, row, change))) return undefined;
    const retirement = {
      retired_at: change.updated_at,
      retired_by: actor,
      retired_message: message ?? null,
    };
    await tx('pipeline_retirements').insert({
      pipeline_id: row.id,
      ...retirement,
    });
    return { ...row, ...change, ...retirement };
  }

  async bringBack(tx: Transaction, row: PipelineRow, actor: string) {
    const change = toTouched(row, actor);
    if (!(await updateUnchanged(tx, row, change))) return undefined;
    await tx('pipeline_retirements').where('pipeline_id', row.id).delete();
    return {
      ...row,
      ...change,
      retired_at: null,
      retired_by: null,
      retired_message: null,
    };
  }

  async delete(tx: Transaction, row: PipelineRow): Promise<boolean> {
    const deleted = await tx<PipelineRow>('pipelines')
      .where({ id: row.id, revision: row.revision })
      .delete();
    if (!deleted) return false;
    for (const table of [
      'pipeline_versions',
      'pipeline_tags',
      'pipeline_data_sources',
      'pipeline_retirements',
      'pipeline_imports',
      'pipeline_origins',
    ]) {
      await tx(table).where('pipeline_id', row.id).delete();
    }
    return true;
  }

  async publish(
    tx: Transaction,
    row: PipelineRow,
    options: { message?: string; dataSources: string[]; actor: string },
  ) {
    const now = toTimestamp();
    const version: PipelineVersionRow = {
      pipeline_id: row.id,
      version: (row.published_version ?? 0) + 1,
      message: options.message ?? null,
      created_at: now,
      created_by: options.actor,
      document: row.document,
      artifact_digests: JSON.stringify(
        await versionDigests(tx, toDocument(row)),
      ),
    };
    const unchanged = await updateUnchanged(tx, row, {
      published_version: version.version,
      has_unpublished_changes: false,
      data_sources: JSON.stringify(options.dataSources),
      revision: row.revision + 1,
      updated_at: now,
      updated_by: options.actor,
    });
    if (!unchanged) return undefined;
    await tx<PipelineVersionRow>('pipeline_versions').insert(version);
    await replaceReferences(tx, row.id, { dataSources: options.dataSources });
    return version;
  }

  async findVersion(
    pipelineId: string,
    version: number,
    db: Queryable = this.knex,
  ) {
    // PostgreSQL would refuse the question.
    if (version > MAX_INTEGER) return undefined;
    return selectVersions(db)
      .select<PipelineVersionRow[]>('pipeline_versions.document')
      .where('pipeline_versions.pipeline_id', pipelineId)
      .where('pipeline_versions.version', version)
      .first();
  }

  async listVersions(
    pipelineId: string,
    page: { limit: number; below?: number },
  ) {
    const rows = selectVersions(this.knex)
      .where('pipeline_versions.pipeline_id', pipelineId)
      .orderBy('pipeline_versions.version', 'desc')
      .limit(page.limit);
    if (page.below !== undefined) {
      rows.where('pipeline_versions.version', '<', page.below);
    }
    const [{ total }] = await this.knex('pipeline_versions')
      .where('pipeline_id', pipelineId)
      .count({ total: '*' });
    return { rows: await rows, total: Number(total) };
  }
}

/** Without documents, which may be long. */
function selectVersions(db: Queryable) {
  return db('pipeline_versions')
    .leftJoin('pipeline_imports', join =>
      join
        .on('pipeline_imports.pipeline_id', 'pipeline_versions.pipeline_id')
        .andOn('pipeline_imports.version', 'pipeline_versions.version'),
    )
    .select<Array<Omit<PipelineVersionRow, 'document'>>>(
      ...[
        'pipeline_id',
        'version',
        'message',
        'created_at',
        'created_by',
        'artifact_digests',
      ].map(column => `pipeline_versions.${column}`),
      'published_at',
      'published_by',
    );
}

function toTouched(row: PipelineRow, actor: string) {
  return {
    revision: row.revision + 1,
    updated_at: toTimestamp(),
    updated_by: actor,
  };
}

function toRowColumns(draft: Draft) {
  return {
    ...toDraftColumns(draft.document),
    data_sources: JSON.stringify(draft.dataSources),
    has_unpublished_changes: draft.hasUnpublishedChanges,
    problem_count: draft.problemCount,
  };
}

/** The check of the revision is part of the write: of two writers that read the same row, one changes it. */
async function updateUnchanged(
  tx: Transaction,
  row: PipelineRow,
  change: Partial<PipelineRow>,
): Promise<boolean> {
  const changed = await tx<PipelineRow>('pipelines')
    .where({ id: row.id, revision: row.revision })
    .update(change);
  return changed > 0;
}
