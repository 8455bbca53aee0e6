import type { Connection as CallbackConnection, SslOptions } from 'mysql2';
import type { Connection } from 'mysql2/promise';
import { ConnectServerOptions } from './ConnectServerOptions';
import { isIP } from 'node:net';
import { ConnectionError } from './ConnectionError';
import { checkedSocket } from './checkedSocket';
import { loadMysql2 } from './drivers';
import { describeMysqlError } from './describeMysqlError';
import { describeNetworkError } from './describeNetworkError';
import { resolveServer } from './resolveServer';
import { TlsMaterial, tlsOptions } from './tlsOptions';
import { hostAndPort, ServerConfig, toServerConfig } from './serverConfig';

/** The driver puts a backslash before a quote in a value: with that mode the value would end there. */
const ESCAPES =
  "SET SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', '')";

/**
 * A connected client of mysql2 (MySQL and MariaDB); the caller ends it. Connects to an address that `network` checked. Several
 * statements in one query and LOAD DATA LOCAL (by which a server reads files of its client) are off; values arrive without
 * loss: BIGINT and DECIMAL as strings where a number cannot hold them, dates and times as text.
 * Throws ConnectionError with a message a person can act on.
 * @public
 */
export async function connectMysql(
  options: ConnectServerOptions,
): Promise<Connection> {
  const { network, secrets, signal, timeoutMs = 10_000 } = options;
  const { product = 'MySQL' } = options;
  const config = toServerConfig(options.config, 3306);
  const host = await resolveServer(network, config.host, signal);
  if (config.ssl === 'verify-full' && isIP(host.name)) {
    // mysql2 would compare the certificate with the name "localhost".
    throw new ConnectionError(
      'tls',
      `${product} at ${hostAndPort(
        config,
      )}: verify-full needs the name of the host, and "${
        config.host
      }" is an address`,
    );
  }
  const ssl = toSsl(config, options.extraFiles);
  const { createConnection } = loadMysql2();
  const socket = checkedSocket(host, config.port, signal, options.received);
  socket.setNoDelay(true).setKeepAlive(true);
  socket.connect(config.port, host.name);
  const connection = createConnection({
    host: host.name,
    port: config.port,
    database: config.database,
    user: config.user,
    password: secrets.password ?? '',
    ssl,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    multipleStatements: false,
    flags: ['-LOCAL_FILES'],
    connectAttributes: { program_name: options.applicationName ?? 'scaleph' },
    connectTimeout: timeoutMs,
    stream: () => socket,
  });
  // A lost connection fails the query that runs or the next one; without a listener it would end the process as well.
  connection.on('error', () => {});
  try {
    await connected(connection);
    const client = connection.promise();
    if (takesBackslashesAsTheyAre(connection)) await client.query(ESCAPES);
    return client;
  } catch (error) {
    connection.destroy();
    socket.destroy();
    const server = `${product} at ${hostAndPort(config)}`;
    const attempt = { server, host: config.host, timeoutMs, signal };
    throw (
      describeNetworkError(error, attempt) ??
      describeMysqlError(error, { ...attempt, config, secrets })
    );
  }
}

/** What the server says in its greeting: SERVER_STATUS_NO_BACKSLASH_ESCAPES. */
function takesBackslashesAsTheyAre(connection: CallbackConnection): boolean {
  const { _handshakePacket: greeting } = connection as unknown as {
    _handshakePacket: { statusFlags: number };
  };
  // eslint-disable-next-line no-bitwise -- flags are bits
  return (greeting.statusFlags & 0x0200) !== 0;
}

function connected(connection: CallbackConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.connect(error => (error ? reject(error) : resolve()));
  });
}

function toSsl(
  config: ServerConfig,
  files: TlsMaterial | undefined,
): SslOptions | undefined {
  const tls = tlsOptions(config.ssl, files);
  if (!tls) return undefined;
  return { ...tls, verifyIdentity: tls.rejectUnauthorized };
}
