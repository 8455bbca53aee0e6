import { RequestListener } from 'node:http';
import { JsonObject } from '@backstage/types';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { httpServer } from '../../testing/httpServer';
import { DataSourceType } from '../DataSourceType';
import { elasticsearchType } from './elasticsearch';
import { httpType } from './http';
import { icebergCatalogType } from './icebergCatalog';
import { s3Type } from './s3';

/*
 * None of these servers is in a registry as a small binary: answers are written by hand from the documentation of each API.
 */
const { signal } = new AbortController();
let server: Awaited<ReturnType<typeof httpServer>>;
let answer: RequestListener;

beforeEach(async () => {
  server = await httpServer((request, response) => answer(request, response));
});
afterEach(() => server.stop());

const json =
  (status: number, body: unknown): RequestListener =>
  (_, response) => {
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify(body));
  };
const connection = (
  config: JsonObject,
  secrets: Record<string, string> = {},
  network = NetworkPolicy.allowAll(),
) => ({
  config,
  secrets,
  network,
  files: FileRoots.of([]),
  signal,
});
const test = (type: DataSourceType, ...args: Parameters<typeof connection>) =>
  type.testConnection(connection(...args));
const denied = NetworkPolicy.of({ deniedRanges: ['127.0.0.0/8'] });

describe('HTTP', () => {
  it.each([
    [200, /answered 200$/],
    [404, /answered 404: nothing is at this path/],
    [302, /answered 302: it redirects, which is not followed/],
  ])('takes %i', async (status, message) => {
    answer = (_, response) => {
      response.writeHead(status, { location: 'http://169.254.169.254/' }).end();
    };
    await expect(test(httpType, { url: `${server.url}/v1` })).resolves.toMatch(
      message,
    );
    expect(server.asked[0]).toMatchObject({ method: 'HEAD', url: '/v1' });
  });

  it.each([
    [401, /check user, password or token/],
    [503, /has a problem of its own/],
  ])('does not take %i', async (status, message) => {
    answer = (_, response) => {
      response.writeHead(status).end();
    };
    await expect(test(httpType, { url: server.url })).rejects.toThrow(message);
  });

  it('sends headers, and a user or a token', async () => {
    answer = (_, response) => {
      response.end();
    };
    const config = { url: server.url, headers: { 'X-Tenant': 'a' } };
    await test(
      httpType,
      { ...config, authentication: 'bearer' },
      { token: 't0ken' },
    );
    await test(
      httpType,
      { ...config, authentication: 'basic', user: 'u' },
      { password: 'p' },
    );
    const [bearer, basic] = server.asked.map(({ headers }) => headers);
    expect(bearer).toMatchObject({
      'x-tenant': 'a',
      authorization: 'Bearer t0ken',
    });
    expect(basic.authorization).toBe(
      `Basic ${Buffer.from('u:p').toString('base64')}`,
    );
    await expect(
      test(
        httpType,
        { ...config, authentication: 'bearer' },
        { token: 'a\r\nb: c' },
      ),
    ).rejects.toThrow(/needs the secret "token"/);
  });

  it.each(['Host', 'transfer-encoding', 'X-Forwarded-For'])(
    'leaves the header %s to the connection',
    async name => {
      const config = {
        url: server.url,
        headers: { [name]: 'internal', a: 'b' },
      };
      expect(await httpType.check(config, connection(config))).toEqual([
        expect.objectContaining({ code: 'header-not-allowed' }),
      ]);
    },
  );

  it('goes nowhere it may not', async () => {
    await expect(
      test(httpType, { url: server.url }, {}, denied),
    ).rejects.toThrow(/may not reach/);
    expect(server.asked).toEqual([]);
  });
});

describe('Elasticsearch', () => {
  const look = (path: string[], search?: string) =>
    elasticsearchType.browser!.objects(connection({ urls: server.url }), {
      ...{ path, search, limit: 10, signal },
    });

  it.each([
    [{ version: { number: '8.19.0' } }, 'Elasticsearch 8.19.0 answered'],
    [
      { version: { number: '2.19.0', distribution: 'opensearch' } },
      'OpenSearch 2.19.0 answered',
    ],
  ])('is tested: %j', async (body, message) => {
    answer = json(200, body);
    await expect(
      test(
        elasticsearchType,
        { urls: `http://127.0.0.1:1,${server.url}`, user: 'u' },
        { password: 'p' },
      ),
    ).resolves.toBe(message);
    expect(server.asked[0].headers.authorization).toBe(
      `Basic ${Buffer.from('u:p').toString('base64')}`,
    );
  });

  it('says what is wrong', async () => {
    answer = json(401, {
      error: { reason: 'unable to authenticate user [u]' },
    });
    await expect(
      test(
        elasticsearchType,
        { urls: server.url, user: 'u' },
        { password: 'hunter2-h' },
      ),
    ).rejects.toThrow(/answered 401: unable to authenticate/);
    answer = (_, response) => {
      response.end('<html>');
    };
    await expect(test(elasticsearchType, { urls: server.url })).rejects.toThrow(
      /answered 200 and no JSON: check the address$/,
    );
    await expect(
      test(elasticsearchType, { urls: server.url }, {}, denied),
    ).rejects.toThrow(/may not reach/);
  });

  it('shows indices and their fields', async () => {
    answer = json(200, [
      { index: 'orders', 'docs.count': '12', 'store.size': '4096' },
    ]);
    expect((await look([])).items).toEqual([
      {
        kind: 'index',
        name: 'orders',
        rows: 12,
        bytes: 4096,
        hasChildren: true,
        hasRows: true,
      },
    ]);
    answer = json(200, {
      orders: {
        mappings: {
          properties: {
            id: { type: 'long' },
            user: { properties: { name: { type: 'keyword' } } },
          },
        },
      },
    });
    expect(
      (await look(['orders'])).items.map(({ name, type }) => [name, type]),
    ).toEqual([
      ['id', 'long'],
      ['user.name', 'keyword'],
    ]);
    answer = json(404, { error: { reason: 'no such index' } });
    await expect(look(['nothing'])).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it.each(['*', 'a,b', '_all', '../_cluster', '-x', '..'])(
    'asks for one index alone, not %s',
    async name => {
      await expect(look([name])).rejects.toMatchObject({
        name: 'NotFoundError',
      });
      expect(server.asked).toEqual([]);
    },
  );

  it('shows first documents', async () => {
    answer = json(200, {
      hits: {
        hits: [
          { _id: 'a', _source: { x: 1 } },
          { _id: 'b', _source: { y: { z: 2 } } },
          { _id: 'c' },
        ],
      },
    });
    const sample = await elasticsearchType.browser!.rows!(
      connection({ urls: server.url }),
      { path: ['orders'], limit: 2, signal },
    );
    expect(sample).toEqual({
      columns: ['_id', 'x', 'y'].map(name => ({ name, type: 'json' })),
      rows: [
        ['a', 1, null],
        ['b', null, { z: 2 }],
      ],
      truncated: true,
    });
  });
});

describe('The rows of an HTTP API', () => {
  const { objects, rows } = httpType.browser!;
  const look = (path: string[]) =>
    rows!(
      connection(
        { url: `${server.url}/orders`, authentication: 'bearer' },
        { token: 'the-token' },
      ),
      { path, limit: 2, signal },
    );

  it('are those of its answer', async () => {
    answer = json(200, { page: 1, items: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    const found = await objects(connection({ url: `${server.url}/orders` }), {
      path: [],
      limit: 10,
      signal,
    });
    expect(found.items).toEqual([
      {
        kind: 'endpoint',
        name: '/orders',
        type: 'GET',
        hasChildren: false,
        hasRows: true,
      },
    ]);
    expect(await look(['/orders'])).toEqual({
      columns: [{ name: 'id', type: 'number' }],
      rows: [[1], [2]],
      truncated: true,
    });
    expect(server.asked[0].headers.authorization).toBe('Bearer the-token');
    await expect(look(['/other'])).rejects.toThrow(/"\/other" does not exist/);
  });

  it.each<[string, RequestListener, RegExp]>([
    [
      'redirects',
      (_, response) => {
        response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
      },
      /is 302, not 200: it redirects to http:\/\/169\.254\.169\.254\/, which is not followed/,
    ],
    [
      'is no JSON',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
      },
      /is text\/html; rows are shown of JSON/,
    ],
    [
      'is endless',
      (_, response) => {
        const chunk = Buffer.alloc(1024 * 1024, ' ');
        const more = () => {
          while (!response.destroyed && response.write(chunk));
          response.once('drain', more);
        };
        more();
      },
      /longer than 8388608 bytes/,
    ],
  ])('or why there are none: the answer %s', async (_, listener, reason) => {
    answer = listener;
    const sample = await look(['/orders']);
    expect(sample.rows).toEqual([]);
    expect(sample.reason).toMatch(reason);
  });
});

/** Answers searches with so many documents as are asked for, of those that it has. */
function documents(count: number, bytes: number, sizes: number[]) {
  answer = (request, response) => {
    request.on('data', (body: Buffer) => {
      const { size } = JSON.parse(body.toString()) as { size: number };
      sizes.push(size);
      const hits = Array.from({ length: Math.min(size, count) }, (_, at) => ({
        _id: String(at),
        _source: { note: 'x'.repeat(bytes) },
      }));
      response.end(JSON.stringify({ hits: { hits } }));
    });
  };
}

it('asks for fewer documents where they are long', async () => {
  const ask = () =>
    elasticsearchType.browser!.rows!(connection({ urls: server.url }), {
      path: ['orders'],
      limit: 50,
      signal,
    });
  const sizes: number[] = [];
  documents(51, 200_000, sizes);
  const sample = await ask();
  expect(sizes).toEqual([51, 8]);
  expect(sample.rows).toHaveLength(8);
  expect(sample).toMatchObject({
    truncated: true,
    cut: { columns: [], bytes: 8_388_608 },
  });
  documents(1, 9_000_000, sizes);
  const none = await ask();
  expect(none.rows).toEqual([]);
  expect(none.reason).toMatch(/first document is longer than 8388608 bytes/);
});

describe('S3', () => {
  const keys = { accessKey: 'AKIDEXAMPLE', secretKey: 'the-secret-key' };
  const xml =
    (status: number, body: string): RequestListener =>
    (_, response) => {
      response
        .writeHead(status, { 'content-type': 'application/xml' })
        .end(body);
    };
  const config = (more = {}) => ({
    endpoint: server.url,
    region: 'eu-central-1',
    ...more,
  });
  const list = `<ListBucketResult><IsTruncated>false</IsTruncated>
    <Contents><Key>data/</Key><Size>0</Size></Contents><Contents><Key>data/a &amp; b.csv</Key><Size>12</Size></Contents>
    <CommonPrefixes><Prefix>data/sub/</Prefix></CommonPrefixes></ListBucketResult>`;

  it('is tested, signed', async () => {
    answer = xml(200, list);
    await expect(
      test(s3Type, config({ bucket: 'lake' }), keys),
    ).resolves.toMatch(/^Bucket "lake" of .* can be listed$/);
    expect(server.asked[0].url).toBe('/lake?list-type=2&max-keys=1');
    expect(server.asked[0].headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/s3\/aws4_request, SignedHeaders=[^,]*host[^,]*, Signature=[0-9a-f]{64}$/,
    );
    answer = xml(
      200,
      '<ListAllMyBucketsResult><Buckets><Bucket><Name>lake</Name></Bucket></Buckets></ListAllMyBucketsResult>',
    );
    await expect(test(s3Type, config(), keys)).resolves.toMatch(
      /answered: 1 bucket$/,
    );
  });

  it.each([
    ['InvalidAccessKeyId', /does not know the access key/],
    ['SignatureDoesNotMatch', /check the secret key and the region/],
    ['NoSuchBucket', /has no bucket "lake"/],
    ['AccessDenied', /may not list bucket "lake"/],
  ])('says what %s means', async (code, message) => {
    answer = xml(
      403,
      `<Error><Code>${code}</Code><Message>the-secret-key</Message></Error>`,
    );
    const error = await test(s3Type, config({ bucket: 'lake' }), keys).catch(
      it => it,
    );
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('the-secret-key');
  });

  it('says what is no S3', async () => {
    answer = json(404, {});
    await expect(
      test(s3Type, config({ bucket: 'lake' }), keys),
    ).rejects.toThrow(/no answer of S3: check the endpoint/);
    await expect(test(s3Type, config(), keys, denied)).rejects.toThrow(
      /may not reach/,
    );
  });

  it('shows directories and files', async () => {
    answer = xml(200, list);
    const { items } = await s3Type.browser!.objects(
      connection(config(), keys),
      {
        ...{ path: ['lake', 'data'], limit: 100, signal },
      },
    );
    expect(items).toEqual([
      { kind: 'directory', name: 'sub', hasChildren: true },
      {
        kind: 'file',
        name: 'a & b.csv',
        bytes: 12,
        hasChildren: false,
        hasRows: true,
      },
    ]);
    expect(server.asked[0].url).toBe(
      '/lake?list-type=2&delimiter=%2F&max-keys=100&prefix=data%2F',
    );
    await s3Type.browser!.objects(connection(config(), keys), {
      path: ['../other'],
      limit: 1,
      signal,
    });
    expect(server.asked[1].url).toMatch(/^\/invalid-bucket-name\?/);
  });
});

describe('Iceberg', () => {
  const config = () => ({
    catalogName: 'lake',
    catalogType: 'rest',
    restUrl: `${server.url}/api`,
    warehouse: 's3://w',
  });
  it('is tested', async () => {
    answer = json(200, { defaults: {}, overrides: {} });
    await expect(
      test(icebergCatalogType, config(), { token: 't' }),
    ).resolves.toMatch(/answered$/);
    expect(server.asked[0]).toMatchObject({
      url: '/api/v1/config?warehouse=s3%3A%2F%2Fw',
      headers: { authorization: 'Bearer t' },
    });
    answer = json(401, {});
    await expect(test(icebergCatalogType, config())).rejects.toThrow(
      /check the token/,
    );
    answer = json(200, {});
    await expect(test(icebergCatalogType, config())).rejects.toThrow(
      /no configuration of a catalog/,
    );
  });
});
