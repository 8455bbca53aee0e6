import { SchedulerServiceTaskFunction } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import {
  SCALEPH_CATALOG_TOPIC,
  ScalephClient,
  targetEntityRef,
} from '@scaleph/backstage-plugin-scaleph-common';
import { startScalephServer } from './__testUtils__/startScalephServer';
import { waitFor } from './__testUtils__/waitFor';
import { ScalephEntityProvider } from './ScalephEntityProvider';
import { ScalephReader } from './ScalephReader';

/** What the catalog holds of the provider, by the rules of its interface. */
function createCatalog() {
  const held = new Set<string>();
  return {
    held: () => [...held].sort(),
    connection: {
      async applyMutation(mutation: EntityProviderMutation) {
        if (mutation.type === 'full') {
          held.clear();
          mutation.entities.forEach(({ entity }) =>
            held.add(stringifyEntityRef(entity)),
          );
          return;
        }
        for (const { entity } of mutation.added) {
          held.add(stringifyEntityRef(entity));
        }
        for (const removed of mutation.removed) {
          held.delete(
            'entityRef' in removed
              ? removed.entityRef
              : stringifyEntityRef(removed.entity),
          );
        }
      },
      refresh: async () => {},
    },
  };
}

async function start() {
  const server = await startScalephServer();
  const catalog = createCatalog();
  const events = mockServices.events();
  const logger = mockServices.logger.mock();
  let task: SchedulerServiceTaskFunction | undefined;
  const provider = new ScalephEntityProvider({
    reader: new ScalephReader({
      api: new ScalephClient({
        discoveryApi: { getBaseUrl: async () => server.baseUrl },
      }),
      auth: mockServices.auth({ pluginId: 'catalog' }),
    }),
    events,
    logger,
    taskRunner: {
      run: async ({ fn }) => {
        task = fn;
      },
    },
  });
  await provider.connect(catalog.connection);
  return {
    ...server,
    ...catalog,
    logger,
    refresh: async (signal = new AbortController().signal) => task!(signal),
    tell: (
      kind: 'pipeline' | 'data-source' | 'target',
      name: string,
      change: 'upsert' | 'delete',
    ) =>
      events.publish({
        topic: SCALEPH_CATALOG_TOPIC,
        eventPayload: { kind, name, change },
      }),
    publish: (eventPayload: unknown) =>
      events.publish({ topic: SCALEPH_CATALOG_TOPIC, eventPayload }),
  };
}

let portal: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  portal = await start();
});
afterEach(() => portal.stop());

describe('ScalephEntityProvider', () => {
  it('reads every page, in the name of the catalog', async () => {
    ['a', 'b', 'c', 'd', 'e'].forEach(name => portal.state.pipelines.add(name));
    ['x', 'y', 'z'].forEach(name => portal.state.dataSources.add(name));
    // A data source and a target may have the same name.
    portal.state.targets.add('x');
    await portal.refresh();
    expect(portal.held()).toEqual([
      'component:default/a',
      'component:default/b',
      'component:default/c',
      'component:default/d',
      'component:default/e',
      'resource:default/x',
      targetEntityRef('x'),
      'resource:default/y',
      'resource:default/z',
    ]);
    expect(portal.state.requests).toHaveLength(6);
    const [authorization, ...others] = [...portal.state.tokens];
    expect(others).toEqual([]);
    expect(authorization).toContain(
      '{"sub":"plugin:catalog","target":"scaleph"}',
    );
  });

  it('a refresh removes what is not there any more', async () => {
    portal.state.pipelines.add('a');
    await portal.refresh();
    portal.state.pipelines.clear();
    await portal.refresh();
    expect(portal.held()).toEqual([]);
  });

  it.each([
    ['the first page', /pipelines\?limit=\d+&retired=all$/],
    ['the second page', /cursor=2/],
    ['the list of data sources', /data-sources/],
    ['the list of targets', /targets/],
  ])(
    'keeps what it has when %s cannot be read, and says why',
    async (_, failing) => {
      ['a', 'b', 'c', 'd'].forEach(name => portal.state.pipelines.add(name));
      await portal.refresh();
      const before = portal.held();
      portal.state.pipelines.delete('a');
      portal.state.failing = failing;
      await portal.refresh();
      expect(portal.held()).toEqual(before);
      expect(portal.logger.error).toHaveBeenCalledWith(
        expect.stringContaining('The database is away'),
      );
    },
  );

  it('a failed refresh does not keep the next one from running', async () => {
    portal.state.pipelines.add('a');
    portal.state.failing = /./;
    await portal.refresh();
    portal.state.failing = undefined;
    await portal.refresh();
    expect(portal.held()).toEqual(['component:default/a']);
  });

  it('a refresh ends when it is told to', async () => {
    await portal.refresh(AbortSignal.abort(new Error('time is up')));
    expect(portal.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('time is up'),
    );
  });

  it('hears of changes', async () => {
    portal.state.pipelines.add('a');
    portal.state.dataSources.add('x');
    portal.state.targets.add('x');
    await portal.tell('pipeline', 'a', 'upsert');
    await portal.tell('data-source', 'x', 'upsert');
    await portal.tell('target', 'x', 'upsert');
    await waitFor(async () =>
      expect(portal.held()).toEqual([
        'component:default/a',
        'resource:default/x',
        targetEntityRef('x'),
      ]),
    );
    portal.state.pipelines.clear();
    portal.state.dataSources.clear();
    portal.state.targets.clear();
    await portal.tell('pipeline', 'a', 'delete');
    await portal.tell('data-source', 'x', 'delete');
    await portal.tell('target', 'x', 'delete');
    await waitFor(async () => expect(portal.held()).toEqual([]));
  });

  it('removes what is gone by the time that it hears of its change', async () => {
    portal.state.pipelines.add('a');
    await portal.refresh();
    portal.state.pipelines.clear();
    await portal.tell('pipeline', 'a', 'upsert');
    await waitFor(async () => expect(portal.held()).toEqual([]));
  });

  it('keeps what has been made again by the time that it hears of its deletion', async () => {
    portal.state.pipelines.add('a');
    await portal.tell('pipeline', 'a', 'delete');
    await waitFor(async () =>
      expect(portal.held()).toEqual(['component:default/a']),
    );
  });

  it('what is deleted in the middle of a refresh does not come back', async () => {
    ['a', 'b'].forEach(name => portal.state.pipelines.add(name));
    portal.state.beforeSend = async url => {
      // The list that holds `a` is decided and not sent yet.
      if (!url.startsWith('/pipelines?')) return;
      portal.state.beforeSend = undefined;
      portal.state.pipelines.delete('a');
      await portal.tell('pipeline', 'a', 'delete');
    };
    await portal.refresh();
    await waitFor(async () =>
      expect(portal.held()).toEqual(['component:default/b']),
    );
  });

  it('a change that cannot be read is logged, and the next refresh brings it', async () => {
    portal.state.pipelines.add('a');
    portal.state.failing = /./;
    await portal.tell('pipeline', 'a', 'upsert');
    await waitFor(async () =>
      expect(portal.logger.error).toHaveBeenCalledWith(
        expect.stringContaining('pipeline "a"'),
      ),
    );
    portal.state.failing = undefined;
    await portal.refresh();
    expect(portal.held()).toEqual(['component:default/a']);
  });

  it.each([
    undefined,
    'text',
    { kind: 'run', name: 'a', change: 'upsert' },
    { kind: 'pipeline', name: '', change: 'upsert' },
    { kind: 'pipeline', name: 1, change: 'upsert' },
    { kind: 'pipeline', name: 'a', change: 'rename' },
  ])('ignores the event %j', async payload => {
    await portal.publish(payload);
    await portal.refresh();
    expect(portal.logger.warn).toHaveBeenCalledTimes(1);
    expect(portal.state.requests).toHaveLength(3);
  });
});
