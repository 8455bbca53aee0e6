import {
  readFlinkScript,
  SqlStatement,
} from '@scaleph/backstage-plugin-scaleph-common';
import { artifactName } from './artifactName';
import { fillText } from './fillText';
import { jsonArtifact, PlanContext, PlannedJob } from './PlanContext';
import { scriptProblems } from './scriptProblems';
import { ScriptSteps, scriptSteps } from './scriptSteps';

/** A script goes statement by statement through a session of the SQL Gateway. @internal */
export function planSql({
  request: { document },
  settings,
  masked,
  config,
}: PlanContext): PlannedJob {
  const { script = '', libraries = [] } = document.spec.sql ?? {};
  const shown = fillText('The script', script, 'sql', masked);
  const read = readFlinkScript(script);
  // With what is filled in: a path may come from a data source.
  const problems = scriptProblems(document, { script, shown, read, config });
  return {
    artifacts: [
      {
        name: 'script.sql',
        mediaType: 'application/sql',
        content: toText(scriptSteps(shown)),
      },
      jsonArtifact('session.json', {
        gateway: config.gatewayUrl,
        settings: { ...settings, ...parallelismOf(document.spec.env) },
        statements: [...read.setup, ...read.job].map(describe),
        ...(libraries.length && { libraries: libraries.map(artifactName) }),
      }),
    ],
    warnings: problems,
    job: { kind: 'sql', script, libraries },
  };
}

function toText({ setup, job }: ScriptSteps): string {
  return `${[...setup, job].map(it => `${it.text};`).join('\n\n')}\n`;
}

function describe({ kind, text }: SqlStatement) {
  return { kind, begins: text.split('\n')[0].slice(0, 80) };
}

function parallelismOf(env: { parallelism?: number } | undefined) {
  return env?.parallelism === undefined
    ? {}
    : { 'parallelism.default': String(env.parallelism) };
}
