import { AwsV4Signer } from 'aws4fetch';
import { IncomingMessage } from 'node:http';
import { scrubSecrets } from '../scrubSecrets';
import { DataSourceConnection } from '../DataSourceConnection';
import { checkedRequest, readBody } from './checkedRequest';
import { ConnectionError } from './ConnectionError';
import { SslMode } from './serverConfig';

/** Where a bucket's objects are, without a bucket the list of buckets. @internal */
export function s3Url(
  config: DataSourceConnection['config'],
  query: Record<string, string> = {},
): URL {
  const url = new URL(String(config.endpoint));
  const bucket = config.bucket === undefined ? '' : String(config.bucket);
  if (bucket && config.pathStyle === false) {
    url.hostname = `${bucket}.${url.hostname}`;
  } else if (bucket) {
    url.pathname = `${url.pathname.replace(/\/$/, '')}/${bucket}`;
  }
  url.search = new URLSearchParams(query).toString().replace(/\+/g, '%20');
  return url;
}

/** XML of an S3 service, signed (AWS Signature Version 4). Throws ConnectionError. @internal */
export async function s3Request(
  connection: DataSourceConnection,
  options: { query?: Record<string, string>; signal: AbortSignal },
): Promise<string> {
  const url = s3Url(connection.config, options.query);
  const { response, fail } = await askS3(connection, url, options);
  if (response.statusCode !== 200) throw await fail();
  const server = `S3 at ${url.host}`;
  const text = await readBody(response, server);
  if (/<List(?:Bucket|AllMyBuckets)Result[\s>]/.test(text)) return text;
  throw new ConnectionError(
    'other',
    `${server} answered 200, which is no answer of S3: check the endpoint`,
  );
}

/** A signed request; `fail` reads what the service says against it. Throws ConnectionError. @internal */
export async function askS3(
  connection: DataSourceConnection,
  url: URL,
  options: { headers?: Record<string, string>; signal: AbortSignal },
): Promise<{ response: IncomingMessage; fail: () => Promise<Error> }> {
  const { config, secrets } = connection;
  const server = `S3 at ${url.host}`;
  const { accessKey = '', secretKey = '' } = secrets;
  const signed =
    accessKey && secretKey
      ? await new AwsV4Signer({
          url: url.href,
          accessKeyId: accessKey,
          secretAccessKey: secretKey,
          service: 's3',
          region: String(config.region ?? 'us-east-1'),
        }).sign()
      : undefined;
  const headers = Object.fromEntries(signed?.headers ?? []) as Record<
    string,
    string
  >;
  const response = await checkedRequest({
    ...connection,
    url: signed?.url ?? url,
    // Those beside the signed ones may be any.
    headers: { ...options.headers, ...headers },
    ssl: (config.ssl ?? 'verify-full') as SslMode,
    server,
    signal: options.signal,
  });
  const fail = async () => {
    const text = await readBody(response, server);
    return toError(response.statusCode ?? 0, scrubSecrets(text, secrets), {
      server,
      bucket: String(config.bucket ?? ''),
      hasKeys: Boolean(accessKey && secretKey),
    });
  };
  return { response, fail };
}

function toError(
  status: number,
  text: string,
  context: { server: string; bucket: string; hasKeys: boolean },
): ConnectionError {
  const { server, bucket } = context;
  const [code] = s3Values(text, 'Code');
  const [message] = s3Values(text, 'Message');
  switch (code) {
    case 'InvalidAccessKeyId':
      return new ConnectionError(
        'authentication',
        `${server} does not know the access key`,
      );
    case 'SignatureDoesNotMatch':
      return new ConnectionError(
        'authentication',
        `${server} refused the signature: check the secret key and the region`,
      );
    case 'NoSuchBucket':
      return new ConnectionError(
        'unknown-database',
        `${server} has no bucket "${bucket}"`,
      );
    case 'AccessDenied':
      return new ConnectionError(
        'permission',
        context.hasKeys
          ? `${server} refused: the keys may not list ${
              bucket ? `bucket "${bucket}"` : 'buckets: name one'
            }`
          : `${server} refused a request without keys: set the secrets "accessKey" and "secretKey"`,
      );
    case 'PermanentRedirect':
    case 'AuthorizationHeaderMalformed':
      return new ConnectionError(
        'other',
        `${server} says that the bucket is in another region: ${
          message ?? code
        }`,
      );
    default:
      return new ConnectionError(
        'other',
        `${server} answered ${status}${
          code
            ? `: ${code}, ${message}`
            : ', which is no answer of S3: check the endpoint'
        }`,
      );
  }
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Texts of the elements of a name; S3's answers hold no other XML than elements and texts. @internal */
export function s3Values(xml: string, name: string): string[] {
  const found = xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'));
  return [...found].map(([, text]) =>
    text.replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
      (all, hex, decimal, word) => {
        if (hex) return String.fromCodePoint(parseInt(hex, 16));
        if (decimal) return String.fromCodePoint(Number(decimal));
        return ENTITIES[word] ?? all;
      },
    ),
  );
}
