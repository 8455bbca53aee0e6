import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ScmIntegrations } from '@backstage/integration';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { ScalephClient } from '@scaleph/backstage-plugin-scaleph-common';
import { PipelineFileReader } from './repositories/PipelineFileReader';
import { ScalephPipelineProcessor } from './repositories/ScalephPipelineProcessor';
import { readSchedule } from './readSchedule';
import { ScalephEntityProvider } from './ScalephEntityProvider';
import { ScalephReader } from './ScalephReader';

/**
 * Adds pipelines, data sources and registered targets of Scaleph to the catalog, and takes pipelines from the repositories whose
 * entities name them.
 *
 * @public
 */
export const catalogModuleScaleph = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'scaleph',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init({
        auth,
        catalog,
        config,
        discovery,
        events,
        logger,
        scheduler,
        urlReader,
      }) {
        const api = new ScalephClient({ discoveryApi: discovery });
        catalog.addEntityProvider(
          new ScalephEntityProvider({
            reader: new ScalephReader({ api, auth }),
            events,
            logger,
            taskRunner: scheduler.createScheduledTaskRunner(
              readSchedule(config),
            ),
          }),
        );
        catalog.addProcessor(
          new ScalephPipelineProcessor({
            api,
            auth,
            files: new PipelineFileReader({
              urlReader,
              integrations: ScmIntegrations.fromConfig(config),
            }),
            logger,
          }),
        );
      },
    });
  },
});
