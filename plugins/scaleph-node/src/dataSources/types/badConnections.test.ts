import { JsonObject } from '@backstage/types';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { AddressInfo, createServer, Server, Socket } from 'node:net';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { ConnectionError } from '../connect/ConnectionError';
import { builtInDataSourceTypes } from './builtInDataSourceTypes';

jest.setTimeout(60_000);

const SECRET = 'hunter2-hunter2';
const HOSTNAME = 'no-such-host.invalid';

type Place = (host: string, port: number, tls: boolean) => JsonObject;

const database: Place = (host, port, tls) => ({
  host,
  port,
  database: 'shop',
  user: 'etl',
  ssl: tls ? 'require' : 'disable',
});
const url = (host: string, port: number, tls: boolean) =>
  `${tls ? 'https' : 'http'}://${host}:${port}`;

/** Configurations that point at a place, by type. */
const places: Record<string, Place> = {
  postgresql: database,
  mysql: database,
  sqlserver: database,
  clickhouse: database,
  doris: database,
  starrocks: database,
  oracle: (host, port) => ({ host, port, service: 'X', user: 'etl' }),
  redis: (host, port, tls) => ({
    host,
    port,
    ssl: tls ? 'require' : 'disable',
  }),
  kafka: (host, port, tls) => ({
    bootstrapServers: `${host}:${port}`,
    ssl: 'require',
    securityProtocol: tls ? 'SSL' : 'PLAINTEXT',
  }),
  mongodb: (host, port, tls) => ({
    servers: `${host}:${port}`,
    database: 'shop',
    user: 'etl',
    ssl: tls ? 'require' : 'disable',
  }),
  elasticsearch: (host, port, tls) => ({
    urls: url(host, port, tls),
    user: 'etl',
    ssl: 'require',
  }),
  s3: (host, port, tls) => ({
    endpoint: url(host, port, tls),
    bucket: 'lake',
    ssl: 'require',
  }),
  http: (host, port, tls) => ({
    url: url(host, port, tls),
    authentication: 'bearer',
  }),
  'hive-metastore': (host, port) => ({
    metastoreUri: `thrift://${host}:${port}`,
  }),
  'iceberg-catalog': (host, port, tls) => ({
    catalogName: 'lake',
    catalogType: 'rest',
    restUrl: url(host, port, tls),
    warehouse: 'w',
  }),
};
const types = builtInDataSourceTypes.filter(({ type }) => places[type]);
const withTls = types.filter(
  ({ type }) => !['oracle', 'hive-metastore'].includes(type),
);

const open = new Set<Socket>();
const servers: Server[] = [];
async function listening(server: Server): Promise<number> {
  server.on('connection', socket => {
    open.add(socket);
    socket.on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return (server.address() as AddressInfo).port;
}
let silent: number;
let other: number;
let web: number;
beforeAll(async () => {
  silent = await listening(createServer(socket => socket.resume()));
  other = await listening(
    createServer(socket => socket.end('SSH-2.0-OpenSSH_9.2\r\n')),
  );
  web = await listening(
    createHttpServer((_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html>the intranet</html>');
    }),
  );
});
afterAll(() => {
  open.forEach(socket => socket.destroy());
  servers.forEach(server => server.close());
});

async function tryOut(
  type: (typeof types)[number],
  config: JsonObject,
  options: { signal?: AbortSignal; network?: NetworkPolicy } = {},
): Promise<ConnectionError> {
  const secrets = Object.fromEntries(
    type.secrets.map(({ name }) => [name, SECRET]),
  );
  const error: Error = await type
    .testConnection({
      config,
      secrets,
      network: NetworkPolicy.allowAll(),
      files: FileRoots.of([]),
      signal: AbortSignal.timeout(20_000),
      ...options,
    })
    .then(
      said => {
        throw new Error(`It said: ${said}`);
      },
      it => it,
    );
  expect(error.message).not.toContain(SECRET);
  // What stands on a page of somebody else is not for who may name any address.
  expect(error.message).not.toContain('intranet');
  expect(error.name).toBe('ConnectionError');
  return error as ConnectionError;
}

describe.each(types.map(type => [type.type, type] as const))(
  'The test of a data source of type %s',
  (name, type) => {
    const place = places[name];

    it('says that nothing listens there', async () => {
      const error = await tryOut(type, place('127.0.0.1', 1, false));
      expect(error.failure).toBe('refused');
      expect(error.message).toMatch(/127\.0\.0\.1:1 refused the connection/);
    });

    it('says that there is no such host', async () => {
      const error = await tryOut(type, place(HOSTNAME, 4321, false));
      expect(error.failure).toBe('host-not-found');
      expect(error.message).toMatch(
        /Host "no-such-host.invalid" has no address: check the name/,
      );
    });

    it.each(['169.254.169.254', '0.0.0.0', '224.0.0.1'])(
      'does not go to %s',
      async host => {
        const error = await tryOut(type, place(host, 80, false));
        expect(error.failure).toBe('not-allowed');
        expect(error.message).toMatch(/that data sources may not reach/);
      },
    );

    it('does not go to what the installation denies', async () => {
      const network = NetworkPolicy.of({ deniedRanges: ['127.0.0.0/8'] });
      const config = place('127.0.0.1', silent, false);
      const error = await tryOut(type, config, { network });
      expect(error.failure).toBe('not-allowed');
    });

    it('says that something else listens there', async () => {
      const error = await tryOut(type, place('127.0.0.1', other, false));
      expect(error.message).toContain(`127.0.0.1:${other}`);
      expect(error.message).toMatch(/check/);
    });

    it('ends at once when it is stopped', async () => {
      const stop = new AbortController();
      const config = place('127.0.0.1', silent, false);
      const ended = tryOut(type, config, { signal: stop.signal });
      stop.abort();
      expect((await ended).failure).toBe('aborted');
    });

    it('ends in time', async () => {
      const config = place('127.0.0.1', silent, false);
      const signal = AbortSignal.timeout(500);
      const error = await tryOut(type, config, { signal });
      expect(error.failure).toBe('timeout');
      expect(error.message).toContain(`127.0.0.1:${silent}`);
    });
  },
);

it.each(
  withTls
    .filter(({ type }) => !/postgresql|mysql|doris|starrocks|sql/.test(type))
    .map(type => [type.type, type] as const),
)('says that there is no TLS: %s', async (name, type) => {
  const error = await tryOut(type, places[name]('127.0.0.1', web, true));
  expect(error.failure).toBe('tls');
  expect(error.message).toMatch(
    /does not speak TLS on this port: give the port/,
  );
});

it.each(
  types
    .filter(({ type }) =>
      ['clickhouse', 'elasticsearch', 's3', 'iceberg-catalog'].includes(type),
    )
    .map(type => [type.type, type] as const),
)('does not take any page for %s', async (name, type) => {
  const error = await tryOut(type, places[name]('127.0.0.1', web, false));
  expect(error.message).toMatch(/answered.*: check/);
});
