import type { Entity } from '@backstage/catalog-model';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  toDataSourceEntity,
  toPipelineEntity,
  toTargetEntity,
} from '@scaleph/backstage-plugin-scaleph-common';
import { aDataSource, aPipeline } from './__testUtils__/fixtures';
import { MemoryScaleph } from './__testUtils__/MemoryScaleph';
import { renderPortal } from './__testUtils__/renderPortal';
import plugin from './index';
import { aTarget } from './targets/__testUtils__/targetFixtures';

const api = () => new MemoryScaleph().asApi();

const website: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'website', namespace: 'default' },
  spec: { type: 'website', lifecycle: 'production', owner: 'data' },
};

describe('the page in the front-end system', () => {
  it('opens on Pipelines, and a tab leads to another sub-page', async () => {
    renderPortal('/scaleph', { api: api() });
    expect(await screen.findByText('Airports by state')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'Data sources' }));
    expect(await screen.findByText('Warehouse')).toBeInTheDocument();
  });

  it('speaks Chinese where the portal does', async () => {
    renderPortal('/scaleph/pipelines', { api: api(), language: 'zh' });
    expect(
      await screen.findByRole('tab', { name: '数据源' }),
    ).toBeInTheDocument();
    const row = await screen.findByRole('row', { name: /Airports by state/ });
    expect(within(row).getByText('已完成')).toBeInTheDocument();
  });
});

describe('the card of a data source', () => {
  it('stands on the page of a Resource of ours', async () => {
    renderPortal('/', {
      api: api(),
      entity: toDataSourceEntity(aDataSource()),
    });
    expect(
      await screen.findByText('db.example.com:5432/warehouse'),
    ).toBeInTheDocument();
    expect(screen.getByText('Answers')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'airports' })).toBeInTheDocument();
  });
});

describe('entity tabs and cards', () => {
  const filterOf = (id: Parameters<typeof plugin.getExtension>[0]) => {
    const tester = createExtensionTester(plugin.getExtension(id));
    const filter = tester.get(
      EntityContentBlueprint.dataRefs.filterFunction.optional(),
    );
    return filter ?? (() => false);
  };
  const pipeline = toPipelineEntity(aPipeline());
  const resource = toDataSourceEntity(aDataSource());
  const cluster = toTargetEntity(aTarget());

  it.each([
    ['entity-content:scaleph/pipeline', pipeline],
    ['entity-content:scaleph/runs', pipeline],
    ['entity-card:scaleph/last-run', pipeline],
    ['entity-card:scaleph/data-source', resource],
    ['entity-content:scaleph/cluster', cluster],
    ['entity-card:scaleph/target', cluster],
  ] as const)('%s stands on our entities and on no others', (id, entity) => {
    const filter = filterOf(id);
    const shown = [pipeline, resource, cluster, website].filter(filter);
    expect(shown).toEqual([entity]);
  });

  it('SQL stands on all of them', () => {
    const filter = filterOf('entity-content:scaleph/sql');
    const shown = [pipeline, resource, cluster, website].filter(filter);
    expect(shown).toEqual([pipeline, resource, cluster]);
  });
});
