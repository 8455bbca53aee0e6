import { IncomingMessage } from 'node:http';
import { DataSourceConnection } from '../DataSourceConnection';
import { checkedRequest } from './checkedRequest';
import { ConnectionError } from './ConnectionError';

/**
 * Asks the API of a data source of type `http` at its URL, with its headers. Resolves with the head of the answer, its body still to be read. Throws
 * ConnectionError.
 * @internal
 */
export function httpRequest(
  connection: DataSourceConnection & { signal: AbortSignal },
  options: { method: 'GET' | 'HEAD'; accept: string },
): Promise<IncomingMessage> {
  const { config, secrets } = connection;
  const url = new URL(String(config.url));
  return checkedRequest({
    ...connection,
    url,
    method: options.method,
    server: url.origin,
    headers: {
      accept: options.accept,
      ...(config.headers as Record<string, string> | undefined),
      ...authorization(config, secrets),
    },
  });
}

function authorization(
  config: DataSourceConnection['config'],
  { password = '', token = '' }: Record<string, string>,
): Record<string, string> {
  switch (config.authentication) {
    case 'basic': {
      const pair = Buffer.from(`${config.user ?? ''}:${password}`);
      return { authorization: `Basic ${pair.toString('base64')}` };
    }
    case 'bearer':
      if (!/^[\x21-\x7e]+$/.test(token)) {
        throw new ConnectionError(
          'authentication',
          'Bearer authentication needs the secret "token", of one line without spaces',
        );
      }
      return { authorization: `Bearer ${token}` };
    default:
      return {};
  }
}
