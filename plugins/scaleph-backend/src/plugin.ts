import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  DataSourceType,
  scalephDataSourceTypesExtensionPoint,
  scalephEnginesExtensionPoint,
  scalephSecretResolversExtensionPoint,
  SecretResolver,
} from '@scaleph/backstage-plugin-scaleph-node';
import { createScaleph } from './createScaleph';
import { runFaultsServiceRef } from './runs/RunFaults';
import { EngineRegistry } from './targets/EngineRegistry';

/**
 * The Scaleph back end: pipelines, runs and data sources behind
 * `/api/scaleph`. Engines, types of data sources and places for secrets are
 * added by modules through the extension points of scaleph-node.
 *
 * @public
 */
export const scalephPlugin = createBackendPlugin({
  pluginId: 'scaleph',
  register(env) {
    const engines = new EngineRegistry();
    const dataSourceTypes: DataSourceType[] = [];
    const secretResolvers: SecretResolver[] = [];
    env.registerExtensionPoint(scalephEnginesExtensionPoint, {
      addEngine: engine => engines.add(engine),
    });
    env.registerExtensionPoint(scalephDataSourceTypesExtensionPoint, {
      addDataSourceType: type => void dataSourceTypes.push(type),
    });
    env.registerExtensionPoint(scalephSecretResolversExtensionPoint, {
      addSecretResolver: resolver => void secretResolvers.push(resolver),
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        faults: runFaultsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(services) {
        await createScaleph({
          ...services,
          engines,
          dataSourceTypes,
          secretResolvers,
        });
      },
    });
  },
});
