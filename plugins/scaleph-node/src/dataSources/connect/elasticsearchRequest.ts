import { scrubSecrets } from '../scrubSecrets';
import { DataSourceConnection } from '../DataSourceConnection';
import { checkedRequest, readBody } from './checkedRequest';
import { ConnectionError } from './ConnectionError';
import { SslMode } from './serverConfig';

/**
 * JSON of Elasticsearch or OpenSearch, from the first of its addresses that can be reached. `path` holds percent-encoded names. Undefined for 404. Throws
 * ConnectionError.
 * @internal
 */
export async function elasticsearchRequest(
  connection: DataSourceConnection,
  options: { path: string; body?: object; signal: AbortSignal },
): Promise<unknown> {
  const urls = String(connection.config.urls).split(',');
  let failure: unknown;
  for (const url of urls) {
    try {
      return await ask(new URL(url), connection, options);
    } catch (error) {
      const { failure: kind } = error as ConnectionError;
      // Another node does not know another password.
      if (!['refused', 'timeout', 'host-not-found'].includes(kind)) throw error;
      failure = error;
    }
  }
  throw failure;
}

async function ask(
  base: URL,
  connection: DataSourceConnection,
  options: { path: string; body?: object; signal: AbortSignal },
): Promise<unknown> {
  const { config, secrets } = connection;
  const { path, body, signal } = options;
  const server = `Elasticsearch at ${base.host}`;
  const url = new URL(base.origin);
  const [pathname, search = ''] = path.split('?');
  url.pathname = `${base.pathname.replace(/\/$/, '')}${pathname}`;
  url.search = search;
  const user = config.user === undefined ? '' : String(config.user);
  const pair = Buffer.from(`${user}:${secrets.password ?? ''}`);
  const response = await checkedRequest({
    ...connection,
    url,
    method: body ? 'POST' : 'GET',
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(secrets.apiKey && {
        authorization: `ApiKey ${toHeader(secrets.apiKey)}`,
      }),
      ...(!secrets.apiKey &&
        user && { authorization: `Basic ${pair.toString('base64')}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
    ssl: (config.ssl ?? 'verify-full') as SslMode,
    server,
    signal,
  });
  const text = await readBody(response, server);
  const status = response.statusCode ?? 0;
  if (status === 404) return undefined;
  if (status === 401 || status === 403) {
    throw new ConnectionError(
      status === 401 ? 'authentication' : 'permission',
      user || secrets.apiKey
        ? `${server} answered ${status}: ${
            reasonOf(text) ?? 'check user, password or API key'
          }`
        : `${server} answered ${status}: set a user with a password, or an API key`,
    );
  }
  const json = parse(text);
  if (status === 200 && json !== undefined) return json;
  // What another server says is not for who may name any address.
  const said =
    json === undefined
      ? ' and no JSON: check the address'
      : `: ${reasonOf(text) ?? 'check the address'}`;
  throw new ConnectionError(
    'other',
    scrubSecrets(`${server} answered ${status}${said}`, secrets),
  );
}

function toHeader(value: string): string {
  if (/^[\x21-\x7e]+$/.test(value)) return value;
  throw new ConnectionError(
    'authentication',
    'The secret "apiKey" has characters that no API key has: give its encoded form',
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(text: string): string | undefined {
  const { error } = (parse(text) ?? {}) as {
    error?: string | { reason?: string };
  };
  return typeof error === 'string' ? error : error?.reason;
}
