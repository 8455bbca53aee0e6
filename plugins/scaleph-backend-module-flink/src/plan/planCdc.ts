import { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import { isClusterPath, toArtifactRef } from '../targetType/FlinkTargetConfig';
import { CDC_MAIN, cdcArguments, cdcDefinition } from '../submit/cdcRun';
import { artifactName } from './artifactName';
import { jsonArtifact, PlanContext, PlannedJob } from './PlanContext';

const INTERVAL = 'execution.checkpointing.interval';

/** A definition is run by Flink CDC's own program on the JobManager. @internal */
export function planCdc({
  request: { document },
  config,
  settings,
  masked,
}: PlanContext): PlannedJob {
  const { definition = '', libraries = [] } = document.spec.cdc ?? {};
  const { jars = [], flinkHome } = config.cdc ?? {};
  return {
    artifacts: [
      {
        name: 'pipeline.yaml',
        mediaType: 'application/yaml',
        content: cdcDefinition(
          {
            pipeline: document.metadata.name,
            definition,
            parallelism: document.spec.env?.parallelism,
          },
          masked,
        ),
      },
      jsonArtifact('run.json', {
        jars: [...jars, ...libraries.map(artifactName)],
        entryClass: CDC_MAIN,
        programArgsList: cdcArguments(flinkHome, 'pipeline.yaml'),
        parallelism: document.spec.env?.parallelism,
        flinkConfiguration: settings,
      }),
    ],
    warnings: settings[INTERVAL] ? [] : [noCheckpoints(document.metadata.name)],
    uploads: jars.filter(it => !isClusterPath(it)).flatMap(uploadOf),
    job: { kind: 'cdc', definition, libraries },
  };
}

function uploadOf(text: string): string[] {
  const ref = toArtifactRef(text);
  return 'upload' in ref ? [ref.upload] : [];
}

function noCheckpoints(pipeline: string): DocumentProblem {
  return {
    severity: 'warning',
    code: 'no-checkpoints',
    pointer: '/spec/env/flink',
    message: `Pipeline "${pipeline}": it takes checkpoints only when the cluster's configuration says so, and sinks of Flink CDC write with checkpoints`,
    fix: `Set ${INTERVAL}, e.g. 10 s.`,
  };
}
