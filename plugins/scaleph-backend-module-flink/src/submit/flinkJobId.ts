import { EngineContext } from '@scaleph/backstage-plugin-scaleph-node';
import { createHash } from 'node:crypto';

/** The id that the job of a deployment has on its cluster: fixed before the submit, so that it can be repeated. @internal */
export function flinkJobId({
  runId,
  deployment,
}: Pick<EngineContext, 'runId' | 'deployment'>): string {
  const hash = createHash('sha256').update(`${runId}/${deployment}`);
  return hash.digest('hex').slice(0, 32);
}
