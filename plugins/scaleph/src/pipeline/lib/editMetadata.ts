import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';

/** What a person may change about the pipeline itself; its name never changes. @internal */
export type MetadataChange = Partial<
  Pick<
    PipelineDocument['metadata'],
    'title' | 'description' | 'owner' | 'system' | 'tags'
  >
>;

/** Sets metadata; a field that is empty or `undefined` is removed. @internal */
export function setMetadata(
  document: PipelineDocument,
  change: MetadataChange,
): PipelineDocument {
  const entries = Object.entries({ ...document.metadata, ...change });
  const kept = entries.filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return {
    ...document,
    metadata: Object.fromEntries(kept) as PipelineDocument['metadata'],
  };
}
