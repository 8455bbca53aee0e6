import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createDataSourceAction } from './dataSources/createDataSourceAction';
import { createPipelineAction } from './pipelines/createPipelineAction';
import { runPipelineAction } from './runs/runPipelineAction';

/**
 * Adds the actions of Scaleph to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleScaleph = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'scaleph',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, catalog, discovery }) {
        const services = { auth, catalog, discovery };
        actions.addActions(
          createPipelineAction(services),
          runPipelineAction(services),
          createDataSourceAction(services),
        );
      },
    });
  },
});
