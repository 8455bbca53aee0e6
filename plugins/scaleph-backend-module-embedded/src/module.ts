import { createBackendModule } from '@backstage/backend-plugin-api';

/** Adds the engine `embedded` to Scaleph. */
export const scalephModuleEmbedded = createBackendModule({
  pluginId: 'scaleph',
  moduleId: 'embedded',
  register(env) {
    env.registerInit({
      deps: {},
      async init() {},
    });
  },
});
