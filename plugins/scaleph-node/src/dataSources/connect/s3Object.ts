import { IncomingMessage } from 'node:http';
import { DataSourceConnection } from '../DataSourceConnection';
import { askS3, s3Url } from './s3Request';

/** An object, or its beginning. @internal */
export interface S3Object {
  body: IncomingMessage;
  /** Bytes of the whole object. */
  size: number;
}

/**
 * The first bytes of an object, its body still to be read. Undefined when there is none of that key. Throws ConnectionError.
 * @param bytes - most of them
 * @internal
 */
export async function s3Object(
  connection: DataSourceConnection,
  options: { key: string; bytes: number; signal: AbortSignal },
): Promise<S3Object | undefined> {
  const { key, bytes, signal } = options;
  const url = s3Url(connection.config);
  const names = key.split('/').map(encodeURIComponent);
  // A URL has no such names: it steps over them, and out of the bucket.
  if (names.some(name => name === '.' || name === '..')) return undefined;
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${names.join('/')}`;
  const { response, fail } = await askS3(connection, url, {
    signal,
    headers: { range: `bytes=0-${bytes - 1}` },
  });
  const { statusCode: status, headers } = response;
  if (status === 404) {
    response.destroy();
    return undefined;
  }
  // An empty object has no range.
  if (status === 416) {
    response.destroy();
    return { body: response, size: 0 };
  }
  if (status !== 200 && status !== 206) throw await fail();
  const whole = /\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1];
  return {
    body: response,
    size: Number(whole ?? headers['content-length'] ?? 0),
  };
}
