import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createDataSourceAction } from './dataSources/createDataSourceAction';
import { createPipelineAction } from './pipelines/createPipelineAction';
import { editPipelineFileAction } from './pipelines/editPipelineFileAction';
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
        config: coreServices.rootConfig,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, catalog, config, discovery }) {
        const services = { auth, catalog, discovery };
        actions.addActions(
          createPipelineAction(services),
          editPipelineFileAction({
            ...services,
            integrations: ScmIntegrations.fromConfig(config),
          }),
          runPipelineAction(services),
          createDataSourceAction(services),
        );
      },
    });
  },
});
