import { createFrontendPlugin } from '@backstage/frontend-plugin-api';

/** The Scaleph plugin for the front-end system. */
export const scalephPlugin = createFrontendPlugin({
  pluginId: 'scaleph',
  title: 'Scaleph',
  extensions: [],
});
