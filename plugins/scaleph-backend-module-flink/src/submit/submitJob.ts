import {
  builtInDataSourceTypes,
  DeploymentPlan,
  RunContext,
  secretTexts,
} from '@scaleph/backstage-plugin-scaleph-node';
import { toPayload } from '../plan/FlinkPayload';
import { FlinkRestClient } from '../rest/FlinkRestClient';
import { isUnknownJob } from '../rest/Missing';
import { FlinkTarget } from '../targetType/FlinkTargets';
import { flinkJobId } from './flinkJobId';
import { submitError } from './submitError';
import { submitCdc, submitJar, submitSeaTunnel } from './submitJars';
import { submitSql } from './submitSql';
import { SubmitRequest } from './SubmitRequest';

/**
 * Starts the job of a plan, unless the cluster knows it already: its id is fixed, and a second job of one id is refused by Flink
 * itself. So a submit whose answer was lost can be repeated.
 * @returns the id of the job
 * @internal
 */
export async function submitJob(
  plan: Pick<DeploymentPlan, 'payload'>,
  context: RunContext,
  target: FlinkTarget,
): Promise<string> {
  const jobId = flinkJobId(context);
  if (await isKnown(target.rest, jobId)) return jobId;
  const connections = await context.connections();
  const secrets = Object.values(connections).flatMap(it =>
    secretTexts(
      builtInDataSourceTypes.find(({ type }) => type === it.type),
      it,
    ),
  );
  const payload = toPayload(plan);
  try {
    await start({ jobId, payload, target, connections, context });
  } catch (error) {
    // Some programs fail after their job was taken, and an answer can be lost.
    if (await isKnown(target.rest, jobId).catch(() => false)) return jobId;
    throw submitError(error, secrets);
  }
  return jobId;
}

async function start(request: SubmitRequest): Promise<void> {
  const { payload } = request;
  switch (payload.kind) {
    case 'sql':
      return submitSql({ ...request, payload });
    case 'jar':
      return submitJar({ ...request, payload });
    case 'cdc':
      return submitCdc({ ...request, payload });
    default:
      return submitSeaTunnel({ ...request, payload });
  }
}

async function isKnown(rest: FlinkRestClient, jobId: string): Promise<boolean> {
  try {
    await rest.jobs.state(jobId);
    return true;
  } catch (error) {
    if (isUnknownJob(error)) return false;
    throw error;
  }
}
