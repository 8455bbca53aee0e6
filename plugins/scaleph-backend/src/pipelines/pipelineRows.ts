import {
  DocumentProblem,
  Pipeline,
  PipelineDocument,
  pipelineEntityRef,
  PipelineSummary,
  PipelineVersion,
  printPipeline,
  RunSummary,
} from '@scaleph/backstage-plugin-scaleph-common';
import { toSearchText } from '../database/searchText';
import { toEtag } from '../http/etag';
import { Digests } from '../artifacts/versionDigests';
import { OriginColumns, originOf } from '../origins/originRows';

/** What a list reads of a pipeline. @internal */
export interface PipelineSummaryRow extends OriginColumns {
  id: string;
  name: string;
  owner: string;
  title: string | null;
  description: string | null;
  system: string | null;
  type: PipelineSummary['type'];
  mode: PipelineSummary['mode'];
  tags: string;
  links: string | null;
  data_sources: string;
  published_version: number | null;
  has_unpublished_changes: boolean | 0 | 1;
  problem_count: number;
  last_run_id: string | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
  /** Of pipeline_retirements; null for a pipeline in use, absent in a row that is being written. */
  retired_at?: string | null;
  retired_by?: string | null;
  retired_message?: string | null;
}

/** The whole row. @internal */
export interface PipelineRow extends PipelineSummaryRow {
  search_text: string;
  document: string;
}

/** @internal */
export interface PipelineVersionRow {
  pipeline_id: string;
  version: number;
  message: string | null;
  created_at: string;
  created_by: string;
  document: string;
  /** Of pipeline_imports; null for a version that was published here, absent in a row that is being written. */
  published_at?: string | null;
  published_by?: string | null;
  /** JSON; null for a version from before digests were kept. */
  artifact_digests: string | null;
}

/** Columns of a summary; never `document`, which may be long. @internal */
export const SUMMARY_COLUMNS: ReadonlyArray<keyof PipelineSummaryRow> = [
  'id',
  'name',
  'owner',
  'title',
  'description',
  'system',
  'type',
  'mode',
  'tags',
  'links',
  'data_sources',
  'published_version',
  'has_unpublished_changes',
  'problem_count',
  'last_run_id',
  'revision',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
];

/** Columns of pipeline_retirements that a read of pipelines joins. @internal */
export const RETIREMENT_COLUMNS = [
  'retired_at',
  'retired_by',
  'retired_message',
] as const;

/** The columns that follow from a draft. @internal */
export function toDraftColumns(document: PipelineDocument) {
  const { metadata, spec } = document;
  const tags = metadata.tags ?? [];
  return {
    owner: metadata.owner,
    title: metadata.title ?? null,
    description: metadata.description ?? null,
    system: metadata.system ?? null,
    type: spec.type,
    mode: spec.mode ?? 'batch',
    tags: JSON.stringify(tags),
    links: metadata.links ? JSON.stringify(metadata.links) : null,
    search_text: toSearchText([
      metadata.name,
      metadata.title,
      metadata.description,
      ...tags,
    ]),
    document: JSON.stringify(document),
  };
}

/** @internal */
export function toPipelineSummary(
  row: PipelineSummaryRow,
  lastRun?: RunSummary,
): PipelineSummary {
  return {
    name: row.name,
    ...(row.title !== null && { title: row.title }),
    ...(row.description !== null && { description: row.description }),
    owner: row.owner,
    ...(row.system !== null && { system: row.system }),
    tags: JSON.parse(row.tags) as string[],
    ...(row.links !== null && {
      links: JSON.parse(row.links) as PipelineSummary['links'],
    }),
    type: row.type,
    mode: row.mode,
    entityRef: row.origin_entity ?? pipelineEntityRef(row.name),
    ...(row.published_version !== null && {
      publishedVersion: row.published_version,
    }),
    ...retirementOf(row),
    ...originOf(row),
    hasUnpublishedChanges: Boolean(row.has_unpublished_changes),
    problemCount: row.problem_count,
    dataSources: JSON.parse(row.data_sources) as string[],
    ...(lastRun && { lastRun }),
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    etag: toEtag(row),
  };
}

function retirementOf(
  row: PipelineSummaryRow,
): Pick<PipelineSummary, 'retired'> {
  const { retired_at: at, retired_by: by, retired_message: message } = row;
  return at && by ? { retired: { at, by, ...(message && { message }) } } : {};
}

/** @param problems - of the draft, as found now @internal */
export function toPipeline(
  row: PipelineRow,
  problems: DocumentProblem[],
  lastRun?: RunSummary,
): Pipeline {
  const document = toDocument(row);
  return {
    ...toPipelineSummary(row, lastRun),
    problemCount: problems.filter(({ severity }) => severity === 'error')
      .length,
    document,
    yaml: printPipeline(document),
    problems,
  };
}

/** @internal */
export function toDocument(row: { document: string }): PipelineDocument {
  return JSON.parse(row.document) as PipelineDocument;
}

/** Absent for a version from before digests were kept. @internal */
export function digestsOf(row: Pick<PipelineVersionRow, 'artifact_digests'>): {
  digests?: Digests;
} {
  const { artifact_digests: digests } = row;
  return digests === null ? {} : { digests: JSON.parse(digests) as Digests };
}

/** Without the document. @internal */
export function toVersionSummary(
  pipeline: string,
  row: Omit<PipelineVersionRow, 'document'>,
): PipelineVersion {
  return {
    pipeline,
    version: row.version,
    ...(row.message !== null && { message: row.message }),
    createdAt: row.created_at,
    createdBy: row.created_by,
    ...digestsOf(row),
    ...(row.published_at &&
      row.published_by && {
        imported: { at: row.published_at, by: row.published_by },
      }),
  };
}
