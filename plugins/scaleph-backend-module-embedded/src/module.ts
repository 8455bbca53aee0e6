import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scalephEnginesExtensionPoint } from '@scaleph/backstage-plugin-scaleph-node';
import { EmbeddedEngine } from './engine/EmbeddedEngine';
import { readEmbeddedSettings } from './engine/EmbeddedSettings';

/** Adds the engine `embedded` to Scaleph. @public */
export const scalephModuleEmbedded = createBackendModule({
  pluginId: 'scaleph',
  moduleId: 'embedded',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        engines: scalephEnginesExtensionPoint,
      },
      async init({ config, engines }) {
        const settings = readEmbeddedSettings(config);
        engines.addEngine(new EmbeddedEngine({ settings }));
      },
    });
  },
});
