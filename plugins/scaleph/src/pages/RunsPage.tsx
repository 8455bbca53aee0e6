import { Route, Routes } from '../lib/router';
import { RunPage } from '../runs/RunPage';

/** Sub-page Runs: the list, and one run at `/runs/:id`. */
export const RunsPage = () => (
  <Routes>
    <Route index element={null} />
    <Route path=":id" element={<RunPage />} />
  </Routes>
);
