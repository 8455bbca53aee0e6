import { createBackendModule } from '@backstage/backend-plugin-api';

/** Adds the actions of Scaleph to the scaffolder. */
export const scaffolderModuleScaleph = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'scaleph',
  register(env) {
    env.registerInit({
      deps: {},
      async init() {},
    });
  },
});
