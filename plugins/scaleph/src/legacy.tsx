/**
 * Scaleph for portals on the legacy front-end system.
 *
 * @packageDocumentation
 */
import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { scalephApiFactory } from './api';
import {
  dataSourcesRouteRef,
  pipelinesRouteRef,
  rootRouteRef,
  runRouteRef,
  runsRouteRef,
  sqlRouteRef,
  targetsRouteRef,
  templateRouteRef,
} from './routes';

export { scalephApiRef } from './api';
export { scalephTranslationRef } from './translation';
export {
  isDataSourceAvailable,
  isPipelineAvailable,
  isTargetAvailable,
} from '@scaleph/backstage-plugin-scaleph-common';

/** @public */
export const scalephPlugin = createPlugin({
  id: 'scaleph',
  apis: [scalephApiFactory],
  routes: {
    root: rootRouteRef,
    pipelines: pipelinesRouteRef,
    runs: runsRouteRef,
    run: runRouteRef,
    dataSources: dataSourcesRouteRef,
    clusters: targetsRouteRef,
    sql: sqlRouteRef,
  },
  externalRoutes: { template: templateRouteRef },
});

/**
 * The page with Pipelines, Runs, Data sources, Clusters and SQL, for a route `/scaleph`.
 *
 * @public
 */
export const ScalephPage = scalephPlugin.provide(
  createRoutableExtension({
    name: 'ScalephPage',
    component: () => import('./pages/ScalephPage').then(m => m.ScalephPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The tab Pipeline of a Component; show it where `isPipelineAvailable`.
 *
 * @public
 */
export const EntityPipelineContent = scalephPlugin.provide(
  createComponentExtension({
    name: 'EntityPipelineContent',
    component: {
      lazy: () => import('./pipeline/PipelineTab').then(m => m.PipelineTab),
    },
  }),
);

/**
 * The tab Runs of a Component; show it where `isPipelineAvailable`.
 *
 * @public
 */
export const EntityRunsContent = scalephPlugin.provide(
  createComponentExtension({
    name: 'EntityRunsContent',
    component: { lazy: () => import('./runs/RunsTab').then(m => m.RunsTab) },
  }),
);

/**
 * The tab SQL; show it where `isTargetAvailable`, `isDataSourceAvailable` or
 * `isPipelineAvailable`.
 *
 * @public
 */
export const EntitySqlContent = scalephPlugin.provide(
  createComponentExtension({
    name: 'EntitySqlContent',
    component: { lazy: () => import('./sql/SqlTab').then(m => m.SqlTab) },
  }),
);

/**
 * The overview card with the newest run of a pipeline.
 *
 * @public
 */
export const EntityLastRunCard = scalephPlugin.provide(
  createComponentExtension({
    name: 'EntityLastRunCard',
    component: {
      lazy: () => import('./runs/LastRunCard').then(m => m.LastRunCard),
    },
  }),
);

/**
 * The card of a data source; show it where `isDataSourceAvailable`.
 *
 * @public
 */
export const EntityDataSourceCard = scalephPlugin.provide(
  createComponentExtension({
    name: 'EntityDataSourceCard',
    component: {
      lazy: () =>
        import('./data-sources/DataSourceCard').then(m => m.DataSourceCard),
    },
  }),
);

/**
 * The tab Data of a Resource: what a data source holds; show it where `isDataSourceAvailable`.
 *
 * @public
 */
export const EntityDataContent = scalephPlugin.provide(
  createComponentExtension({
    name: 'EntityDataContent',
    component: {
      lazy: () => import('./data-sources/browse/DataTab').then(m => m.DataTab),
    },
  }),
);

/**
 * The tab Cluster of a Resource; show it where `isTargetAvailable`.
 *
 * @public
 */
export const EntityClusterContent = scalephPlugin.provide(
  createComponentExtension({
    name: 'EntityClusterContent',
    component: {
      lazy: () => import('./targets/ClusterTab').then(m => m.ClusterTab),
    },
  }),
);

/**
 * The card of a registered target; show it where `isTargetAvailable`.
 *
 * @public
 */
export const EntityTargetCard = scalephPlugin.provide(
  createComponentExtension({
    name: 'EntityTargetCard',
    component: {
      lazy: () => import('./targets/TargetCard').then(m => m.TargetCard),
    },
  }),
);
