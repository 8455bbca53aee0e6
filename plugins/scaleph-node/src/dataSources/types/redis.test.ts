import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { describeWithServer } from '../../testing/describeWithServer';
import { connectRedis } from '../connect/connectRedis';
import { DataSourceConnection } from '../DataSourceConnection';
import { redisType } from './redis';

jest.setTimeout(30_000);

const { signal } = new AbortController();

describeWithServer('Redis', 'SCALEPH_TEST_REDIS_URL', url => {
  const connection = (config = {}, more = {}): DataSourceConnection => ({
    config: {
      host: url.hostname,
      port: Number(url.port),
      database: 1,
      ...config,
    },
    secrets: { password: decodeURIComponent(url.password) },
    network: NetworkPolicy.allowAll(),
    files: FileRoots.of([]),
    ...more,
  });
  const HOSTILE = 'a*?[x]\\ "é';

  beforeAll(async () => {
    const client = await connectRedis({ ...connection(), signal });
    await client.flushdb();
    await client.set('text', 'hello');
    await client.set(HOSTILE, 'odd');
    await client.hset('hash', { a: '1', b: '2', c: '3' });
    await client.rpush('list', 'x', 'y', 'z');
    await client.sadd('set', 'm');
    await client.zadd('zset', 1.5, 'n');
    await client.xadd('stream', '*', 'k', 'v');
    client.disconnect();
  });

  it('is tested', async () => {
    await expect(
      redisType.testConnection({ ...connection(), signal }),
    ).resolves.toMatch(/^Redis [0-9.]+ answered: 7 keys$/);
  });

  it.each<[string, object, object, RegExp]>([
    ['missing password', {}, { secrets: {} }, /asks for a password/],
    [
      'password',
      {},
      { secrets: { password: 'hunter2-hunter2' } },
      /refused user "default"/,
    ],
    ['database', { database: 9_999 }, {}, /out of range/],
    ['port', { port: 1 }, {}, /refused the connection/],
    ['encryption', { ssl: 'require' }, {}, /./],
    [
      'address',
      {},
      { network: NetworkPolicy.of({ deniedRanges: ['127.0.0.0/8'] }) },
      /may not reach/,
    ],
  ])('says what is wrong with the %s', async (_, config, more, message) => {
    const request = {
      ...connection(config, more),
      signal: AbortSignal.timeout(5_000),
    };
    const error = await redisType.testConnection(request).catch(it => it);
    expect(error.name).toBe('ConnectionError');
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain('hunter2');
  });

  const { objects, rows } = redisType.browser!;
  const read = async (key: string, limit = 2) =>
    rows!(connection(), { path: [key], limit, signal });

  it('shows keys with their types', async () => {
    const { items, truncated } = await objects(connection(), {
      path: [],
      limit: 100,
      signal,
    });
    expect(truncated).toBe(false);
    expect(items.map(({ name, type }) => [name, type])).toEqual(
      [
        [HOSTILE, 'string'],
        ['hash', 'hash'],
        ['list', 'list'],
        ['set', 'set'],
        ['stream', 'stream'],
        ['text', 'string'],
        ['zset', 'zset'],
      ].sort(),
    );
    const found = async (search: string, limit = 100) =>
      (
        await objects(connection(), { path: [], search, limit, signal })
      ).items.map(it => it.name);
    expect(await found('SET')).toEqual(['set', 'zset']);
    expect(await found('*?[')).toEqual([HOSTILE]);
    expect(await found('t', 1)).toHaveLength(1);
  });

  it('shows what a key holds', async () => {
    expect((await read('text')).rows).toEqual([['hello']]);
    expect((await read(HOSTILE)).rows).toEqual([['odd']]);
    expect(await read('list')).toMatchObject({
      rows: [['x'], ['y']],
      truncated: true,
    });
    expect((await read('hash', 5)).rows).toHaveLength(3);
    expect((await read('set')).rows).toEqual([['m']]);
    expect((await read('zset')).rows).toEqual([['n', '1.5']]);
    expect((await read('stream')).rows[0][1]).toBe('{"k":"v"}');
    await expect(read('nothing')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });
});
