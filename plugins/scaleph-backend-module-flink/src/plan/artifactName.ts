import { ArtifactRef } from '@scaleph/backstage-plugin-scaleph-common';

/** A jar as a plan shows it. @internal */
export function artifactName(ref: ArtifactRef): string {
  if ('upload' in ref) return `upload ${ref.upload}`;
  return 'url' in ref ? ref.url : ref.maven;
}
