import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  NetworkPolicy,
  scalephEnginesExtensionPoint,
} from '@scaleph/backstage-plugin-scaleph-node';
import { createFlinkSessionEngine } from './createFlinkSessionEngine';
import { JarDirectories } from './sql/JarDirectories';

/** Adds Apache Flink session clusters to Scaleph. @public */
export const scalephModuleFlink = createBackendModule({
  pluginId: 'scaleph',
  moduleId: 'flink',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        engines: scalephEnginesExtensionPoint,
      },
      async init({ config, logger, engines }) {
        engines.addEngine(
          createFlinkSessionEngine({
            network: NetworkPolicy.fromConfig(config),
            jars: await JarDirectories.fromConfig(config),
            logger,
          }),
        );
      },
    });
  },
});
