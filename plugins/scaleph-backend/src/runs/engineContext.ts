import { LoggerService } from '@backstage/backend-plugin-api';
import { EngineContext } from '@scaleph/backstage-plugin-scaleph-node';
import { TargetDirectory } from '../targets/TargetDirectory';
import { SupervisedRun } from './RunRecord';

/** Of which run, on which target an engine is asked. @internal */
export async function engineContext(
  run: Pick<SupervisedRun, 'id' | 'deployment' | 'target'>,
  options: {
    targets: Pick<TargetDirectory, 'connection'>;
    logger: LoggerService;
  },
): Promise<EngineContext> {
  const target = await options.targets.connection(run.target);
  return {
    runId: run.id,
    deployment: run.deployment,
    ...(target && { target }),
    logger: options.logger,
  };
}
