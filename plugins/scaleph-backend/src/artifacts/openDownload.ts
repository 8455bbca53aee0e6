import { InputError, isError } from '@backstage/errors';
import { request as requestHttp, IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { LookupFunction } from 'node:net';
import { CheckedHost } from '@scaleph/backstage-plugin-scaleph-node';
import { DownloadNotFoundError, type DownloadRequest } from './JarDownloads';

const TIMEOUT_MS = 5 * 60_000;

/**
 * The bytes at a URL, over addresses that the network policy has checked.
 * Redirects are not followed: they could lead anywhere.
 *
 * @internal
 */
export async function openDownload({
  url: text,
  network,
  authorization,
}: DownloadRequest): Promise<AsyncIterable<Buffer>> {
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new InputError(`${text} is no address of a jar: write https://…`);
  }
  const host = await checkHost(url, () =>
    network.resolveAll(url.hostname.replace(/^\[|\]$/g, '')),
  );
  const response = await send(url, host, authorization);
  const { statusCode = 0, headers } = response;
  if (statusCode === 200) return response;
  response.destroy();
  if (statusCode === 404) {
    throw new DownloadNotFoundError(`There is nothing at ${text}`);
  }
  if (statusCode >= 300 && statusCode < 400) {
    throw new InputError(
      `${text} redirects to ${
        headers.location ?? 'another place'
      }: name the place itself`,
    );
  }
  const message = `${text} answered with status ${statusCode}`;
  throw statusCode >= 500 ? new Error(message) : new InputError(message);
}

async function checkHost(
  url: URL,
  resolve: () => Promise<CheckedHost>,
): Promise<CheckedHost> {
  try {
    return await resolve();
  } catch (error) {
    if (isError(error) && error.name === 'NotAllowedError') {
      throw new InputError(`${url.href} may not be read: ${error.message}`);
    }
    throw error;
  }
}

function send(
  url: URL,
  { addresses }: CheckedHost,
  authorization: string | undefined,
): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_hostname, options, callback) =>
    options.all
      ? callback(null, addresses)
      : callback(null, addresses[0].address, addresses[0].family);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        lookup,
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: authorization ? { authorization } : {},
      },
      resolve,
    );
    sent.on('error', error =>
      reject(new Error(`${url.href} cannot be read: ${error.message}`)),
    );
    sent.end();
  });
}
