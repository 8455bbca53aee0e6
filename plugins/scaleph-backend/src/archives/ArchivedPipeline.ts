/** A pipeline in an archive; documents are YAML. @internal */
export interface ArchivedPipeline {
  /** Its directory in the archive, `pipelines/<name>`. */
  path: string;
  name: string;
  draft: string;
  /** 1, 2, 3, … without a gap. */
  versions: ArchivedVersion[];
  /** It is out of use. */
  retired?: { message?: string };
}

/** @internal */
export interface ArchivedVersion {
  version: number;
  message?: string;
  /** ISO 8601, UTC. */
  publishedAt: string;
  /** Entity ref, or `service:<subject>`. */
  publishedBy: string;
  document: string;
}
