import { createBackendModule } from '@backstage/backend-plugin-api';

/** Adds the entity provider of Scaleph to the catalog. */
export const catalogModuleScaleph = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'scaleph',
  register(env) {
    env.registerInit({
      deps: {},
      async init() {},
    });
  },
});
