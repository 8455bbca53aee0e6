import type { Connection, ConnectionError as TdsError } from 'tedious';
import { scrubSecrets } from '../scrubSecrets';
import { checkedSocket } from './checkedSocket';
import { ConnectionError } from './ConnectionError';
import { ConnectServerOptions } from './ConnectServerOptions';
import { describeNetworkError, timeoutError } from './describeNetworkError';
import { loadTedious } from './drivers';
import { messageOf } from './messageOf';
import { requireTdsEncryption } from './requireTdsEncryption';
import { resolveServer } from './resolveServer';
import { hostAndPort, toServerConfig } from './serverConfig';
import { tlsOptions } from './tlsOptions';

/** @internal */
export const SQLSERVER_PORT = 1433;

/**
 * A connected client of tedious; the caller closes it. Connects to an address that `network` checked, also when the server
 * wants to route it to another one. Throws ConnectionError with a message a person can act on.
 * @internal
 */
export async function connectSqlserver(
  options: ConnectServerOptions & { requestTimeoutMs?: number },
): Promise<Connection> {
  const { network, secrets, signal, timeoutMs = 10_000 } = options;
  const config = toServerConfig(options.config, SQLSERVER_PORT);
  const server = `SQL Server at ${hostAndPort(config)}`;
  const host = await resolveServer(network, config.host, signal);
  const tls = tlsOptions(config.ssl, options.extraFiles);
  const { Connection: Client } = loadTedious();
  const client = new Client({
    server: host.name,
    authentication: {
      type: 'default',
      options: { userName: config.user, password: secrets.password ?? '' },
    },
    options: {
      connector: async () => {
        const socket = checkedSocket(
          host,
          config.port,
          signal,
          options.received,
        );
        await new Promise<void>((resolve, reject) => {
          socket.once('connect', resolve);
          socket.once('error', reject);
          socket.connect(config.port, host.name);
        });
        if (tls) requireTdsEncryption(socket);
        return socket;
      },
      database: config.database,
      encrypt: tls !== undefined,
      trustServerCertificate: tls?.rejectUnauthorized !== true,
      cryptoCredentialsDetails: tls
        ? { ca: tls.ca, cert: tls.cert, key: tls.key }
        : {},
      appName: options.applicationName ?? 'scaleph',
      connectTimeout: timeoutMs,
      requestTimeout: options.requestTimeoutMs ?? 0,
      cancelTimeout: 5_000,
      maxRetriesOnTransientErrors: 0,
      useUTC: true,
    },
  });
  // A lost connection fails the request that runs; without a listener it would end the process as well.
  client.on('error', () => {});
  try {
    await new Promise<void>((resolve, reject) => {
      client.connect(error => (error ? reject(error) : resolve()));
    });
    return client;
  } catch (error) {
    client.close();
    const attempt = { server, host: config.host, timeoutMs, signal };
    throw (
      describeNetworkError(causeOf(error), attempt) ??
      describe(error, { ...attempt, config, secrets })
    );
  }
}

/** The driver wraps what the socket says. */
function causeOf(error: unknown): unknown {
  const { cause, errors } = error as { cause?: unknown; errors?: unknown[] };
  return cause ?? errors?.[0] ?? error;
}

function describe(
  error: unknown,
  context: Parameters<typeof timeoutError>[0] & {
    config: { user: string; database: string };
    secrets: Record<string, string>;
  },
): ConnectionError {
  const { server, config, secrets } = context;
  const message = scrubSecrets(messageOf(error), secrets);
  const { code } = error as TdsError;
  if (code === 'ETIMEOUT') return timeoutError(context);
  if (/^Cannot open database/.test(message)) {
    return new ConnectionError(
      'unknown-database',
      `${server} has no database "${config.database}" that user "${config.user}" may open`,
    );
  }
  if (code === 'ELOGIN') {
    return new ConnectionError(
      'authentication',
      secrets.password
        ? `${server} refused user "${config.user}": ${message}`
        : `${server} refused user "${config.user}" without a password: set the secret "password"`,
    );
  }
  if (code === 'EENCRYPT' || message.includes('offers no encryption')) {
    return new ConnectionError(
      'tls',
      `${server}: ${message} Set ssl to require or verify-full, or to disable where the server has no TLS`,
    );
  }
  if (/certificate|TLS|SSL/i.test(message)) {
    return new ConnectionError(
      'tls',
      `${server}: the certificate was not accepted (${message}). Give the file "Certificate authority", or set ssl to require, which does not verify it`,
    );
  }
  if (/socket hang up|closed|ended/i.test(message)) {
    return new ConnectionError(
      'refused',
      `${server} closed the connection: check that it is a SQL Server and that it takes connections from here`,
    );
  }
  return new ConnectionError('other', `${server}: ${message}`);
}
