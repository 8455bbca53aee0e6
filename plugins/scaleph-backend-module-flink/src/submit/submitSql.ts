import { InputError } from '@backstage/errors';
import {
  blankSqlComments,
  checkFlinkScript,
} from '@scaleph/backstage-plugin-scaleph-common';
import { SqlGatewayClient } from '../gateway/SqlGatewayClient';
import { fillText } from '../plan/fillText';
import { placeholderValues } from '../plan/placeholderFields';
import { sqlPolicyOf } from '../plan/scriptProblems';
import { ScriptStep, scriptSteps } from '../plan/scriptSteps';
import { placeJar } from '../sql/placeJar';
import { runStatement } from './runStatement';
import { atStep } from './ScriptStepError';
import { AnySubmit, SubmitRequest } from './SubmitRequest';

/** Runs a script in a session of its own, which is closed in any case. @internal */
export async function submitSql(request: SubmitRequest<'sql'>): Promise<void> {
  const { payload, connections, context, target, jobId } = request;
  const { gateway, config } = target;
  if (!gateway) {
    throw new InputError(
      `Target "${target.name}" runs no SQL any more: its configuration names no SQL Gateway`,
    );
  }
  const libraries = await Promise.all(
    payload.libraries.map(async ref =>
      placeJar(
        target.jars,
        config.sql?.jarDirectory,
        await context.artifacts.read(ref),
      ),
    ),
  );
  const values = placeholderValues(payload.parameters, connections);
  const script = fillText('The script', payload.script, 'sql', values);
  // Again: what was filled in may name a place too.
  const [problem] = checkFlinkScript(script, sqlPolicyOf(config));
  if (problem) throw new InputError(`The script: ${problem.message}`);
  const { setup, job } = scriptSteps(script);
  const session = await gateway.openSession({
    name: `scaleph-${context.runId}-${context.deployment}`,
    properties: {
      ...payload.settings,
      ...(payload.parallelism && {
        'parallelism.default': String(payload.parallelism),
      }),
    },
  });
  try {
    for (const path of libraries) {
      const statement = `ADD JAR '${path.replaceAll("'", "''")}'`;
      await runStatement(gateway, session, statement);
    }
    for (const step of setup) await run(gateway, session, step);
    await run(gateway, session, job, {
      '$internal.pipeline.job-id': jobId,
      'table.dml-sync': 'false',
      ...restoreSettings(request),
    });
  } finally {
    await gateway.closeSession(session);
  }
}

async function run(
  gateway: SqlGatewayClient,
  session: string,
  step: ScriptStep,
  executionConfig?: Record<string, string>,
): Promise<void> {
  try {
    // What was checked is what the server reads, wherever it sees comments.
    const text = blankSqlComments(step.text);
    await runStatement(gateway, session, text, executionConfig);
  } catch (error) {
    throw atStep(step, error);
  }
}

function restoreSettings({ context }: AnySubmit): Record<string, string> {
  const { restore } = context;
  if (!restore) return {};
  const ignore = String(restore.allowNonRestored);
  // Up to 1.19 and from 1.20 on; a release takes no notice of the names that it does not know.
  return {
    'execution.savepoint.path': restore.location,
    'execution.savepoint.ignore-unclaimed-state': ignore,
    'execution.state-recovery.path': restore.location,
    'execution.state-recovery.ignore-unclaimed-state': ignore,
  };
}
