import { createBackendModule } from '@backstage/backend-plugin-api';

/** Adds Apache Flink session clusters to Scaleph. @public */
export const scalephModuleFlink = createBackendModule({
  pluginId: 'scaleph',
  moduleId: 'flink',
  register(env) {
    env.registerInit({ deps: {}, async init() {} });
  },
});
