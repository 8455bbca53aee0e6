import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  DataSourceType,
  scalephDataSourceTypesExtensionPoint,
} from '@scaleph/backstage-plugin-scaleph-node';

/** Adds a type of data sources, as a module of an installation does. */
export function dataSourceTypeModule(type: DataSourceType) {
  return createBackendModule({
    pluginId: 'scaleph',
    moduleId: `type-${type.type}`,
    register(env) {
      env.registerInit({
        deps: { types: scalephDataSourceTypesExtensionPoint },
        async init({ types }) {
          types.addDataSourceType(type);
        },
      });
    },
  });
}
