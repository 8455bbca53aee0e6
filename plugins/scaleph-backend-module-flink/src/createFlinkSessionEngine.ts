import { LoggerService } from '@backstage/backend-plugin-api';
import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkSessionEngine } from './FlinkSessionEngine';
import { FlinkTargets } from './targetType/FlinkTargets';

/** The engine with what it may reach. @public */
export function createFlinkSessionEngine(options: {
  network: NetworkPolicy;
  logger: LoggerService;
}): FlinkSessionEngine {
  return new FlinkSessionEngine({ targets: new FlinkTargets(options) });
}
