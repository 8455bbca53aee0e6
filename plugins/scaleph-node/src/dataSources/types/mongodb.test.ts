import { BSON, Document } from 'mongodb';
import { FileRoots } from '../../files/FileRoots';
import { NetworkPolicy } from '../../network/NetworkPolicy';
import { mongoServer } from '../../testing/mongoServer';
import { mongodbType } from './mongodb';

jest.setTimeout(30_000);

const { signal } = new AbortController();
let answer: (command: Document) => Document;
let server: Awaited<ReturnType<typeof mongoServer>>;
beforeEach(async () => {
  server = await mongoServer(command => answer(command));
});
afterEach(() => server.stop());

const cursor = (firstBatch: Document[]) => ({
  ok: 1,
  cursor: { id: BSON.Long.ZERO, ns: 'shop.orders', firstBatch },
});
const connection = (config = {}, more = {}) => ({
  config: { servers: `127.0.0.1:${server.port}`, database: 'shop', ...config },
  secrets: {},
  network: NetworkPolicy.of({ deniedRanges: ['192.0.2.0/24'] }),
  files: FileRoots.of([]),
  signal,
  ...more,
});

it('is tested, at one server alone', async () => {
  answer = command =>
    command.buildInfo
      ? { ok: 1, version: '8.0.4' }
      : cursor([{ name: 'orders', type: 'collection' }]);
  await expect(mongodbType.testConnection(connection())).resolves.toBe(
    'MongoDB 8.0.4 answered: 1 collection in "shop"',
  );
});

it.each<[string, object, object, RegExp]>([
  [
    'address',
    {},
    { network: NetworkPolicy.of({ deniedRanges: ['127.0.0.0/8'] }) },
    /may not reach/,
  ],
  ['right', {}, {}, /asks for a user: not authorized/],
  ['TLS', { ssl: 'require' }, { signal: AbortSignal.timeout(2_000) }, /./],
])('says what is wrong with the %s', async (_, config, more, message) => {
  answer = () => ({
    ok: 0,
    code: 13,
    codeName: 'Unauthorized',
    errmsg: 'not authorized',
  });
  await expect(
    mongodbType.testConnection(connection(config, more)),
  ).rejects.toThrow(message);
});

describe('its browser', () => {
  const { objects, rows } = mongodbType.browser!;
  const id = new BSON.ObjectId('65f0c0ffee65f0c0ffee65f0');
  const documents = [
    {
      _id: id,
      n: BSON.Long.fromString('9007199254740993'),
      at: new Date(0),
      tags: ['a'],
    },
    {
      _id: new BSON.ObjectId(),
      extra: { a: BSON.Decimal128.fromString('1.50') },
    },
    { _id: new BSON.ObjectId() },
  ];
  beforeEach(() => {
    answer = command => {
      if (command.listDatabases)
        return { ok: 1, databases: [{ name: 'other' }] };
      if (command.listCollections) {
        const { name } = command.filter ?? {};
        return cursor(
          name && name !== 'orders'
            ? []
            : [{ name: 'orders', type: 'collection' }],
        );
      }
      return cursor(documents.slice(0, command.limit));
    };
  });
  const look = async (path: string[]) =>
    (await objects(connection(), { path, limit: 100, signal })).items;

  it('shows databases, collections and fields', async () => {
    expect(
      (await look([])).map(({ name, current }) => [name, current]),
    ).toEqual([
      ['other', undefined],
      ['shop', true],
    ]);
    expect(await look(['shop'])).toEqual([
      { kind: 'collection', name: 'orders', hasChildren: true, hasRows: true },
    ]);
    expect(
      (await look(['shop', 'orders'])).map(({ name, type }) => [name, type]),
    ).toEqual([
      ['_id', 'objectId'],
      ['n', 'long'],
      ['at', 'date'],
      ['tags', 'array'],
      ['extra', 'object'],
    ]);
    for (const path of [
      ['shop', 'nothing'],
      ['a$b', 'orders'],
      ['a', 'b', 'c'],
    ]) {
      await expect(look(path)).rejects.toMatchObject({ name: 'NotFoundError' });
    }
  });

  it('shows first documents without loss', async () => {
    const sample = await rows!(connection(), {
      path: ['shop', 'orders'],
      limit: 2,
      signal,
    });
    expect(sample.columns.map(({ name }) => name)).toEqual([
      '_id',
      'n',
      'at',
      'tags',
      'extra',
    ]);
    expect(sample.rows[0]).toEqual([
      String(id),
      '9007199254740993',
      '1970-01-01T00:00:00.000Z',
      '["a"]',
      null,
    ]);
    expect(sample.rows[1][4]).toBe('{"a":{"$numberDecimal":"1.50"}}');
    expect(sample.truncated).toBe(true);
  });
});
