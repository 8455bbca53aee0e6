import { DataSourceConnection } from '../DataSourceConnection';
import { checkedRequest, readBody } from './checkedRequest';
import { ConnectionError } from './ConnectionError';
import { SslMode } from './serverConfig';

/**
 * JSON of the schema registry beside a Kafka cluster; undefined where it answers 404. `path` begins with a slash and is percent-encoded. Throws
 * ConnectionError.
 * @internal
 */
export async function schemaRegistryRequest(
  connection: DataSourceConnection & { signal: AbortSignal },
  path: string,
  timeoutMs?: number,
): Promise<unknown> {
  const { config, secrets } = connection;
  const base = String(config.schemaRegistryUrl).replace(/\/$/, '');
  const url = new URL(`${base}${path}`);
  const server = `The schema registry at ${url.host}`;
  const pair = `${config.schemaRegistryUser ?? ''}:${
    secrets.schemaRegistryPassword ?? ''
  }`;
  const response = await checkedRequest({
    ...connection,
    url,
    server,
    timeoutMs,
    ssl: (config.ssl ?? 'verify-full') as SslMode,
    headers: {
      accept: 'application/vnd.schemaregistry.v1+json, application/json',
      ...(config.schemaRegistryUser !== undefined && {
        authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
      }),
    },
  });
  const text = await readBody(response, server);
  const { statusCode: status } = response;
  if (status === 401 || status === 403) {
    throw new ConnectionError(
      'authentication',
      `${server} answered ${status}: check its user and password`,
    );
  }
  if (status === 404) return undefined;
  const json = status === 200 ? parse(text) : undefined;
  if (json !== undefined) return json;
  throw new ConnectionError(
    'other',
    `${server} answered ${status}${
      status === 200 ? ' and no JSON' : ''
    }: check the URL`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
