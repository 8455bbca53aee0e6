import { CatalogClient } from '@backstage/catalog-client';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
// eslint-disable-next-line no-restricted-imports, @backstage/no-mixed-plugin-imports -- what is released depends on common alone; the test runs the real thing
import scalephPlugin from '@scaleph/backstage-plugin-scaleph-backend';
import { ScalephClient } from '@scaleph/backstage-plugin-scaleph-common';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import catalogModuleScaleph from '../index';
import { waitFor } from '../__testUtils__/waitFor';

// The real catalog, the real Scaleph back end, and files of this machine and of a web server.
jest.setTimeout(60_000);

const token = mockCredentials.user.token();

const entityOf = (name: string, file: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations:
    scaleph.io/pipeline: ${file}
spec:
  type: data-pipeline
  lifecycle: production
  owner: group:default/data
  dependsOn: [component:default/other]
`;

const pipelineOf = (name: string, limit = 10) => `# ${name}
apiVersion: scaleph.io/v1alpha1
kind: Pipeline
metadata: { name: ${name}, owner: group:default/data }
spec:
  type: flink-sql
  mode: streaming
  sql:
    script: |
      CREATE TABLE t (id INT) WITH ('connector' = 'datagen');
      CREATE TABLE s (id INT) WITH ('connector' = 'jdbc', 'url' = '\${data-source.shop.url}', 'table-name' = 't${limit}');
      INSERT INTO s SELECT id FROM t;
`;

/** A web server with these files, by path; it answers 304 to who has a file already. */
async function serve(files: Map<string, string>) {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const text = files.get(request.url!);
    if (text === undefined) {
      response.writeHead(404).end();
      return;
    }
    const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
    const known = request.headers['if-none-match'] === etag;
    asked.push(`${known ? 304 : 200} ${request.url}`);
    response.writeHead(known ? 304 : 200, { etag });
    response.end(known ? undefined : text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    server,
  };
}

describe('entities that name the file of a pipeline', () => {
  const files = new Map<string, string>();
  let directory: string;
  let web: Awaited<ReturnType<typeof serve>>;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let catalog: CatalogClient;
  let scaleph: ScalephClient;

  beforeAll(async () => {
    directory = await realpath(
      await mkdtemp(join(tmpdir(), 'scaleph-repository-')),
    );
    const write = (name: string, text: string) =>
      writeFile(join(directory, name), text);
    await write('catalog-info.yaml', entityOf('local', './pipeline.yaml'));
    await write('pipeline.yaml', pipelineOf('local'));
    await write('linked.yaml', entityOf('linked', './link.yaml'));
    await symlink('/etc/hostname', join(directory, 'link.yaml'));
    files.set('/shop/catalog-info.yaml', entityOf('web', './pipeline.yaml'));
    files.set('/shop/pipeline.yaml', pipelineOf('web'));
    files.set('/shop/out.yaml', entityOf('out', '../secret.yaml'));
    files.set('/secret.yaml', pipelineOf('secret'));
    web = await serve(files);
    const location = (target: string, type = 'url') => ({
      type,
      target,
      rules: [{ allow: ['Component'] }],
    });
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        scalephPlugin,
        catalogModuleScaleph,
        eventsServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            backend: { reading: { allow: [{ host: web.host }] } },
            catalog: {
              processingInterval: { milliseconds: 200 },
              locations: [
                location(join(directory, 'catalog-info.yaml'), 'file'),
                location(join(directory, 'linked.yaml'), 'file'),
                location(`${web.url}/shop/catalog-info.yaml`),
                location(`${web.url}/shop/out.yaml`),
              ],
            },
            scaleph: {
              secrets: {
                keys: [{ id: 'test', key: randomBytes(32).toString('base64') }],
              },
            },
          },
        }),
      ],
    });
    const discoveryApi = {
      getBaseUrl: async (plugin: string) =>
        `http://localhost:${backend.server.port()}/api/${plugin}`,
    };
    catalog = new CatalogClient({ discoveryApi });
    scaleph = new ScalephClient({ discoveryApi });
  });

  afterAll(async () => {
    await backend?.stop();
    web.server.closeAllConnections();
    web.server.close();
    await rm(directory, { recursive: true, force: true });
  });

  const entity = (name: string) =>
    catalog.getEntityByRef(`component:default/${name}`, { token });
  const annotations = async (name: string) =>
    (await entity(name))?.metadata.annotations;

  it.each(['local', 'web'])('have a pipeline: %s', async name => {
    await waitFor(async () => {
      expect(await annotations(name)).toMatchObject({
        'scaleph.io/pipeline-name': name,
      });
    }, 20_000);
    const { spec } = (await entity(name))!;
    expect(spec!.dependsOn).toEqual([
      'component:default/other',
      'resource:default/shop',
    ]);
    expect(await scaleph.getPipeline(name, { token })).toMatchObject({
      name,
      entityRef: `component:default/${name}`,
      origin: {
        entityRef: `component:default/${name}`,
        path: expect.stringMatching(/pipeline.yaml$/),
      },
    });
  });

  it('are read again only when the file has changed, and then change', async () => {
    await waitFor(async () => {
      expect(web.asked).toContain('304 /shop/pipeline.yaml');
    }, 20_000);
    const reads = () =>
      web.asked.filter(it => it === '200 /shop/pipeline.yaml').length;
    const before = reads();
    files.set('/shop/pipeline.yaml', pipelineOf('web', 20));
    await waitFor(async () => {
      const { document } = await scaleph.getPipeline('web', { token });
      expect(document.spec.sql?.script).toContain('t20');
    }, 20_000);
    expect(reads()).toBe(before + 1);
  });

  it('say why there is no pipeline, when a file leads elsewhere', async () => {
    await waitFor(async () => {
      expect(await annotations('out')).toMatchObject({
        'scaleph.io/pipeline-error': expect.stringMatching(/leads out of/),
      });
      expect(await annotations('linked')).toMatchObject({
        'scaleph.io/pipeline-error': expect.stringMatching(/leads out of/),
      });
    }, 20_000);
    const { items } = await scaleph.listPipelines({}, { token });
    expect(items.map(({ name }) => name).sort()).toEqual(['local', 'web']);
    expect(web.asked.join()).not.toContain('secret');
  });

  it('do not give their pipeline to an entity of that name from elsewhere', async () => {
    for (const [place, limit] of [
      ['one', 1],
      ['two', 2],
    ] as const) {
      files.set(`/${place}/catalog-info.yaml`, entityOf('moved', './p.yaml'));
      files.set(`/${place}/p.yaml`, pipelineOf('moved', limit));
    }
    const register = (place: string) =>
      catalog.addLocation(
        { target: `${web.url}/${place}/catalog-info.yaml` },
        { token },
      );
    const { location } = await register('one');
    await waitFor(async () => {
      expect(await annotations('moved')).toHaveProperty([
        'scaleph.io/pipeline-name',
      ]);
    }, 20_000);
    await catalog.removeLocationById(location.id, { token });
    await register('two');
    await waitFor(async () => {
      expect(await annotations('moved')).toMatchObject({
        'scaleph.io/pipeline-error': expect.stringMatching(/another repo/),
      });
    }, 20_000);
    const pipeline = await scaleph.getPipeline('moved', { token });
    expect(pipeline.document.spec.sql?.script).toContain('t1');
    await scaleph.acceptOrigin('moved', pipeline.origin!.movedTo!, { token });
    await waitFor(async () => {
      const { document } = await scaleph.getPipeline('moved', { token });
      expect(document.spec.sql?.script).toContain('t2');
      expect(await annotations('moved')).not.toHaveProperty([
        'scaleph.io/pipeline-error',
      ]);
    }, 20_000);
  });

  it('keep what they have when the file is gone, and say so', async () => {
    files.delete('/shop/pipeline.yaml');
    await waitFor(async () => {
      const { origin } = await scaleph.getPipeline('web', { token });
      expect(origin!.error).toMatch(/could not be read/);
    }, 20_000);
    expect(await annotations('web')).toMatchObject({
      'scaleph.io/pipeline-name': 'web',
    });
    expect(
      (await scaleph.getPipeline('web', { token })).document,
    ).toBeDefined();
  });
});
