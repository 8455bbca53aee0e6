import { ArtifactRef, PipelineDocument } from '../types';
import { compact, filled } from './plainObjects';

type Spec = PipelineDocument['spec'];

/**
 * The parts of a document that hold a text or a jar, with their fields in the
 * order of the reference. Texts are kept byte for byte.
 * @internal
 */
export function canonicalDefinition({
  sql,
  jar,
  cdc,
}: Spec): Pick<Spec, 'sql' | 'jar' | 'cdc'> {
  return {
    sql:
      sql &&
      compact({ script: sql.script, libraries: artifacts(sql.libraries) }),
    jar:
      jar &&
      compact({
        artifact: canonicalArtifact(jar.artifact),
        entryClass: jar.entryClass,
        arguments: filled(jar.arguments),
        libraries: artifacts(jar.libraries),
      }),
    cdc:
      cdc &&
      compact({
        definition: cdc.definition,
        libraries: artifacts(cdc.libraries),
      }),
  };
}

function artifacts(list: ArtifactRef[] | undefined): ArtifactRef[] | undefined {
  return filled(list?.map(canonicalArtifact));
}

function canonicalArtifact(artifact: ArtifactRef): ArtifactRef {
  if (!('url' in artifact)) return artifact;
  return compact({ url: artifact.url, sha256: artifact.sha256 });
}
