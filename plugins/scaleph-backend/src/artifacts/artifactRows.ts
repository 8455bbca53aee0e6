import { Artifact } from '@scaleph/backstage-plugin-scaleph-common';

/** @internal */
export interface ArtifactRow {
  id: string;
  name: string;
  description: string | null;
  owner: string;
  sha256: string;
  /** PostgreSQL gives a text. */
  size_bytes: number | string;
  entry_classes: string;
  created_at: string;
  created_by: string;
  search_text: string;
}

/** What the API answers; `usedBy` is left to who knows the caller. @internal */
export function toArtifact(row: ArtifactRow): Artifact {
  const entryClasses = JSON.parse(row.entry_classes) as string[];
  return {
    name: row.name,
    ...(row.description !== null && { description: row.description }),
    owner: row.owner,
    sha256: row.sha256,
    sizeBytes: Number(row.size_bytes),
    ...(entryClasses.length > 0 && { entryClasses }),
    createdAt: row.created_at,
    createdBy: row.created_by,
    usedBy: [],
  };
}
