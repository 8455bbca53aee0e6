import { ArtifactRef, PipelineDocument } from '../types';

/** All jars that a document names. @public */
export function pipelineArtifacts({ spec }: PipelineDocument): ArtifactRef[] {
  const { sql, jar, cdc } = spec;
  return [
    ...(jar ? [jar.artifact, ...(jar.libraries ?? [])] : []),
    ...(sql?.libraries ?? []),
    ...(cdc?.libraries ?? []),
  ];
}

/** Names of the uploaded jars that a document uses, each once. @public */
export function artifactUploads(document: PipelineDocument): string[] {
  const names = pipelineArtifacts(document).flatMap(ref =>
    'upload' in ref ? [ref.upload] : [],
  );
  return [...new Set(names)];
}
