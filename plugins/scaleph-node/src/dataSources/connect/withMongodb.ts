import type { MongoClient } from 'mongodb';
import { isIP, LookupFunction } from 'node:net';
import { parseServers } from '../types/checkServers';
import { scrubSecrets } from '../scrubSecrets';
import { DataSourceConnection } from '../DataSourceConnection';
import { ConnectionError } from './ConnectionError';
import {
  describeNetworkError,
  isNoTls,
  noTlsError,
} from './describeNetworkError';
import { loadMongodb } from './drivers';
import { messageOf } from './messageOf';
import { reachServer } from './reachServer';
import { resolveServer } from './resolveServer';
import { SslMode } from './serverConfig';
import { tlsOptions } from './tlsOptions';

/**
 * Runs `work` with a client of MongoDB's driver that speaks to one server alone, the first of the configuration: it asks for no other members of a
 * replica set, which could be anywhere. Its address is one that `network` checked. Throws ConnectionError.
 * @internal
 */
export async function withMongodb<T>(
  connection: DataSourceConnection & { signal: AbortSignal },
  work: (client: MongoClient) => Promise<T>,
): Promise<T> {
  const { config, secrets, network, signal, extraFiles } = connection;
  const [{ host, port }] = parseServers(String(config.servers));
  const checked = await resolveServer(network, host, signal);
  const lookup: LookupFunction = (_name, options, callback) =>
    options.all
      ? callback(null, checked.addresses)
      : callback(
          null,
          checked.addresses[0].address,
          checked.addresses[0].family,
        );
  const tls = tlsOptions((config.ssl ?? 'disable') as SslMode, extraFiles);
  const { MongoClient: Client } = loadMongodb();
  const name = isIP(checked.name) === 6 ? `[${checked.name}]` : checked.name;
  const server = `MongoDB at ${name}:${port}`;
  const client = new Client(`mongodb://${name}:${port}/`, {
    directConnection: true,
    appName: 'scaleph',
    lookup,
    autoSelectFamily: true,
    serverSelectionTimeoutMS: 8_000,
    connectTimeoutMS: 8_000,
    socketTimeoutMS: 30_000,
    maxPoolSize: 1,
    readPreference: 'secondaryPreferred',
    monitorCommands: false,
    ...(config.user !== undefined && {
      auth: { username: String(config.user), password: secrets.password ?? '' },
      authSource: String(config.authSource ?? 'admin'),
    }),
    ...(tls && {
      tls: true,
      ...tls,
      ...(!tls.rejectUnauthorized && { tlsAllowInvalidHostnames: true }),
    }),
  });
  const stop = () => void client.close(true).catch(() => {});
  signal.addEventListener('abort', stop, { once: true });
  try {
    // The driver tries for as long as it may, whatever the reason.
    await reachServer(checked, port, { ...connection, server });
    await client.connect();
    return await work(client);
  } catch (error) {
    const attempt = { server, host, timeoutMs: 8_000, signal };
    throw (
      describeNetworkError({}, attempt) ?? describe(error, connection, server)
    );
  } finally {
    signal.removeEventListener('abort', stop);
    await client.close(true).catch(() => {});
  }
}

function describe(
  error: unknown,
  { config, secrets }: DataSourceConnection,
  server: string,
): Error {
  const { name, code } = error as { name?: string; code?: number };
  if (name === 'NotFoundError' || name === 'ConnectionError')
    return error as Error;
  const message = scrubSecrets(messageOf(error), secrets);
  if (code === 18 || /Authentication failed|auth.* fail/i.test(message)) {
    return new ConnectionError(
      'authentication',
      `${server} refused user "${
        config.user ?? ''
      }": check user, password and the database of the user (authSource)`,
    );
  }
  if (code === 13) {
    return new ConnectionError(
      'permission',
      config.user === undefined
        ? `${server} asks for a user: ${message}`
        : `${server}: user "${config.user}" lacks a right: ${message}`,
    );
  }
  if (/ECONNREFUSED/.test(message)) {
    return new ConnectionError(
      'refused',
      `${server} refused the connection: nothing listens on that port, or a firewall rejects it`,
    );
  }
  if (isNoTls(message)) return noTlsError(server);
  if (/certificate|self.signed|altnames|SSL routines/i.test(message)) {
    return new ConnectionError(
      'tls',
      `${server}: TLS failed (${message}). Give the file "Certificate authority", or set ssl to require, which does not verify the certificate`,
    );
  }
  if (name === 'MongoServerSelectionError') {
    return new ConnectionError(
      'timeout',
      `${server} did not answer as MongoDB does (${message}): check the port and whether it wants TLS`,
    );
  }
  return new ConnectionError('other', `${server}: ${message}`);
}
