import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { ScalephClient } from '@scaleph/backstage-plugin-scaleph-common';
import { readSchedule } from './readSchedule';
import { ScalephEntityProvider } from './ScalephEntityProvider';
import { ScalephReader } from './ScalephReader';

/**
 * Adds pipelines, data sources and registered targets of Scaleph to the catalog.
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
      },
      async init({
        auth,
        catalog,
        config,
        discovery,
        events,
        logger,
        scheduler,
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
      },
    });
  },
});
