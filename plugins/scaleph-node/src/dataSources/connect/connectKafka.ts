import type { Admin, Kafka, KafkaConfig, SASLOptions } from 'kafkajs';
import { connect as connectTcp, isIP, LookupFunction, Socket } from 'node:net';
import { checkServerIdentity, connect as connectTls } from 'node:tls';
import { JsonObject } from '@backstage/types';
import { scrubSecrets } from '../scrubSecrets';
import { DataSourceConnection } from '../DataSourceConnection';
import { boundedGzip } from './boundedGzip';
import { ConnectionError } from './ConnectionError';
import {
  describeNetworkError,
  isNoTls,
  noTlsError,
} from './describeNetworkError';
import { loadKafkajs } from './drivers';
import { messageOf } from './messageOf';
import { resolveServer } from './resolveServer';
import { SslMode } from './serverConfig';
import { tlsOptions } from './tlsOptions';

/** Bytes of a batch of records, unpacked: what is packed well is no look into a topic. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** Whether records and passwords of this configuration go encrypted. @internal */
export function isTlsOfKafka(config: JsonObject): boolean {
  return /SSL$/.test(String(config.securityProtocol ?? 'PLAINTEXT'));
}

/**
 * A client of kafkajs whose every socket, also to the brokers that the cluster names, goes to an address that `network` checked.
 * @internal
 */
export function kafkaClient(
  connection: DataSourceConnection & { signal: AbortSignal },
): { kafka: Kafka; close: () => void } {
  const { config, secrets } = connection;
  const sockets = new Set<Socket>();
  const driver = loadKafkajs();
  const { Kafka: Client, CompressionTypes, logLevel } = driver;
  const gzip = boundedGzip(MOST_UNPACKED);
  driver.CompressionCodecs[CompressionTypes.GZIP] = () => gzip;
  const settings: KafkaConfig = {
    clientId: 'scaleph',
    brokers: String(config.bootstrapServers).split(','),
    connectionTimeout: 8_000,
    requestTimeout: 10_000,
    // Leaders change.
    retry: {
      initialRetryTime: 100,
      retries: 2,
      restartOnFailure: async () => false,
    },
    logLevel: logLevel.NOTHING,
    socketFactory: ({ host, port, onConnect }) => {
      const socket = openSocket(connection, { host, port, onConnect });
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
    ...(/^SASL/.test(String(config.securityProtocol)) && {
      sasl: toSasl(config, secrets),
    }),
  };
  return {
    kafka: new Client(settings),
    close: () => sockets.forEach(socket => socket.destroy()),
  };
}

/** Runs `work` with a connected admin client, which is closed afterwards. Throws ConnectionError. @internal */
export async function withKafkaAdmin<T>(
  connection: DataSourceConnection & { signal: AbortSignal },
  work: (admin: Admin, kafka: Kafka) => Promise<T>,
): Promise<T> {
  const { signal } = connection;
  const { kafka, close } = kafkaClient(connection);
  const admin = kafka.admin();
  signal.addEventListener('abort', close, { once: true });
  try {
    await admin.connect();
    return await work(admin, kafka);
  } catch (error) {
    const attempt = {
      server: serverOf(connection),
      host: '',
      timeoutMs: 10_000,
    };
    throw (
      describeNetworkError({}, { ...attempt, signal }) ??
      describeKafkaError(error, connection)
    );
  } finally {
    signal.removeEventListener('abort', close);
    await admin.disconnect().catch(() => {});
    close();
  }
}

/**
 * The driver takes a socket at once. Its host is a name of ours, so that this lookup is always asked, also where the broker has told an
 * address, and answers what the policy has checked.
 */
function openSocket(
  connection: DataSourceConnection & { signal: AbortSignal },
  broker: { host: string; port: number; onConnect: () => void },
): Socket {
  const { config, network, signal, extraFiles } = connection;
  const { host, port, onConnect } = broker;
  const lookup: LookupFunction = (_name, options, callback) => {
    resolveServer(network, host, signal).then(
      ({ addresses }) =>
        options.all
          ? callback(null, addresses)
          : callback(null, addresses[0].address, addresses[0].family),
      error => callback(error, '', 4),
    );
  };
  const place = { host: 'broker', port, lookup, autoSelectFamily: true };
  if (!isTlsOfKafka(config)) return connectTcp(place, onConnect);
  const name = host.replace(/^\[|\]$/g, '');
  return connectTls(
    {
      ...place,
      ...tlsOptions((config.ssl ?? 'verify-full') as SslMode, extraFiles),
      servername: isIP(name) ? '' : name,
      checkServerIdentity: (_, certificate) =>
        checkServerIdentity(name, certificate),
    },
    onConnect,
  );
}

function toSasl(
  { saslMechanism = 'PLAIN', user = '' }: JsonObject,
  { password = '' }: Record<string, string>,
): SASLOptions {
  const mechanisms = {
    PLAIN: 'plain',
    'SCRAM-SHA-256': 'scram-sha-256',
    'SCRAM-SHA-512': 'scram-sha-512',
  } as const;
  return {
    mechanism: mechanisms[saslMechanism as keyof typeof mechanisms] as 'plain',
    username: String(user),
    password,
  };
}

function serverOf({ config }: Pick<DataSourceConnection, 'config'>): string {
  return `Kafka at ${config.bootstrapServers}`;
}

/** What the driver says, for a person. @internal */
export function describeKafkaError(
  error: unknown,
  { config, secrets }: DataSourceConnection,
): Error {
  const { name, type, cause } = error as {
    name?: string;
    type?: string;
    cause?: Error;
  };
  if (name === 'NotFoundError' || name === 'ConnectionError') {
    return error as Error;
  }
  const server = serverOf({ config });
  const said = [error, ...(cause ? [cause] : [])].map(it =>
    messageOf(it).replace(/^Connection error: /, ''),
  );
  const message = scrubSecrets([...new Set(said)].join(' '), secrets);
  if (/^Host .* has no address/.test(message)) {
    return new ConnectionError('host-not-found', message);
  }
  if (/may not reach|allowedHosts/.test(message)) {
    return new ConnectionError('not-allowed', `${server}: ${message}`);
  }
  if (name === 'KafkaJSSASLAuthenticationError' || /SASL/.test(message)) {
    return new ConnectionError(
      'authentication',
      `${server} refused user "${config.user ?? ''}": ${message}`,
    );
  }
  if (
    type === 'TOPIC_AUTHORIZATION_FAILED' ||
    /not authorized/i.test(message)
  ) {
    return new ConnectionError('permission', `${server}: ${message}`);
  }
  if (/ECONNREFUSED/.test(message)) {
    return new ConnectionError(
      'refused',
      `${server} refused the connection: nothing listens on that port, or a firewall rejects it`,
    );
  }
  if (isNoTls(message)) return noTlsError(server);
  if (/certificate|self.signed|altnames/i.test(message)) {
    return new ConnectionError(
      'tls',
      `${server}: the certificate was not accepted (${message}). Give the file "Certificate authority", or set ssl to require, which does not verify it`,
    );
  }
  if (
    /Closed connection|socket disconnected|ECONNRESET|timeout/i.test(message)
  ) {
    return new ConnectionError(
      'refused',
      `${server} took the connection and did not answer as Kafka does (${message}): check the port and the security protocol`,
    );
  }
  return new ConnectionError('other', `${server}: ${message}`);
}
