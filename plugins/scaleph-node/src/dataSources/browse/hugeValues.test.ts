import { createMockDirectory } from '@backstage/backend-test-utils';
import { SampleRows } from '@scaleph/backstage-plugin-scaleph-common';
import { JsonObject } from '@backstage/types';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { describeWithServer } from '../../testing/describeWithServer';
import { connectRedis } from '../connect/connectRedis';
import { openSqlite } from '../connect/openSqlite';
import { DataSourceType } from '../DataSourceType';
import { clickhouseType } from '../types/clickhouse';
import { mysqlType } from '../types/mysql';
import { postgresqlType } from '../types/postgresql';

jest.setTimeout(120_000);

/** Most of the heap, and what the process may take more than it took to start, in megabytes. */
const HEAP = 96;
const MOST = 200;

const directory = createMockDirectory();
const { signal } = new AbortController();

/** The first rows, by a process that dies when it holds much of them. */
async function sample(
  type: string,
  place: { config: JsonObject; secrets: Record<string, string> },
  path: string[],
  limit = 200,
): Promise<SampleRows> {
  const child = spawn(process.execPath, [
    `--max-old-space-size=${HEAP}`,
    '--require',
    require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    resolve(__dirname, '../../testing/sampleProcess.ts'),
  ]);
  const roots = [directory.path];
  child.stdin.end(JSON.stringify({ type, ...place, roots, path, limit }));
  const [output, errors] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
  ]);
  if (!output) throw new Error(errors);
  const answer = JSON.parse(output) as {
    sample: SampleRows;
    megabytes: number;
  };
  expect(answer.megabytes).toBeLessThan(MOST);
  return answer.sample;
}

function placeOf(url: URL) {
  return {
    config: {
      host: url.hostname,
      port: Number(url.port),
      database: url.pathname.slice(1) || 'default',
      user: url.username || 'default',
    },
    secrets: { password: decodeURIComponent(url.password) },
  };
}

async function change(type: DataSourceType, url: URL, statements: string[]) {
  const connection = {
    ...placeOf(url),
    network: NetworkPolicy.allowAll(),
    files: FileRoots.of([]),
  };
  for (const statement of statements) {
    const options = { statement, readOnly: false, timeoutMs: 60_000, signal };
    for await (const _ of type.sql!.run(connection, options));
  }
}

describeWithServer('PostgreSQL', 'SCALEPH_TEST_POSTGRES_URL', url => {
  it('PostgreSQL sends no more of a value than is shown', async () => {
    await change(postgresqlType, url, [
      'DROP TABLE IF EXISTS huge',
      'CREATE TABLE huge (id integer, note text, content bytea, list integer[], short varchar(10), document jsonb)',
      `INSERT INTO huge SELECT i, repeat('é', 40000000), decode(repeat('ff', 30000000), 'hex'), array_fill(7, ARRAY[1000000]), 'short', jsonb_build_object('a', repeat('x', 20000000)) FROM generate_series(1, 20) i`,
    ]);
    const found = await sample('postgresql', placeOf(url), ['public', 'huge']);
    expect(found.columns).toEqual([
      { name: 'id', type: 'integer' },
      { name: 'note', type: 'text' },
      { name: 'content', type: 'bytea' },
      { name: 'list', type: 'integer[]' },
      { name: 'short', type: 'character varying(10)' },
      { name: 'document', type: 'jsonb' },
    ]);
    expect(found.rows).toHaveLength(20);
    const [id, note, content, list, short, document] = found.rows[0];
    expect([id, short]).toEqual([1, 'short']);
    expect(note).toMatch(/^é{5000,8000}…$/);
    expect(content).toMatch(/^\\x(?:ff){2500,4000}…$/);
    expect(list).toMatch(/^\{7,7,.*…$/);
    expect(document).toMatch(/^\{"a": "xxx.*…$/);
    expect(found.cut).toEqual({
      columns: ['note', 'content', 'list', 'document'],
    });
    await change(postgresqlType, url, ['DROP TABLE huge']);
  });
});

describeWithServer('MariaDB', 'SCALEPH_TEST_MYSQL_URL', url => {
  it('MariaDB sends no more of a value than is shown', async () => {
    await change(mysqlType, url, [
      'DROP TABLE IF EXISTS huge',
      'CREATE TABLE huge (id INT, note LONGTEXT, content LONGBLOB, place POINT, short VARCHAR(10))',
      ...Array.from(
        { length: 12 },
        (_, at) =>
          `INSERT INTO huge VALUES (${at}, REPEAT('é', 7000000), REPEAT(UNHEX('FF'), 14000000), ST_GeomFromText('POINT(1 2)'), 'short')`,
      ),
    ]);
    const place = placeOf(url);
    const path = [place.config.database, 'huge'];
    const found = await sample('mysql', place, path);
    expect(found.columns).toMatchObject([
      { name: 'id' },
      { name: 'note', type: 'longtext' },
      { name: 'content', type: 'longblob' },
      { name: 'place', type: 'point' },
      { name: 'short', type: 'varchar(10)' },
    ]);
    expect(found.rows).toHaveLength(12);
    const [, note, content, point, short] = found.rows[0];
    expect(note).toMatch(/^é{6000,8000}…$/);
    expect(content).toMatch(/^0x(?:ff){3000,4000}…$/);
    expect(point).toMatch(/^0x0101000000[0-9a-f]{32}$/);
    expect(short).toBe('short');
    expect(found.cut).toEqual({ columns: ['note', 'content'] });
    await change(mysqlType, url, ['DROP TABLE huge']);
  });
});

describe('SQLite', () => {
  it('SQLite sends no more of a value than is shown', async () => {
    const config = { path: directory.resolve('huge.db') };
    const files = FileRoots.of([directory.path]);
    const database = await openSqlite({ config, files, readonly: false });
    database.exec(
      'CREATE TABLE huge (id INTEGER, content BLOB, any, twice AS (id * 2))',
    );
    database.exec(`WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 12)
      INSERT INTO huge (id, content, any) SELECT i, zeroblob(10000000), replace(hex(zeroblob(2500000)), '0', 'x') FROM n`);
    database.close();
    const found = await sample('sqlite', { config, secrets: {} }, ['huge']);
    expect(found.rows).toHaveLength(12);
    const [id, content, text_, twice] = found.rows[0];
    expect([id, twice]).toEqual([1, 2]);
    expect(content).toMatch(/^0x(?:00){3000,4000}…$/);
    expect(text_).toMatch(/^x{6000,8000}…$/);
    expect(found.cut).toEqual({ columns: ['content', 'any'] });
  });
});

describeWithServer('ClickHouse', 'SCALEPH_TEST_CLICKHOUSE_URL', url => {
  it('ClickHouse sends no more of a value than is shown', async () => {
    const text_ = "arrayStringConcat(arrayMap(x -> 'é', range(1000000)))";
    await change(clickhouseType, url, [
      'DROP TABLE IF EXISTS huge',
      'CREATE TABLE huge (id UInt32, note String, maybe Nullable(String), list Array(UInt64), at DateTime) ENGINE = Log',
      ...Array.from(
        { length: 12 },
        (_, at) =>
          `INSERT INTO huge SELECT ${at}, ${text_}, ${text_}, range(200000), toDateTime('2026-01-02 03:04:05') FROM numbers(1)`,
      ),
    ]);
    const place = placeOf(url);
    const path = [place.config.database, 'huge'];
    const found = await sample('clickhouse', place, path);
    expect(found.columns).toMatchObject([
      { name: 'id', type: 'UInt32' },
      { name: 'note', type: 'String' },
      { name: 'maybe', type: 'Nullable(String)' },
      { name: 'list', type: 'Array(UInt64)' },
      { name: 'at', type: 'DateTime' },
    ]);
    expect(found.rows).toHaveLength(12);
    const [, note, maybe, list] = found.rows[0];
    expect(note).toMatch(/^é{3000,4000}.?…$/);
    expect(maybe).toMatch(/^é{3000,4000}.?…$/);
    expect(list).toMatch(/^\[0,1,2,.*…$/);
    expect(found.cut).toEqual({ columns: ['note', 'maybe', 'list'] });
    await change(clickhouseType, url, ['DROP TABLE huge']);
  });
});

describeWithServer('Redis', 'SCALEPH_TEST_REDIS_URL', url => {
  const place = {
    config: { host: url.hostname, port: Number(url.port), database: 2 },
    secrets: { password: decodeURIComponent(url.password) },
  };
  let client: Awaited<ReturnType<typeof connectRedis>>;
  beforeAll(async () => {
    const network = NetworkPolicy.allowAll();
    const files = FileRoots.of([]);
    client = await connectRedis({ ...place, network, files, signal });
    await client.flushdb();
    await client.setrange('text', 200_000_000, 'x');
    const huge = 'x'.repeat(60_000_000);
    await client.rpush('list', ...Array.from({ length: 40 }, () => 'small'));
    await client.rpush('list', huge, huge, huge);
    await client.hset('hash', { huge, other: huge });
    await client.rpush('many', ...Array.from({ length: 300 }, (_, at) => at));
  });
  afterAll(async () => {
    await client.flushdb();
    client.disconnect();
  });

  it('sends the beginning of a text', async () => {
    const found = await sample('redis', place, ['text']);
    expect(String(found.rows[0][0])).toHaveLength(8_001);
    expect(found.cut).toEqual({ columns: ['value'] });
  });

  it('is read until there is enough, and says so', async () => {
    const list = await sample('redis', place, ['list']);
    expect(list.rows.length).toBeGreaterThanOrEqual(1);
    expect(list.rows.length).toBeLessThanOrEqual(40);
    expect(new Set(list.rows.flat())).toEqual(new Set(['small']));
    expect(list.truncated).toBe(true);
    expect(list.cut).toEqual({ columns: [], bytes: 8 * 1024 * 1024 });
    const hash = await sample('redis', place, ['hash']);
    expect(hash.rows).toEqual([]);
    expect(hash.reason).toMatch(/first value is longer than 8388608 bytes/);
  });

  it('reads many small values', async () => {
    const { rows, truncated, cut } = await sample('redis', place, ['many']);
    expect(rows.map(([value]) => Number(value))).toEqual(
      Array.from({ length: 200 }, (_, at) => at),
    );
    expect({ truncated, cut }).toEqual({ truncated: true, cut: undefined });
  });
});
