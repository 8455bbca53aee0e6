import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { CatalogClient } from '@backstage/catalog-client';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
// eslint-disable-next-line no-restricted-imports, @backstage/no-mixed-plugin-imports -- what is released depends on common alone; the test runs the real thing
import scalephPlugin from '@scaleph/backstage-plugin-scaleph-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import {
  PipelineDocument,
  ScalephClient,
} from '@scaleph/backstage-plugin-scaleph-common';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import catalogModuleScaleph from './index';
import { waitFor } from './__testUtils__/waitFor';

// The real catalog and the real Scaleph back end, in one process on SQLite.
jest.setTimeout(60_000);

const token = mockCredentials.user.token();
const create = { token };
const overwrite = { token, ifMatch: '*' };

type Features = NonNullable<Parameters<typeof startTestBackend>[0]['features']>;

async function startPortal(features: Features) {
  const directory = await mkdtemp(join(tmpdir(), 'scaleph-catalog-'));
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      scalephPlugin,
      catalogModuleScaleph,
      mockServices.rootConfig.factory({
        data: {
          scaleph: {
            files: { roots: [directory] },
            secrets: {
              keys: [{ id: 'test', key: randomBytes(32).toString('base64') }],
            },
          },
        },
      }),
      ...features,
    ],
  });
  const discoveryApi = {
    getBaseUrl: async (plugin: string) =>
      `http://localhost:${backend.server.port()}/api/${plugin}`,
  };
  return {
    directory,
    catalog: new CatalogClient({ discoveryApi }),
    scaleph: new ScalephClient({ discoveryApi }),
    stop: async () => {
      await backend.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

let portal: Awaited<ReturnType<typeof startPortal>>;

const entity = (ref: string) => portal.catalog.getEntityByRef(ref, { token });
const relationsOf = async (ref: string) =>
  (await entity(ref))?.relations?.map(
    ({ type, targetRef }) => `${type} ${targetRef}`,
  );

function createFiles(name: string) {
  return portal.scaleph.createDataSource(
    {
      name,
      type: 'local-directory',
      owner: 'group:default/data',
      config: { directory: portal.directory },
    },
    create,
  );
}

function document(name: string, dataSource?: string): PipelineDocument {
  return {
    apiVersion: 'scaleph.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name, owner: 'group:default/data' },
    spec: {
      type: 'seatunnel',
      nodes: [
        {
          id: 'read',
          kind: 'source',
          connector: 'LocalFile',
          ...(dataSource && { dataSource }),
          options: { path: 'orders.csv', file_format_type: 'csv' },
        },
        { id: 'log', kind: 'sink', connector: 'Console' },
      ],
      edges: [{ from: 'read', to: 'log' }],
    },
  };
}

describe('within five seconds', () => {
  beforeAll(async () => {
    portal = await startPortal([eventsServiceFactory]);
  });
  afterAll(() => portal.stop());

  it('a pipeline that is created is in the catalog, with its data source', async () => {
    await createFiles('files');
    await portal.scaleph.createPipeline(
      { document: document('orders', 'files') },
      create,
    );

    await waitFor(async () => {
      expect(await relationsOf('component:default/orders')).toContain(
        'dependsOn resource:default/files',
      );
    });
    expect(await entity('component:default/orders')).toMatchObject({
      metadata: { annotations: { 'scaleph.io/pipeline-name': 'orders' } },
      spec: { type: 'data-pipeline', lifecycle: 'experimental' },
    });
    expect(await relationsOf('resource:default/files')).toContain(
      'dependencyOf component:default/orders',
    );
  });

  it('a change of a pipeline is in the catalog', async () => {
    const changed = document('orders', 'files');
    changed.metadata.title = 'All orders';
    await portal.scaleph.updatePipeline(
      'orders',
      { document: changed },
      overwrite,
    );

    await waitFor(async () => {
      const { metadata } = (await entity('component:default/orders'))!;
      expect(metadata.title).toBe('All orders');
    });
  });

  it('a name that the catalog cannot carry is there under another', async () => {
    const { entityRef } = await portal.scaleph.createPipeline(
      { document: document(`Orders.${'X'.repeat(80)}`) },
      create,
    );

    await waitFor(async () => {
      expect((await entity(entityRef))?.metadata.annotations).toMatchObject({
        'scaleph.io/pipeline-name': `Orders.${'X'.repeat(80)}`,
      });
    });
  });

  it('what is deleted is gone from the catalog', async () => {
    await portal.scaleph.deletePipeline('orders', overwrite);
    await portal.scaleph.deleteDataSource('files', overwrite);

    await waitFor(async () => {
      expect(await entity('component:default/orders')).toBeUndefined();
      expect(await entity('resource:default/files')).toBeUndefined();
    });
  });
});

describe('when events are lost', () => {
  const scheduler = mockServices.scheduler();

  beforeAll(async () => {
    // Without eventsServiceFactory each plugin has events of its own.
    portal = await startPortal([
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ]);
  });
  afterAll(() => portal.stop());

  it('a refresh makes up for it', async () => {
    await createFiles('files');
    await portal.scaleph.createPipeline(
      { document: document('orders', 'files') },
      create,
    );
    await scheduler.triggerTask('ScalephEntityProvider:refresh');
    await waitFor(async () => {
      expect(await relationsOf('component:default/orders')).toContain(
        'dependsOn resource:default/files',
      );
    });

    await portal.scaleph.deletePipeline('orders', overwrite);
    await scheduler.triggerTask('ScalephEntityProvider:refresh');
    await waitFor(async () => {
      expect(await entity('component:default/orders')).toBeUndefined();
    });
    expect(await entity('resource:default/files')).toBeDefined();
  });
});
