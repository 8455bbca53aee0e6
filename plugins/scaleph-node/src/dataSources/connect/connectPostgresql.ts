import type { Client, ClientConfig } from 'pg';
import { CheckedHost } from '../../network/NetworkPolicy';
import { ConnectServerOptions } from './ConnectServerOptions';
import { checkedSocket } from './checkedSocket';
import { loadPg } from './drivers';
import { describeNetworkError } from './describeNetworkError';
import { describePostgresqlError } from './describePostgresqlError';
import { resolveServer } from './resolveServer';
import { TlsMaterial, tlsOptions } from './tlsOptions';
import { hostAndPort, ServerConfig, toServerConfig } from './serverConfig';

/**
 * A connected client of node-postgres; the caller ends it. Connects to an address that `network` checked, and takes nothing from
 * the environment of the process (PGPASSWORD, PGSSLMODE, ~/.pgpass), which belongs to the portal.
 * Throws ConnectionError with a message a person can act on.
 * @public
 */
export async function connectPostgresql(
  options: ConnectServerOptions,
): Promise<Client> {
  const { network, secrets, signal, timeoutMs = 10_000 } = options;
  const config = toServerConfig(options.config, 5432);
  const host = await resolveServer(network, config.host, signal);
  const ssl = toSsl(config, host, options.extraFiles);
  const { Client: PgClient } = loadPg();
  const socket = checkedSocket(host, config.port, signal, options.received);
  const client = new PgClient({
    host: host.name,
    port: config.port,
    database: config.database,
    user: config.user,
    // A function, so that no password means none instead of PGPASSWORD.
    password: () => secrets.password ?? '',
    ssl,
    application_name: options.applicationName ?? 'scaleph',
    connectionTimeoutMillis: timeoutMs,
    keepAlive: true,
    stream: () => socket,
  });
  // A lost connection fails the query that runs or the next one; without a listener it would end the process as well.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    socket.destroy();
    const server = `PostgreSQL at ${hostAndPort(config)}`;
    const attempt = { server, host: config.host, timeoutMs, signal };
    throw (
      describeNetworkError(error, attempt) ??
      describePostgresqlError(error, { ...attempt, config, secrets })
    );
  }
}

function toSsl(
  config: ServerConfig,
  host: CheckedHost,
  files: TlsMaterial | undefined,
): ClientConfig['ssl'] {
  const tls = tlsOptions(config.ssl, files);
  if (!tls) return false;
  // `host` is what the certificate must name when it is an address; for a name node-postgres sets `servername`.
  return { ...tls, host: host.name };
}
