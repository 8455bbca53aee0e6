import { Agent, ClientRequest, IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a request carries, all of it or bit by bit. @internal */
export interface RequestBody {
  headers: Record<string, string>;
  content: Buffer | AsyncIterable<Uint8Array>;
}

/** @internal */
export interface OpenRequestOptions {
  url: URL;
  /** With the prefix of the target and the query. */
  path: string;
  method: string;
  agent: Agent;
  header: { name: string; value: string } | undefined;
  body: RequestBody | undefined;
  signal: AbortSignal;
}

/**
 * Sends a request; resolves when the head of the answer is here. A GET that fell into a kept connection which the server was just
 * closing is sent once more.
 * @internal
 */
export async function openRequest(
  options: OpenRequestOptions,
): Promise<IncomingMessage> {
  options.signal.throwIfAborted();
  const request = start(options);
  try {
    return await send(request, options.body);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isStale = request.reusedSocket && code === 'ECONNRESET';
    if (!isStale || options.method !== 'GET') throw error;
    return send(start(options), options.body);
  }
}

function start(options: OpenRequestOptions): ClientRequest {
  const { url, path, method, agent, header, body, signal } = options;
  const make = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return make({
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port || undefined,
    path,
    method,
    agent,
    signal,
    headers: {
      accept: 'application/json, text/plain;q=0.5, */*;q=0.1',
      ...body?.headers,
      ...(header ? { [header.name]: header.value } : {}),
    },
  });
}

async function send(
  request: ClientRequest,
  body: RequestBody | undefined,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
    if (!body || Buffer.isBuffer(body.content)) {
      request.end(body?.content);
      return;
    }
    // A server may refuse before it has read everything: its answer counts then, and not that it hung up.
    pipeline(Readable.from(body.content), request).catch(reject);
  });
}
