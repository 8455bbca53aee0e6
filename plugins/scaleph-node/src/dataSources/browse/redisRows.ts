import { SampleRows } from '@scaleph/backstage-plugin-scaleph-common';
import type { Redis } from 'ioredis';
import { ReceiveLimit } from '../connect/ReceiveLimit';
import { SAMPLE_BYTES } from './sampleColumns';
import { unknownObject } from './unknownObject';

/** A value may have 512 MB. */
const LONGEST_TEXT = 8_000;

/** Asks for elements from a place on; says where to go on, unless that was all. */
type Page<T> = (
  from: T,
  count: number,
) => Promise<{ rows: unknown[][]; next: T | undefined }>;

/**
 * What a key holds, as rows. Of a list, a set, a hash … Redis sends whole values or none, so that few are asked for at first, more while they are
 * small, and no more once `received` is full.
 * @internal
 */
export async function redisRows(
  client: Redis,
  key: string,
  options: { limit: number; received: ReceiveLimit },
): Promise<SampleRows> {
  const type = await client.type(key);
  switch (type) {
    case 'string':
      return readText(client, key);
    case 'hash':
      return readPages(
        ['field', 'value'],
        options,
        '0',
        async (from, count) => {
          const [next, flat] = await client.hscan(key, from, 'COUNT', count);
          return { rows: pairs(flat), next: next === '0' ? undefined : next };
        },
      );
    case 'set':
      return readPages(['value'], options, '0', async (from, count) => {
        const [next, all] = await client.sscan(key, from, 'COUNT', count);
        const rows = all.map(value => [value]);
        return { rows, next: next === '0' ? undefined : next };
      });
    case 'list':
      return readPages(['value'], options, 0, async (from, count) => {
        const all = await client.lrange(key, from, from + count - 1);
        return { rows: all.map(value => [value]), ...after(from, all, count) };
      });
    case 'zset':
      return readPages(['value', 'score'], options, 0, async (from, count) => {
        const to = from + count - 1;
        const rows = pairs(await client.zrange(key, from, to, 'WITHSCORES'));
        return { rows, ...after(from, rows, count) };
      });
    case 'stream':
      return readPages(['id', 'fields'], options, '-', async (from, count) => {
        const all = await client.xrange(key, from, '+', 'COUNT', count);
        const rows = all.map(([id, fields]) => [
          id,
          JSON.stringify(Object.fromEntries(pairs(fields))),
        ]);
        const last = all[all.length - 1]?.[0];
        return { rows, next: all.length < count ? undefined : `(${last}` };
      });
    case 'none':
      throw unknownObject([key]);
    default:
      return {
        columns: toColumns(['type']),
        rows: [],
        truncated: false,
        reason: `The key is of type ${type}, which is of a module of Redis: its values are not shown`,
      };
  }
}

async function readText(client: Redis, key: string): Promise<SampleRows> {
  const [length, text] = [
    await client.strlen(key),
    await client.getrange(key, 0, LONGEST_TEXT - 1),
  ];
  return {
    columns: toColumns(['value']),
    rows: [[length > LONGEST_TEXT ? `${text}…` : text]],
    truncated: false,
    ...(length > LONGEST_TEXT && { cut: { columns: ['value'] } }),
  };
}

async function readPages<T>(
  names: string[],
  { limit, received }: { limit: number; received: ReceiveLimit },
  start: T,
  page: Page<T>,
): Promise<SampleRows> {
  const rows: unknown[][] = [];
  let from: T | undefined = start;
  let count = 1;
  let isFull = false;
  while (from !== undefined && rows.length <= limit && !isFull) {
    const before = received.bytes;
    try {
      const found = await page(from, count);
      rows.push(...found.rows);
      from = found.next;
    } catch (error) {
      if (!received.isExceeded) throw error;
      isFull = true;
    }
    const each = Math.max(1, (received.bytes - before) / count);
    const room = Math.floor((received.limit - received.bytes) / each / 4);
    count = Math.max(1, Math.min(count * 8, room, limit + 1 - rows.length));
  }
  return {
    columns: toColumns(names),
    rows: rows.slice(0, limit),
    truncated: isFull || from !== undefined || rows.length > limit,
    ...(isFull && { cut: { columns: [], bytes: SAMPLE_BYTES } }),
    ...(isFull &&
      !rows.length && {
        reason: `The first value is longer than ${SAMPLE_BYTES} bytes, which is more than is looked at`,
      }),
  };
}

function after<T>(from: number, found: T[], count: number) {
  return { next: found.length < count ? undefined : from + count };
}

function toColumns(names: string[]) {
  return names.map(name => ({ name, type: 'text' }));
}

function pairs(flat: string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let at = 0; at < flat.length; at += 2) {
    found.push([flat[at], flat[at + 1]]);
  }
  return found;
}
