import { IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest, RequestOptions } from 'node:https';
import { isIP, LookupFunction } from 'node:net';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { ConnectionError } from './ConnectionError';
import { describeNetworkError } from './describeNetworkError';
import { ReceiveLimit } from './ReceiveLimit';
import { resolveServer } from './resolveServer';
import { SslMode } from './serverConfig';
import { TlsMaterial, tlsOptions } from './tlsOptions';

/** @internal */
export interface CheckedRequestOptions {
  /** `http:` or `https:`; its credentials and fragment are not sent. */
  url: URL;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  network: NetworkPolicy;
  signal?: AbortSignal;
  /** For `https:`; verify-full when absent. */
  ssl?: SslMode;
  extraFiles?: TlsMaterial;
  /** In messages: `ClickHouse at db:8123`. */
  server: string;
  /** Without anything arriving, in milliseconds; default 10,000. */
  timeoutMs?: number;
  /** Destroys the answer when more than that arrives. */
  received?: ReceiveLimit;
}

/**
 * One HTTP request to an address that `network` checked. Redirects are not followed: they could lead anywhere. Resolves with the head of the answer, its
 * body still to be read. Throws ConnectionError.
 * @internal
 */
export async function checkedRequest(
  options: CheckedRequestOptions,
): Promise<IncomingMessage> {
  const { url, network, signal, server, timeoutMs = 10_000 } = options;
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const host = await resolveServer(network, hostname, signal);
  const lookup: LookupFunction = (_name, given, callback) =>
    given.all
      ? callback(null, host.addresses)
      : callback(null, host.addresses[0].address, host.addresses[0].family);
  const isTls = url.protocol === 'https:';
  const tls = isTls
    ? tlsOptions(options.ssl ?? 'verify-full', options.extraFiles)
    : undefined;
  const send = isTls ? httpsRequest : httpRequest;
  // `autoSelectFamily` is node:net's, and not in these types.
  const settings: RequestOptions & { autoSelectFamily: boolean } = {
    host: host.name,
    port: url.port || (isTls ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    method: options.method ?? 'GET',
    headers: {
      host: url.host,
      ...options.headers,
      ...(options.body !== undefined && {
        'content-length': Buffer.byteLength(options.body),
      }),
    },
    agent: false,
    lookup,
    autoSelectFamily: true,
    signal,
    ...(tls && { ...tls, servername: isIP(host.name) ? '' : host.name }),
  };
  try {
    return await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(settings, resolve);
      request.once('socket', socket => options.received?.watch(socket));
      request.setTimeout(timeoutMs, () =>
        request.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })),
      );
      request.on('error', reject);
      request.end(options.body);
    });
  } catch (error) {
    const attempt = { server, host: hostname, timeoutMs, signal };
    throw (
      describeNetworkError(error, attempt) ??
      describeNoHttp(error, server) ??
      new ConnectionError('other', `${server}: ${(error as Error).message}`)
    );
  }
}

/** What llhttp says of an answer that is none of HTTP; its words are of no help. */
function describeNoHttp(error: unknown, server: string) {
  const { code = '' } = error as NodeJS.ErrnoException;
  return code.startsWith('HPE_')
    ? new ConnectionError(
        'other',
        `${server} does not answer in HTTP: check the port`,
      )
    : undefined;
}

/** Most bytes of an answer that is read whole. @internal */
export const ANSWER_BYTES = 8 * 1024 * 1024;

/** The whole body as text. Throws ConnectionError for one that is longer than `limit` bytes. @internal */
export async function readBody(
  response: IncomingMessage,
  server: string,
  limit = ANSWER_BYTES,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) {
        throw new ConnectionError(
          'too-large',
          `${server} answered more than ${limit} bytes`,
        );
      }
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks).toString('utf8');
}
