import { CreateDataSourcePage } from '../data-sources/CreateDataSourcePage';
import { DataSourceListPage } from '../data-sources/DataSourceListPage';
import { EditDataSourcePage } from '../data-sources/EditDataSourcePage';
import { Route, Routes } from '../lib/router';

/** Sub-page Data sources: the list, a new one, and the edit of one. */
export const DataSourcesPage = () => (
  <Routes>
    <Route index element={<DataSourceListPage />} />
    <Route path="new" element={<CreateDataSourcePage />} />
    <Route path="edit/:name" element={<EditDataSourcePage />} />
  </Routes>
);
