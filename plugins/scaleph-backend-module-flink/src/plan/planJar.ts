import { artifactName } from './artifactName';
import { fillText } from './fillText';
import { jsonArtifact, PlanContext, PlannedJob } from './PlanContext';

/** A jar is uploaded and its program run through the REST interface. @internal */
export function planJar({
  request: { document },
  settings,
  masked,
}: PlanContext): PlannedJob {
  const { jar, env } = document.spec;
  if (!jar) throw new TypeError('A checked document of this type has a jar');
  const { artifact, entryClass, arguments: given = [], libraries = [] } = jar;
  return {
    artifacts: [
      jsonArtifact('run.json', {
        jar: artifactName(artifact),
        ...(libraries.length && { libraries: libraries.map(artifactName) }),
        entryClass,
        programArgsList: given.map((text, index) =>
          fillText(`Argument ${index + 1}`, text, 'text', masked),
        ),
        parallelism: env?.parallelism,
        flinkConfiguration: settings,
      }),
    ],
    warnings: [],
    job: { kind: 'jar', artifact, entryClass, arguments: given, libraries },
  };
}
