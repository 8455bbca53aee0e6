import { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';
import { s3Request, s3Values } from '../connect/s3Request';
import { BrowseRequest, DataSourceBrowser } from '../DataSourceBrowser';
import { DataSourceConnection } from '../DataSourceConnection';
import { s3File } from './files/s3File';
import { limitObjects } from './limitObjects';
import { unknownObject } from './unknownObject';

/** Buckets, and the keys below a prefix as directories and files. @internal */
export const s3Browser: DataSourceBrowser = {
  levels: ['bucket', 'directory', 'file'],
  async objects(connection, request) {
    const { within, names } = inBucket(connection, request.path);
    if (within) return keys(within, names, request);
    const xml = await s3Request(connection, { signal: request.signal });
    const items = s3Values(xml, 'Name').map(name => ({
      kind: 'bucket' as const,
      name,
      hasChildren: true,
    }));
    return limitObjects({ items, truncated: false }, request);
  },
  async file(connection, request) {
    const { within, names } = inBucket(connection, request.path);
    if (!within || names.length === 0) throw unknownObject(request.path);
    return s3File(within, names, request);
  },
};

/** The data source has a bucket, or the first name is one. */
function inBucket(
  connection: DataSourceConnection,
  path: readonly string[],
): { within?: DataSourceConnection; names: readonly string[] } {
  const { config } = connection;
  if (config.bucket !== undefined) return { within: connection, names: path };
  const [bucket, ...names] = path;
  if (bucket === undefined) return { names };
  return {
    within: {
      ...connection,
      config: { ...config, bucket: bucketName(bucket) },
    },
    names,
  };
}

/** What no path and no host name gives another meaning to. */
function bucketName(name: string): string {
  return /^[a-zA-Z0-9][a-zA-Z0-9._-]{1,61}[a-zA-Z0-9]$/.test(name) &&
    !name.includes('..')
    ? name
    : 'invalid-bucket-name';
}

async function keys(
  connection: DataSourceConnection,
  path: readonly string[],
  request: BrowseRequest,
) {
  const prefix = path.map(part => `${part}/`).join('');
  const xml = await s3Request(connection, {
    query: {
      'list-type': '2',
      delimiter: '/',
      'max-keys': String(Math.min(request.limit, 1_000)),
      // The service knows beginnings of names alone.
      prefix,
    },
    signal: request.signal,
  });
  const directories = blocks(xml, 'CommonPrefixes').map(
    (block): DataSourceObject => ({
      kind: 'directory',
      name: s3Values(block, 'Prefix')[0].slice(prefix.length, -1),
      hasChildren: true,
    }),
  );
  const files = blocks(xml, 'Contents')
    .map(
      (block): DataSourceObject => ({
        kind: 'file',
        name: s3Values(block, 'Key')[0].slice(prefix.length),
        bytes: Number(s3Values(block, 'Size')[0]),
        hasChildren: false,
        hasRows: true,
      }),
    )
    // The mark that some tools leave for a directory.
    .filter(({ name }) => name !== '');
  const truncated = s3Values(xml, 'IsTruncated')[0] === 'true';
  return limitObjects(
    { items: [...directories, ...files], truncated },
    request,
  );
}

function blocks(xml: string, name: string): string[] {
  return xml
    .split(`<${name}>`)
    .slice(1)
    .map(part => part.split(`</${name}>`)[0]);
}
