import { surfaceClass } from '../components';
import { Container } from '@backstage/ui';
import { Route, Routes, useParams } from '../lib/router';
import { RunPage } from '../runs/RunPage';
import { RunsTable } from '../runs/RunsTable';

const RunList = () => (
  <Container className={surfaceClass}>
    <RunsTable />
  </Container>
);

const OneRun = () => {
  const { id = '' } = useParams();
  return <RunPage id={id} />;
};

/** Sub-page Runs: the list, and one run at `/runs/:id`. */
export const RunsPage = () => (
  <Routes>
    <Route index element={<RunList />} />
    <Route path=":id" element={<OneRun />} />
  </Routes>
);
