import { NetworkPolicy } from '@scaleph/backstage-plugin-scaleph-node';
import { createHash } from 'node:crypto';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { DefaultArtifactReader } from './DefaultArtifactReader';
import { JarDownloads } from './JarDownloads';
import { mavenPath } from './mavenPath';

const BYTES = Buffer.alloc(100_000, 'jar');
const SHA = createHash('sha256').update(BYTES).digest('hex');

describe('DefaultArtifactReader', () => {
  let server: Server;
  let url: string;
  let requests: string[];
  const downloads = new JarDownloads({ maxSize: 200_000 });

  beforeAll(async () => {
    server = createServer((request: IncomingMessage, response) => {
      requests.push(`${request.url} ${request.headers.authorization ?? ''}`);
      if (request.url === '/moved.jar') {
        response.writeHead(302, { location: 'http://169.254.169.254/x' }).end();
      } else if (request.url === '/big.jar') {
        response.end(Buffer.alloc(300_000));
      } else if (request.url === '/busy.jar') {
        response.writeHead(503).end();
      } else if (
        /^\/(a\.jar(\?once)?|repo\/g\/h\/a\/1\/a-1\.jar)$/.test(request.url!)
      ) {
        response.end(BYTES);
      } else {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    requests = [];
  });
  afterAll(async () => {
    await downloads.close();
    server.close();
  });

  const readerOf = (
    network = NetworkPolicy.allowAll(),
    repositories = [
      { url: `${url}/empty`, authorization: undefined },
      { url: `${url}/repo`, authorization: 'Bearer of-repo' },
    ],
  ) =>
    new DefaultArtifactReader({
      store: { find: async () => undefined, read: async () => undefined },
      downloads,
      network,
      repositories,
    });

  it('reads a URL as often as it is asked for, with the digest of its bytes', async () => {
    const content = await readerOf().read({ url: `${url}/a.jar` });
    expect(content).toMatchObject({ sha256: SHA, sizeBytes: BYTES.length });
    for (let time = 0; time < 2; time++) {
      const chunks = [];
      for await (const chunk of content.open()) chunks.push(chunk);
      expect(Buffer.concat(chunks).equals(BYTES)).toBe(true);
    }
    expect(requests).toHaveLength(1);
  });

  it('reads what made room for others meanwhile', async () => {
    const content = await readerOf().read({ url: `${url}/a.jar` });
    const others = Array.from({ length: 40 }, () =>
      readerOf().read({ url: `${url}/a.jar` }),
    );
    await expect(
      readerOf().read({ url: `${url}/none.jar`, sha256: SHA }),
    ).rejects.toThrow('There is no jar');
    for (const each of [content, ...(await Promise.all(others))]) {
      const chunks = [];
      for await (const chunk of each.open()) chunks.push(chunk);
      expect(Buffer.concat(chunks).equals(BYTES)).toBe(true);
    }
  });

  it('fetches what cannot change once', async () => {
    const ref = { url: `${url}/a.jar?once`, sha256: SHA };
    await readerOf().read(ref);
    await readerOf().read(ref);
    expect(requests).toHaveLength(1);
  });

  it('asks one repository after the other', async () => {
    await readerOf().read({ maven: 'g.h:a:1' });
    expect(requests).toEqual([
      '/empty/g/h/a/1/a-1.jar ',
      '/repo/g/h/a/1/a-1.jar Bearer of-repo',
    ]);
  });

  it.each([
    [{ upload: 'no.jar' }, 'NotFoundError', 'does not exist'],
    [{ url: '/no.jar' }, 'NotFoundError', 'no jar at'],
    [{ url: '/a.jar', sha256: 'a'.repeat(64) }, 'InputError', SHA],
    [{ url: '/moved.jar' }, 'InputError', 'redirects to'],
    [{ url: '/big.jar' }, 'InputError', 'larger than 200000'],
    [{ url: '/busy.jar' }, 'Error', 'status 503'],
    [{ maven: 'g:no:1' }, 'NotFoundError', 'g:no:1'],
    [{ maven: 'g:../a:1' }, 'InputError', 'no Maven coordinates'],
  ])('%j is refused', async (ref, name, message) => {
    const whole =
      'url' in ref && ref.url ? { ...ref, url: `${url}${ref.url}` } : ref;
    await expect(readerOf().read(whole as never)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
  });

  it('goes to no host that is not allowed, and to no repository that nobody named', async () => {
    const network = NetworkPolicy.of({ allowedHosts: ['example.com'] });
    await expect(
      readerOf(network).read({ url: `${url}/a.jar` }),
    ).rejects.toMatchObject({ name: 'InputError' });
    await expect(
      readerOf(network, []).read({ maven: 'g:a:1' }),
    ).rejects.toThrow('scaleph.artifacts.maven.repositories');
    expect(requests).toEqual([]);
  });
});

it('finds the place of coordinates', () => {
  expect(mavenPath('org.example:a:1.0:tests')).toBe(
    'org/example/a/1.0/a-1.0-tests.jar',
  );
});
