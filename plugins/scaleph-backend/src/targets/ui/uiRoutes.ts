import { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RouteInstaller } from '../../http/createApiRouter';
import { withSandboxShim } from './sandboxShim';
import { uiHeaders } from './uiHeaders';
import { UiProxy } from './UiProxy';

/**
 * /ui/<ticket>/…: pages of clusters, for browsers. Not in the contract, since
 * what is behind it is not ours.
 *
 * @internal
 */
export function uiRoutes(proxy: UiProxy): RouteInstaller {
  return router => {
    router.all('/ui/:ticket/*', async (request, response) => {
      const { method } = request;
      if (method !== 'GET' && method !== 'HEAD') {
        response.set('Allow', 'GET, HEAD');
        sendText(response, 405, 'These pages can be read, not changed.');
        return;
      }
      await send(proxy, method, request, response);
    });

    router.all('/ui/:ticket', (request, response) => {
      // The pages name what they need relative to a directory.
      response
        .set(uiHeaders('text/plain'))
        .redirect(308, `${request.originalUrl.replace(/[?#].*$/, '')}/`);
    });
  };
}

async function send(
  proxy: UiProxy,
  method: 'GET' | 'HEAD',
  request: Request,
  response: Response,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const { ticket } = request.params;
  const answer = await proxy.get({
    ticket,
    method,
    // Not `params[0]`, which express has decoded.
    rawPath: request.url.slice(`/ui/${ticket}/`.length),
    signal: gone.signal,
  });
  if (answer.kind === 'refusal') {
    sendText(response, answer.refusal.status, answer.refusal.message);
    return;
  }
  const { status, contentType, body } = answer.page;
  response.status(status).set(uiHeaders(contentType));
  response.removeHeader('Access-Control-Allow-Credentials');
  try {
    await pipeline(Readable.from(toShown(contentType, body)), response);
  } catch (error) {
    // The cluster broke off, or the reader left: half an answer must not look whole.
    response.destroy(error instanceof Error ? error : undefined);
  }
}

function toShown(
  contentType: string | undefined,
  body: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  return contentType?.startsWith('text/html') ? withSandboxShim(body) : body;
}

function sendText(response: Response, status: number, message: string) {
  response.removeHeader('Access-Control-Allow-Credentials');
  response
    .status(status)
    .set(uiHeaders('text/plain; charset=utf-8'))
    .send(message);
}
