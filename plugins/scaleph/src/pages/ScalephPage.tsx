import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useScalephTranslation } from '../translation';
import { DataSourcesPage } from './DataSourcesPage';
import { SqlPage } from '../sql/SqlPage';
import { PipelinesPage } from './PipelinesPage';
import { RunsPage } from './RunsPage';
import { TargetsPage } from './TargetsPage';

/** Header, tabs and routes of the page in the legacy front-end system. */
export const ScalephPage = () => {
  const { t } = useScalephTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('pages.title')} />
      <TabbedLayout>
        <TabbedLayout.Route path="pipelines" title={t('pages.tabs.pipelines')}>
          <PipelinesPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="runs" title={t('pages.tabs.runs')}>
          <RunsPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route
          path="data-sources"
          title={t('pages.tabs.dataSources')}
        >
          <DataSourcesPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="clusters" title={t('pages.tabs.clusters')}>
          <TargetsPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="sql" title={t('pages.tabs.sql')}>
          <SqlPage />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
};
