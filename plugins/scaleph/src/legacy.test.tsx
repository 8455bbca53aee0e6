import { FlatRoutes } from '@backstage/core-app-api';
import { identityApiRef } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { toDataSourceEntity } from '@scaleph/backstage-plugin-scaleph-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReactElement } from 'react';
import { aDataSource } from './__testUtils__/fixtures';
import { MemoryScaleph } from './__testUtils__/MemoryScaleph';
import { catalogEntities } from './__testUtils__/renderPortal';
import {
  EntityDataSourceCard,
  scalephApiRef,
  ScalephPage,
  scalephPlugin,
} from './legacy';
import { Route } from './lib/router';

async function renderLegacyPortal(path: string, element: ReactElement) {
  const apis = [
    [scalephApiRef, new MemoryScaleph().asApi()],
    [catalogApiRef, catalogApiMock({ entities: catalogEntities })],
    [
      identityApiRef,
      mockApis.identity({
        userEntityRef: 'user:default/guest',
        ownershipEntityRefs: ['group:default/data'],
      }),
    ],
    [permissionApiRef, mockApis.permission()],
  ] as const;
  await renderInTestApp(
    <TestApiProvider apis={apis}>{element}</TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const page = (
  <FlatRoutes>
    <Route path="/scaleph" element={<ScalephPage />} />
  </FlatRoutes>
);

describe('the legacy front-end system', () => {
  it('has the plugin with its API and routes', () => {
    expect(scalephPlugin.getId()).toBe('scaleph');
    expect([...scalephPlugin.getApis()]).toHaveLength(1);
  });

  it('shows the page, and a tab leads to another sub-page', async () => {
    await renderLegacyPortal('/scaleph/pipelines', page);
    expect(await screen.findByText('Airports by state')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'Data sources' }));
    expect(await screen.findByText('Warehouse')).toBeInTheDocument();
  });

  it('opens a sub-page of a sub-page by its URL', async () => {
    await renderLegacyPortal('/scaleph/data-sources/edit/warehouse', page);
    expect(
      await screen.findByRole('heading', { name: 'Data source "Warehouse"' }),
    ).toBeInTheDocument();
    expect(screen.getByLabelText(/Host/)).toHaveValue('db.example.com');
  });

  it('shows the card of a data source', async () => {
    const card = (
      <EntityProvider entity={toDataSourceEntity(aDataSource())}>
        <EntityDataSourceCard />
      </EntityProvider>
    );
    await renderLegacyPortal(
      '/entity',
      <FlatRoutes>
        <Route path="/scaleph" element={<ScalephPage />} />
        <Route path="/entity" element={card} />
      </FlatRoutes>,
    );
    expect(
      await screen.findByText('db.example.com:5432/warehouse'),
    ).toBeInTheDocument();
  });
});
