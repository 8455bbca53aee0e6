import { createBackendModule } from '@backstage/backend-plugin-api';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { SampleRows } from '@scaleph/backstage-plugin-scaleph-common';
import {
  defaultEmbeddedSettings,
  EmbeddedEngine,
} from '@scaleph/backstage-plugin-scaleph-backend-module-embedded';
import { scalephEnginesExtensionPoint } from '@scaleph/backstage-plugin-scaleph-node';
import { once } from 'node:events';
import { readdirSync, symlinkSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { dataSourceInput } from '../__testUtils__/dataSourceInput';
import { FakeEngine } from '../__testUtils__/FakeEngine';
import {
  startTestScaleph,
  TestScaleph,
} from '../__testUtils__/startTestScaleph';
import { testDatabases } from '../__testUtils__/testDatabases';

// Each look is a process of its own, which starts slowly on a busy machine.
jest.setTimeout(60_000);

const API = '/api/scaleph/data-sources';
const [sqlite] = testDatabases();
const directory = createMockDirectory();
const PARQUET = Buffer.from(
  'UEFSMRUAFRwVHCwVBBUAFQYVBgAAAgAAAAQBAQAAAAIAAAAVABUsFSwsFQQVABUGFQYAAAIAAAAEAQMAAABBZGEFAAAAR3JhY2UVAhk8NQAYDWR1Y2tkYl9zY2hlbWEVBAAVAiUCGAJpZCUiABUMJQIYBG5hbWUlAAAWBBkcGSwmABwVAhkVABkYAmlkFQAWBBY+Fj4mCDwYBAIAAAAYBAEAAAAWACgEAgAAABgEAQAAABERAAAAJgAcFQwZFQAZGARuYW1lFQAWBBZOFk4mRjwYBUdyYWNlGANBZGEWACgFR3JhY2UYA0FkYRERAAAAFowBFgQmCBaMAQAoKER1Y2tEQiB2ZXJzaW9uIHYxLjUuNSAoYnVpbGQgZDhjZGFhMzNmZCkZLBwAABwAAADkAAAAUEFSMQ==',
  'base64',
);
const PEOPLE = {
  columns: [
    { name: 'id', type: 'bigint' },
    { name: 'name', type: 'string' },
  ],
  rows: [
    [1, 'Ada'],
    [2, 'Grace'],
  ],
  truncated: false,
};

/** An S3 service of two buckets' worth of one: answers ranges of objects. */
const objects: Record<string, Buffer> = {
  '/lake/in/people.csv': Buffer.from('id,name\n1,Ada\n2,Grace\n'),
  '/lake/in/people.parquet': PARQUET,
  '/lake/in/long.csv': Buffer.from(`id,name\n${'1,Ada\n'.repeat(1_000_000)}`),
  '/lake/in/long.json': Buffer.alloc(33 * 1024 * 1024, '{"id": 1}\n'),
  '/lake/in/empty.csv': Buffer.alloc(0),
  '/other/people.csv': Buffer.from('id,secret\n1,hunter2\n'),
};
let server: Server;
let scaleph: TestScaleph;

const rows = async (
  name: string,
  path: string[],
  status = 200,
): Promise<SampleRows & { error?: { message: string } }> => {
  const { body } = await scaleph
    .as('user:default/anna')
    .get(`${API}/${name}/rows`)
    .query({ path, limit: 2 })
    .expect(status);
  return body;
};

beforeAll(async () => {
  directory.setContent({
    data: {
      'people.csv': 'id,name\n1,Ada\n2,Grace\n3,Edsger\n',
      'semicolons.csv': 'id;name\n1;Ada\n',
      'people.tsv': 'id\tname\n1\tAda\n',
      'people.csv.gz': gzipSync('id,name\n1,Ada\n2,Grace\n'),
      'people.json': '[{"id": 1, "name": "Ada"}, {"id": 2, "name": "Grace"}]',
      'people.ndjson': '{"id": 1, "name": "Ada"}\n{"id": 2, "name": "Grace"}\n',
      'people.parquet': PARQUET,
      'notes.txt': 'first line\nsecond line\n',
      'long.csv': `id,note\n1,${'x'.repeat(5_000)}\n`,
      'broken.json': '{"id": ',
      'broken.parquet': 'not at all',
      'picture.png': 'x',
      'a*.csv': 'id\n1\n',
      sub: { 'in.csv': 'id,name\n1,Ada\n2,Grace\n' },
    },
    outside: { 'secret.csv': 'id,secret\n1,hunter2\n' },
    runs: {},
  });
  const at = (path: string) => directory.resolve(path);
  symlinkSync(at('outside/secret.csv'), at('data/way-out.csv'));
  symlinkSync(at('data/sub/in.csv'), at('data/way-in.csv'));
  server = createServer(({ url = '', headers }, response) => {
    const content = objects[new URL(url, 'http://s3').pathname];
    if (!content) {
      response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
      return;
    }
    const end = Number(/bytes=0-(\d+)/.exec(headers.range ?? '')?.[1]) + 1;
    response
      .writeHead(206, {
        'content-range': `bytes 0-${end - 1}/${content.length}`,
      })
      .end(content.subarray(0, end));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const engine = new EmbeddedEngine({
    settings: {
      ...defaultEmbeddedSettings(),
      directory: at('runs'),
      roots: [at('data')],
    },
  });
  scaleph = await startTestScaleph({
    knex: await sqlite.create(),
    engine: new FakeEngine({ id: 'fake' }),
    config: {
      scaleph: {
        dataSources: { browseTimeout: { seconds: 30 } },
        files: { roots: [at('data')] },
      },
    },
    features: [
      createBackendModule({
        pluginId: 'scaleph',
        moduleId: 'embedded-engine',
        register(env) {
          env.registerInit({
            deps: { engines: scalephEnginesExtensionPoint },
            async init({ engines }) {
              engines.addEngine(engine);
            },
          });
        },
      }),
    ],
  });
  const anna = scaleph.as('user:default/anna');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const input of [
    dataSourceInput('files', {
      type: 'local-directory',
      config: { directory: at('data') },
    }),
    dataSourceInput('lake', {
      type: 's3',
      config: { endpoint, bucket: 'lake', pathStyle: true },
    }),
    dataSourceInput('buckets', { type: 's3', config: { endpoint } }),
  ]) {
    await anna.post(API).send(input).expect(201);
  }
});
afterAll(() => {
  server.close();
});

describe('The first rows of a file of a directory', () => {
  it.each<[string, Partial<SampleRows>]>([
    ['people.csv', { ...PEOPLE, truncated: true }],
    ['people.csv.gz', PEOPLE],
    ['people.json', PEOPLE],
    ['people.ndjson', PEOPLE],
    ['way-in.csv', PEOPLE],
    [
      'people.parquet',
      { ...PEOPLE, columns: [{ name: 'id', type: 'int' }, PEOPLE.columns[1]] },
    ],
    ['semicolons.csv', { columns: PEOPLE.columns, rows: [[1, 'Ada']] }],
    ['people.tsv', { columns: PEOPLE.columns, rows: [[1, 'Ada']] }],
    ['notes.txt', { rows: [['first line'], ['second line']] }],
  ])('%s', async (name, expected) => {
    expect(await rows('files', [name])).toMatchObject(expected);
  });

  it('of one below', async () => {
    expect(await rows('files', ['sub', 'in.csv'])).toEqual(PEOPLE);
  });

  it('with long values cut, which is said', async () => {
    const { rows: found, cut } = await rows('files', ['long.csv']);
    expect(String(found[0][1])).toHaveLength(1_001);
    expect(cut).toEqual({ columns: ['note'] });
  });

  it.each([
    ['picture.png', /"picture.png" has no rows that can be shown.*\.parquet/],
    ['a*.csv', /name of "a\*\.csv" holds characters/],
    ['broken.json', /json/i],
    ['broken.parquet', /parquet/i],
  ])('or why %s has none', async (name, reason) => {
    const sample = await rows('files', [name]);
    expect(sample).toMatchObject({ rows: [], columns: [] });
    expect(sample.reason).toMatch(reason);
  });

  it.each([
    [['nothing.csv'], 404],
    [['sub'], 404],
    [['..', 'outside', 'secret.csv'], 404],
    [['../outside/secret.csv'], 404],
    [['way-out.csv'], 400],
  ])('none at all of %j', async (path, status) => {
    const { error } = await rows('files', path, status);
    expect(JSON.stringify(error)).not.toContain('hunter2');
  });
});

describe('The first rows of an object of S3', () => {
  it.each([
    ['lake', ['in', 'people.csv']],
    ['buckets', ['lake', 'in', 'people.csv']],
  ])('%s %j', async (name, path) => {
    expect(await rows(name, path)).toEqual(PEOPLE);
  });

  it.each([
    ['lake', ['..', 'other', 'people.csv']],
    ['lake', ['../other/people.csv']],
    ['buckets', ['lake', 'in', '..', '..', 'other', 'people.csv']],
    ['lake', ['in', '.', 'people.csv']],
  ])('none of another bucket: %s %j', async (name, path) => {
    const { error } = await rows(name, path, 404);
    expect(JSON.stringify(error)).not.toContain('hunter2');
  });

  it('of one that is read whole', async () => {
    expect((await rows('lake', ['in', 'people.parquet'])).rows).toEqual(
      PEOPLE.rows,
    );
  });

  it('of the beginning of a long one', async () => {
    const sample = await rows('lake', ['in', 'long.csv']);
    expect(sample.rows).toEqual([
      [1, 'Ada'],
      [1, 'Ada'],
    ]);
    expect(sample.truncated).toBe(true);
  });

  it('or why there are none', async () => {
    expect((await rows('lake', ['in', 'long.json'])).reason).toMatch(
      /"long.json" has 34603008 bytes\. Such a file is read whole/,
    );
    expect((await rows('lake', ['in', 'empty.csv'])).reason).toMatch(
      /"empty.csv" is empty/,
    );
    await rows('lake', ['in', 'nothing.csv'], 404);
  });

  it('leaves nothing behind', async () => {
    const left = () =>
      readdirSync(tmpdir()).filter(it => it.startsWith('scaleph-look-'));
    const before = left();
    await rows('lake', ['in', 'people.csv']);
    expect(left()).toEqual(before);
  });
});
