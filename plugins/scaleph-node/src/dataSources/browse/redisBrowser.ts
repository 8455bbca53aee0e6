import { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';
import type { Redis } from 'ioredis';
import { connectRedis } from '../connect/connectRedis';
import { DataSourceBrowser } from '../DataSourceBrowser';
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
    const client = await connectRedis({ ...connection, signal });
    try {
      return await read(client, key, limit);
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

async function read(client: Redis, key: string, limit: number) {
  const type = await client.type(key);
  const columns = (...names: string[]) =>
    names.map(name => ({ name, type: 'text' }));
  const cut = <T>(all: T[]) => ({
    rows: all.slice(0, limit),
    truncated: all.length > limit,
  });
  switch (type) {
    case 'string':
      // A value may have 512 MB.
      return {
        columns: columns('value'),
        ...cut([[await client.getrange(key, 0, 8_191)]]),
      };
    case 'hash': {
      const [next, flat] = await client.hscan(key, '0', 'COUNT', limit + 1);
      const { rows, truncated } = cut(pairs(flat));
      return {
        columns: columns('field', 'value'),
        rows,
        truncated: truncated || next !== '0',
      };
    }
    case 'list': {
      const all = await client.lrange(key, 0, limit);
      return { columns: columns('value'), ...cut(all.map(value => [value])) };
    }
    case 'set': {
      const [next, all] = await client.sscan(key, '0', 'COUNT', limit + 1);
      const { rows, truncated } = cut(all.map(value => [value]));
      return {
        columns: columns('value'),
        rows,
        truncated: truncated || next !== '0',
      };
    }
    case 'zset': {
      const flat = await client.zrange(key, 0, limit, 'WITHSCORES');
      return { columns: columns('value', 'score'), ...cut(pairs(flat)) };
    }
    case 'stream': {
      const all = await client.xrange(key, '-', '+', 'COUNT', limit + 1);
      const rows = all.map(([id, fields]) => [
        id,
        JSON.stringify(Object.fromEntries(pairs(fields))),
      ]);
      return { columns: columns('id', 'fields'), ...cut(rows) };
    }
    case 'none':
      throw unknownObject([key]);
    default:
      return { columns: columns('type'), ...cut([[type]]) };
  }
}

function pairs(flat: string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let at = 0; at < flat.length; at += 2) {
    found.push([flat[at], flat[at + 1]]);
  }
  return found;
}
