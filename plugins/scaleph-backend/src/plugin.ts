import { createBackendPlugin } from '@backstage/backend-plugin-api';

/** The Scaleph backend plugin. */
export const scalephPlugin = createBackendPlugin({
  pluginId: 'scaleph',
  register(env) {
    env.registerInit({
      deps: {},
      async init() {},
    });
  },
});
