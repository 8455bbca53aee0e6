import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  RequestListener,
  Server,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** What a client sent. */
export interface SentRequest {
  method: string;
  pathname: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  /** JSON, or text when it is none. */
  body?: unknown;
}

/** An HTTP server on a free port while `work` runs. */
export async function withServer<T>(
  listener: RequestListener,
  work: (url: string, server: Server) => Promise<T>,
): Promise<T> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    return await work(`http://127.0.0.1:${port}`, server);
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

export async function readRequest(
  request: IncomingMessage,
): Promise<SentRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://any');
  const text = Buffer.concat(chunks).toString('utf8');
  return {
    method: request.method ?? '',
    pathname: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: text === '' ? undefined : jsonOrText(text),
  };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
