import { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';
import type { Redis } from 'ioredis';
import { connectRedis } from '../connect/connectRedis';
import { ReceiveLimit } from '../connect/ReceiveLimit';
import { DataSourceBrowser } from '../DataSourceBrowser';
import { redisRows } from './redisRows';
import { SAMPLE_BYTES } from './sampleColumns';
import { unknownObject } from './unknownObject';

/** Keys that are looked at; SCAN keeps the server from standing still. */
const SCANNED = 20_000;

/** Keys with their types, and what a key holds as rows. @internal */
export const redisBrowser: DataSourceBrowser = {
  levels: ['key'],
  async objects(connection, { path, search, limit, signal }) {
    if (path.length > 0) throw unknownObject(path);
    const client = await connectRedis({ ...connection, signal });
    try {
      const { keys, truncated } = await scan(client, { search, limit });
      const types = await client
        .pipeline(keys.map(key => ['type', key]))
        .exec();
      const items = keys.map(
        (name, at): DataSourceObject => ({
          kind: 'key',
          name,
          type: String(types?.[at]?.[1] ?? 'unknown'),
          hasChildren: false,
          hasRows: true,
        }),
      );
      return { items, truncated };
    } finally {
      client.disconnect();
    }
  },
  async rows(connection, { path, limit, signal }) {
    const [key, ...rest] = path;
    if (key === undefined || rest.length) throw unknownObject(path);
    // Values come whole: what is too much closes the connection.
    const received = new ReceiveLimit(SAMPLE_BYTES);
    const client = await connectRedis({ ...connection, signal, received });
    try {
      return await redisRows(client, key, { limit, received });
    } finally {
      client.disconnect();
    }
  },
};

async function scan(
  client: Redis,
  { search, limit }: { search?: string; limit: number },
) {
  // Upper and lower case are told apart there, so each letter is both.
  const pattern = search
    ? `*${[...search]
        .map(letter => {
          const [low, up] = [letter.toLowerCase(), letter.toUpperCase()];
          return low === up
            ? letter.replace(/[*?[\]\\^-]/g, '\\$&')
            : `[${low}${up}]`;
        })
        .join('')}*`
    : '*';
  const found = new Set<string>();
  let cursor = '0';
  let scanned = 0;
  do {
    const [next, keys] = await client.scan(
      cursor,
      'MATCH',
      pattern,
      'COUNT',
      1_000,
    );
    keys.forEach(key => found.add(key));
    cursor = next;
    scanned += 1_000;
  } while (cursor !== '0' && found.size <= limit && scanned < SCANNED);
  const keys = [...found].sort();
  return {
    keys: keys.slice(0, limit),
    truncated: cursor !== '0' || keys.length > limit,
  };
}
