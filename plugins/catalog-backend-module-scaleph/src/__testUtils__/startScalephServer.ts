import { targetEntityRef } from '@scaleph/backstage-plugin-scaleph-common';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';

const stamps = {
  owner: 'group:default/data',
  tags: [],
  createdAt: '2026-11-21T08:00:00Z',
  createdBy: 'user:default/jane',
  updatedAt: '2026-11-21T08:00:00Z',
  updatedBy: 'user:default/jane',
  etag: '"1"',
};

const toPipeline = (name: string) => ({
  ...stamps,
  name,
  type: 'seatunnel',
  mode: 'batch',
  entityRef: `component:default/${name}`,
  hasUnpublishedChanges: true,
  problemCount: 0,
  dataSources: [],
});

const toDataSource = (name: string) => ({
  ...stamps,
  name,
  type: 'postgresql',
  config: {},
  secrets: {},
  location: 'db:5432/x',
  entityRef: `resource:default/${name}`,
  usedBy: [],
});

const toTarget = (name: string) => {
  const { owner, tags, createdAt, createdBy, updatedAt, updatedBy, etag } =
    stamps;
  const registered = {
    ...{ type: 'flink-session', owner, tags, config: {}, secrets: {}, etag },
    ...{ location: 'flink:8081', entityRef: targetEntityRef(name) },
    ...{ createdAt, createdBy, updatedAt, updatedBy },
  };
  return {
    ...{ name, title: name, engine: 'flink', pipelineTypes: [], modes: [] },
    ...{ actions: [], healthy: true },
    // That of an engine which needs none is not registered.
    ...(name !== 'embedded' && { registered }),
  };
};

const CONVERTERS = {
  pipelines: toPipeline,
  'data-sources': toDataSource,
  targets: toTarget,
};

/**
 * The lists and items of the Scaleph API over HTTP, two to a page, targets all at once, with what the real one cannot be made to do: to fail, and to wait in
 * the middle of an answer.
 */
export async function startScalephServer() {
  const state = {
    pipelines: new Set<string>(),
    dataSources: new Set<string>(),
    targets: new Set<string>(['embedded']),
    /** Paths (with query) that answer 500. */
    failing: undefined as RegExp | undefined,
    /** Called after the content of a list is decided and before it is sent. */
    beforeSend: undefined as ((url: string) => Promise<void>) | undefined,
    requests: [] as string[],
    tokens: new Set<string | undefined>(),
  };

  const answer = (url: URL) => {
    const [, collection, name] = url.pathname.split('/');
    const names = {
      pipelines: [...state.pipelines],
      'data-sources': [...state.dataSources],
      targets: [...state.targets],
    }[collection as keyof typeof CONVERTERS];
    const convert: (one: string) => object =
      CONVERTERS[collection as keyof typeof CONVERTERS];
    if (name !== undefined) {
      return names.includes(name) ? convert(name) : undefined;
    }
    if (collection === 'targets') return { items: names.map(convert) };
    const start = Number(url.searchParams.get('cursor') ?? 0);
    const end = start + 2;
    return {
      items: names.sort().slice(start, end).map(convert),
      totalItems: names.length,
      ...(end < names.length && { nextCursor: String(end) }),
    };
  };

  const server = createServer(async (request, response) => {
    const url = request.url!;
    state.requests.push(url);
    state.tokens.add(request.headers.authorization);
    const body = answer(new URL(url, 'http://localhost'));
    await state.beforeSend?.(url);
    if (state.failing?.test(url)) {
      response.statusCode = 500;
      response.end(
        JSON.stringify({
          error: { name: 'Error', message: 'The database is away' },
          response: { statusCode: 500 },
        }),
      );
      return;
    }
    response.statusCode = body ? 200 : 404;
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    state,
    baseUrl: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise(resolve => server.close(resolve));
    },
  };
}
