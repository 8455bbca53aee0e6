import { LoggerService } from '@backstage/backend-plugin-api';
import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { FlinkSessionEngine } from './FlinkSessionEngine';
import { JarDirectories } from './sql/JarDirectories';
import { FlinkTargets } from './targetType/FlinkTargets';

/** The engine with what it may reach. @public */
export function createFlinkSessionEngine(options: {
  network: NetworkPolicy;
  /** Where targets may have jars for their SQL Gateways; nowhere when absent. */
  jars?: JarDirectories;
  logger: LoggerService;
}): FlinkSessionEngine {
  const { jars = JarDirectories.of([]) } = options;
  return new FlinkSessionEngine({
    targets: new FlinkTargets({ ...options, jars }),
    jars,
  });
}
