import {
  DocumentProblem,
  PipelineOrigin,
} from '@scaleph/backstage-plugin-scaleph-common';
import { MovedOrigin } from './originPlace';

/** Of pipeline_origins, without the text; null for a pipeline of the portal, absent in a row that is being written. @internal */
export interface OriginColumns {
  origin_entity?: string | null;
  origin_url?: string | null;
  origin_path?: string | null;
  origin_commit?: string | null;
  origin_synced_at?: string | null;
  origin_error?: string | null;
  origin_problems?: string | null;
  origin_versions?: string | null;
  origin_place?: string | null;
  origin_moved?: string | null;
}

/** The whole row. @internal */
export interface OriginRow extends OriginColumns {
  pipeline_id: string;
  origin_entity: string;
  origin_url: string;
  origin_synced_at: string;
  origin_versions: string;
  origin_text: string;
  origin_place: string;
  origin_moved: string | null;
}

/** Columns that a read of pipelines joins. @internal */
export const ORIGIN_COLUMNS = [
  'origin_entity',
  'origin_url',
  'origin_path',
  'origin_commit',
  'origin_synced_at',
  'origin_error',
  'origin_problems',
  'origin_versions',
  'origin_place',
  'origin_moved',
] as const satisfies ReadonlyArray<keyof OriginColumns>;

/** @internal */
export function originOf(row: OriginColumns): { origin?: PipelineOrigin } {
  const { origin_url: url, origin_entity: entityRef } = row;
  if (!url || !entityRef) return {};
  return {
    origin: {
      url,
      entityRef,
      ...(row.origin_path && { path: row.origin_path }),
      ...(row.origin_commit && { commit: row.origin_commit }),
      syncedAt: row.origin_synced_at!,
      ...(row.origin_error && { error: row.origin_error }),
      ...(row.origin_problems && {
        problems: JSON.parse(row.origin_problems) as DocumentProblem[],
      }),
      versionCommits: JSON.parse(row.origin_versions!) as Record<
        string,
        string
      >,
      ...(row.origin_moved && { movedTo: movedOf(row.origin_moved).url }),
    },
  };
}

/** @internal */
export function movedOf(column: string): MovedOrigin {
  return JSON.parse(column) as MovedOrigin;
}
