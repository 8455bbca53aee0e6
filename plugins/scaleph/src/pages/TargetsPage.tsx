import { Route, Routes } from '../lib/router';
import { CreateTargetPage } from '../targets/CreateTargetPage';
import { EditTargetPage } from '../targets/EditTargetPage';
import { TargetListPage } from '../targets/TargetListPage';

/** Sub-page Clusters: the list, a new one, and the edit of one. */
export const TargetsPage = () => (
  <Routes>
    <Route index element={<TargetListPage />} />
    <Route path="new" element={<CreateTargetPage />} />
    <Route path="edit/:name" element={<EditTargetPage />} />
  </Routes>
);
