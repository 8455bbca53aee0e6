import type { Redis, RedisOptions } from 'ioredis';
import { connect as connectTls } from 'node:tls';
import { isIP, Socket } from 'node:net';
import { scrubSecrets } from '../scrubSecrets';
import { DataSourceConnection } from '../DataSourceConnection';
import { checkedSocket } from './checkedSocket';
import { ConnectionError } from './ConnectionError';
import { describeNetworkError } from './describeNetworkError';
import { loadIoredis } from './drivers';
import { messageOf } from './messageOf';
import { resolveServer } from './resolveServer';
import { hostAndPort, SslMode } from './serverConfig';
import { tlsOptions } from './tlsOptions';

/** @internal */
export const REDIS_PORT = 6379;

const HANDSHAKE_MS = 5_000;

/**
 * A connected client of ioredis; the caller disconnects it. Connects to an address that `network` checked, and to no other node. Throws
 * ConnectionError.
 * @internal
 */
export async function connectRedis(
  connection: DataSourceConnection & { signal: AbortSignal },
): Promise<Redis> {
  const { config, secrets, network, signal } = connection;
  const port = Number(config.port ?? REDIS_PORT);
  const server = `Redis at ${hostAndPort({
    host: String(config.host),
    port,
  } as Parameters<typeof hostAndPort>[0])}`;
  const host = await resolveServer(network, String(config.host), signal);
  const tls = tlsOptions(
    (config.ssl ?? 'disable') as SslMode,
    connection.extraFiles,
  );
  let failure: unknown;
  const open = async (): Promise<Socket> => {
    const socket = checkedSocket(host, port, signal, connection.received);
    socket.on('error', error => {
      failure ??= error;
    });
    socket.connect(port, host.name);
    if (!tls) return socket;
    const secure = connectTls({
      ...tls,
      socket,
      host: host.name,
      servername: isIP(host.name) ? '' : host.name,
    });
    secure.on('error', error => {
      failure ??= error;
    });
    // A server without TLS waits for the rest of what it takes for a command.
    const timer = setTimeout(
      () => secure.destroy(new Error('Nothing before secure TLS connection')),
      HANDSHAKE_MS,
    );
    for (const event of ['secureConnect', 'close']) {
      secure.once(event, () => clearTimeout(timer));
    }
    return secure;
  };
  const { Redis: Client, AbstractConnector } = loadIoredis();
  class CheckedConnector extends AbstractConnector {
    constructor() {
      super(1_000);
    }
    connect(): Promise<Socket> {
      return open();
    }
  }
  const client = new Client({
    Connector: CheckedConnector,
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: true,
    enableReadyCheck: false,
    connectTimeout: 10_000,
  } as unknown as RedisOptions);
  // Without a listener, ioredis writes errors to the console.
  client.on('error', error => {
    failure ??= error;
  });
  try {
    await client.connect();
    // By hand: what the driver sends itself may fail without a word.
    if (secrets.password) {
      const user = config.user === undefined ? [] : [String(config.user)];
      await client.call('AUTH', ...user, secrets.password);
    }
    await client.select(Number(config.database ?? 0));
    return client;
  } catch (error) {
    client.disconnect();
    const cause = failure ?? error;
    const attempt = {
      server,
      host: String(config.host),
      timeoutMs: 10_000,
      signal,
    };
    throw (
      describeNetworkError(cause, attempt) ??
      describe(scrubSecrets(messageOf(cause), secrets), server, config.user)
    );
  }
}

function describe(
  message: string,
  server: string,
  user: unknown,
): ConnectionError {
  if (/NOAUTH|Authentication required/.test(message)) {
    return new ConnectionError(
      'authentication',
      `${server} asks for a password: set the secret "password"`,
    );
  }
  if (/WRONGPASS|invalid password|without any password/.test(message)) {
    return new ConnectionError(
      'authentication',
      `${server} refused user "${
        user ?? 'default'
      }": wrong password or no such user`,
    );
  }
  if (/^Protocol error/.test(message)) {
    return new ConnectionError(
      'other',
      `${server} does not answer as Redis does: check the port, and whether it wants TLS`,
    );
  }
  if (/DB index is out of range/.test(message)) {
    return new ConnectionError('unknown-database', `${server}: ${message}`);
  }
  return new ConnectionError(
    'other',
    `${server}: ${message}. Check that it is a Redis server, and whether it wants TLS`,
  );
}
