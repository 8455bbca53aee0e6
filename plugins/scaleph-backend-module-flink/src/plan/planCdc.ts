import {
  checkCdcOptions,
  DocumentProblem,
} from '@scaleph/backstage-plugin-scaleph-common';
import { isClusterPath, toArtifactRef } from '../targetType/FlinkTargetConfig';
import { CDC_MAIN, cdcArguments, cdcDefinition } from '../submit/cdcRun';
import { artifactName } from './artifactName';
import { jsonArtifact, PlanContext, PlannedJob } from './PlanContext';
import { sqlPolicyOf } from './scriptProblems';

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
  const shown = cdcDefinition(
    {
      pipeline: document.metadata.name,
      definition,
      parallelism: document.spec.env?.parallelism,
    },
    masked,
  );
  return {
    artifacts: [
      {
        name: 'pipeline.yaml',
        mediaType: 'application/yaml',
        content: shown,
      },
      jsonArtifact('run.json', {
        jars: [...jars, ...libraries.map(artifactName)],
        entryClass: CDC_MAIN,
        programArgsList: cdcArguments(flinkHome, 'pipeline.yaml'),
        parallelism: document.spec.env?.parallelism,
        flinkConfiguration: settings,
      }),
    ],
    warnings: [
      ...checkCdcOptions(shown, sqlPolicyOf(config)).map(message => ({
        severity: 'error' as const,
        code: 'engine-cannot-run',
        pointer: '/spec/cdc/definition',
        message: `Pipeline "${document.metadata.name}": ${message}`,
      })),
      ...(settings[INTERVAL] ? [] : [noCheckpoints(document.metadata.name)]),
    ],
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
