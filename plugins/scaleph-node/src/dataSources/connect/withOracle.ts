import type { Connection } from 'oracledb';
import { scrubSecrets } from '../scrubSecrets';
import { DataSourceConnection } from '../DataSourceConnection';
import { ConnectionError } from './ConnectionError';
import { describeNetworkError, timeoutError } from './describeNetworkError';
import { loadOracledb } from './drivers';
import { messageOf } from './messageOf';
import { resolveServer } from './resolveServer';
import { tnsRelay, TnsRelay } from './tnsRelay';

/** @internal */
export const ORACLE_PORT = 1521;

const CONNECT_SECONDS = 8;

/**
 * Runs `work` with a connection of Oracle's driver in its thin mode, in a transaction that only reads. Its address is one that
 * `network` checked. Throws ConnectionError.
 * @internal
 */
export async function withOracle<T>(
  connection: DataSourceConnection & { signal: AbortSignal },
  work: (client: Connection) => Promise<T>,
): Promise<T> {
  const { config, secrets, network, signal } = connection;
  const port = Number(config.port ?? ORACLE_PORT);
  const host = await resolveServer(network, String(config.host), signal);
  const relay = await tnsRelay(host, port, signal, connection.received);
  let client: Connection | undefined;
  signal.addEventListener('abort', relay.close, { once: true });
  try {
    client = await loadOracledb().getConnection({
      user: String(config.user),
      password: secrets.password ?? '',
      // The service is of letters that mean nothing here: see the schema of the type.
      connectString: `(DESCRIPTION=(CONNECT_TIMEOUT=${CONNECT_SECONDS})(RETRY_COUNT=0)(ADDRESS=(PROTOCOL=tcp)(HOST=127.0.0.1)(PORT=${relay.port}))(CONNECT_DATA=(SERVICE_NAME=${config.service})))`,
    });
    await client.execute('SET TRANSACTION READ ONLY');
    return await work(client);
  } catch (error) {
    throw describe(error, relay, connection);
  } finally {
    signal.removeEventListener('abort', relay.close);
    // What counts is what went wrong before.
    await client?.close().catch(() => {});
    relay.close();
  }
}

function describe(
  error: unknown,
  relay: TnsRelay,
  { config, secrets, signal }: DataSourceConnection & { signal: AbortSignal },
): Error {
  const host = String(config.host);
  const server = `Oracle at ${host}:${config.port ?? ORACLE_PORT}`;
  const attempt = { server, host, timeoutMs: CONNECT_SECONDS * 1_000, signal };
  const { name } = error as Error;
  if (name === 'NotFoundError' || name === 'ConnectionError') {
    return error as Error;
  }
  if (relay.wasRedirected()) {
    return new ConnectionError(
      'not-allowed',
      `${server} sends its clients to another address, which is not followed: give the address of one node's own listener`,
    );
  }
  const network = describeNetworkError(relay.failure() ?? {}, attempt);
  if (network) return network;
  const message = scrubSecrets(messageOf(error).split('\n')[0], secrets);
  if (/NJS-510/.test(message)) {
    return timeoutError(attempt);
  }
  if (/NJS-50[0-3]\b/.test(message)) {
    return new ConnectionError(
      'refused',
      `${server} closed the connection: check that it is the listener of an Oracle Database without TLS, and that it takes connections from here`,
    );
  }
  if (/ORA-01017|ORA-28000|ORA-28001|ORA-01005|NJS-116/.test(message)) {
    return new ConnectionError(
      'authentication',
      `${server} refused user "${config.user}": ${message}`,
    );
  }
  if (/ORA-12514|ORA-12505|NJS-518|NJS-517/.test(message)) {
    return new ConnectionError(
      'unknown-database',
      `${server} knows no service "${config.service}"`,
    );
  }
  if (/ORA-01045/.test(message)) {
    return new ConnectionError('permission', `${server}: ${message}`);
  }
  return new ConnectionError('other', `${server}: ${message}`);
}
