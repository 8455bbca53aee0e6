import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiFlowChart } from '@remixicon/react';
import {
  isDataSourceAvailable,
  isPipelineAvailable,
  isPipelineNamed,
  isTargetAvailable,
} from '@scaleph/backstage-plugin-scaleph-common';
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
import { mayHaveConsole } from './sql/mayHaveConsole';

const scalephApi = ApiBlueprint.make({
  params: defineParams => defineParams(scalephApiFactory),
});

// The blueprint's own header shows tab titles as they are written here; ours
// shows them in the user's language, so the header is drawn by the content.
const scalephPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { inputs }) {
    const pages = inputs.pages.map(page => ({
      path: page.get(coreExtensionData.routePath),
      title: page.get(coreExtensionData.title),
      element: page.get(coreExtensionData.reactElement),
    }));
    return originalFactory({
      path: '/scaleph',
      title: 'Scaleph',
      icon: <RiFlowChart />,
      routeRef: rootRouteRef,
      noHeader: true,
      loader: () =>
        import('./pages/ScalephPageLayout').then(m => (
          <m.ScalephPageLayout pages={pages} />
        )),
    });
  },
});

const pipelinesPage = SubPageBlueprint.make({
  name: 'pipelines',
  params: {
    path: 'pipelines',
    title: 'Pipelines',
    loader: () =>
      import('./pages/PipelinesPage').then(m => <m.PipelinesPage />),
  },
});

const runsPage = SubPageBlueprint.make({
  name: 'runs',
  params: {
    path: 'runs',
    title: 'Runs',
    loader: () => import('./pages/RunsPage').then(m => <m.RunsPage />),
  },
});

const dataSourcesPage = SubPageBlueprint.make({
  name: 'data-sources',
  params: {
    path: 'data-sources',
    title: 'Data sources',
    loader: () =>
      import('./pages/DataSourcesPage').then(m => <m.DataSourcesPage />),
  },
});

const clustersPage = SubPageBlueprint.make({
  name: 'clusters',
  params: {
    path: 'clusters',
    title: 'Clusters',
    loader: () => import('./pages/TargetsPage').then(m => <m.TargetsPage />),
  },
});

const sqlPage = SubPageBlueprint.make({
  name: 'sql',
  params: {
    path: 'sql',
    title: 'SQL',
    loader: () => import('./sql/SqlPage').then(m => <m.SqlPage />),
  },
});

const pipelineContent = EntityContentBlueprint.make({
  name: 'pipeline',
  params: {
    path: '/pipeline',
    title: 'Pipeline',
    filter: isPipelineNamed,
    loader: () => import('./pipeline/PipelineTab').then(m => <m.PipelineTab />),
  },
});

const runsContent = EntityContentBlueprint.make({
  name: 'runs',
  params: {
    path: '/runs',
    title: 'Runs',
    filter: isPipelineAvailable,
    loader: () => import('./runs/RunsTab').then(m => <m.RunsTab />),
  },
});

const sqlContent = EntityContentBlueprint.make({
  name: 'sql',
  params: {
    path: '/sql',
    title: 'SQL',
    filter: mayHaveConsole,
    loader: () => import('./sql/SqlTab').then(m => <m.SqlTab />),
  },
});

const lastRunCard = EntityCardBlueprint.make({
  name: 'last-run',
  params: {
    type: 'info',
    filter: isPipelineAvailable,
    loader: () => import('./runs/LastRunCard').then(m => <m.LastRunCard />),
  },
});

const dataSourceCard = EntityCardBlueprint.make({
  name: 'data-source',
  params: {
    type: 'info',
    filter: isDataSourceAvailable,
    loader: () =>
      import('./data-sources/DataSourceCard').then(m => <m.DataSourceCard />),
  },
});

const dataContent = EntityContentBlueprint.make({
  name: 'data',
  params: {
    path: '/data',
    title: 'Data',
    filter: isDataSourceAvailable,
    loader: () =>
      import('./data-sources/browse/DataTab').then(m => <m.DataTab />),
  },
});

const clusterContent = EntityContentBlueprint.make({
  name: 'cluster',
  params: {
    path: '/cluster',
    title: 'Cluster',
    filter: isTargetAvailable,
    loader: () => import('./targets/ClusterTab').then(m => <m.ClusterTab />),
  },
});

const targetCard = EntityCardBlueprint.make({
  name: 'target',
  params: {
    type: 'info',
    filter: isTargetAvailable,
    loader: () => import('./targets/TargetCard').then(m => <m.TargetCard />),
  },
});

/**
 * The Scaleph plugin for the front-end system.
 *
 * @public
 */
export const scalephPlugin = createFrontendPlugin({
  pluginId: 'scaleph',
  title: 'Scaleph',
  icon: <RiFlowChart />,
  info: { packageJson: () => import('../package.json') },
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
  extensions: [
    scalephApi,
    scalephPage,
    pipelinesPage,
    runsPage,
    dataSourcesPage,
    clustersPage,
    sqlPage,
    pipelineContent,
    runsContent,
    clusterContent,
    sqlContent,
    lastRunCard,
    dataContent,
    dataSourceCard,
    targetCard,
  ],
});
