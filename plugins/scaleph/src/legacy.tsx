import { createPlugin } from '@backstage/core-plugin-api';

/** The Scaleph plugin for portals on the legacy front-end system. */
export const scalephPlugin = createPlugin({ id: 'scaleph' });
