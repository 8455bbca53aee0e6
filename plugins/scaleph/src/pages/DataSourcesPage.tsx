import { useRouteRef } from '@backstage/core-plugin-api';
import { NoSuchPage } from '../components';
import { CreateDataSourcePage } from '../data-sources/CreateDataSourcePage';
import { DataSourceListPage } from '../data-sources/DataSourceListPage';
import { EditDataSourcePage } from '../data-sources/EditDataSourcePage';
import { Route, Routes } from '../lib/router';
import { dataSourcesRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';

/** Sub-page Data sources: the list, a new one, and the edit of one. */
export const DataSourcesPage = () => {
  const { t } = useScalephTranslation();
  const listHref = useRouteRef(dataSourcesRouteRef)();
  return (
    <Routes>
      <Route index element={<DataSourceListPage />} />
      <Route path="new" element={<CreateDataSourcePage />} />
      <Route path="edit/:name" element={<EditDataSourcePage />} />
      <Route
        path="*"
        element={
          <NoSuchPage
            listHref={listHref}
            listTitle={t('pages.tabs.dataSources')}
          />
        }
      />
    </Routes>
  );
};
